import { Link } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Notice } from "#platform/ui/index.ts";
import { routingText } from "../../messages/index.ts";
import type { ShownPlan } from "../../service/plans/show-plan.ts";

/** Who is to go and may not any more, why, and the way to somebody who can. */
export function NotToGoNotice({ plan }: { plan: ShownPlan }) {
  const { plan: t } = useText(routingText);
  if (plan.mayNotGo.length === 0) return null;
  return (
    <Notice tone="late">
      <strong>{t.notToGo}</strong>
      <ul className="route-not-to-go">
        {plan.mayNotGo.map(({ kind, id, name, teamId, letter, stops }) => (
          <li key={id}>
            {t.notToGoLine(letter, name || t.nobodyNamed, stops)} {t.notToGoWhy[kind]}
            {plan.run ? <> <Link to={`/rounds/${plan.id}/change?kind=stand_in&team=${teamId}`}>{t.findStandIn}</Link></> : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
