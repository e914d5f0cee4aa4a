import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, Columns, PageHeader } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { routingText } from "../messages/index.ts";
import { timeOf, VisitWish } from "../model/plan.ts";
import { changeVisit } from "../service/visits/change-visit.ts";
import { changeAsks } from "../service/visits/change-asks.ts";
import { decideStop } from "../service/visits/decide-stop.ts";
import { showVisit } from "../service/visits/show-visit.ts";
import { AsksForm } from "../ui/asks-form.tsx";
import { asksOf, AsksSent } from "../ui/asks-sent.ts";
import { DecideForms } from "../ui/decide-forms.tsx";
import { sayLeft } from "../ui/words.ts";
import { WishForm } from "../ui/wish-form.tsx";
import styles from "../ui/routing.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const Move = z.object({ teamId: z.uuid(), rank: z.coerce.number().int().min(1).max(200) });
const Step = z.object({ intent: z.enum(["wish", "asks", "move", "lock", "unlock", "drop", "restore"]), reason: z.string().max(300).default("") });
const idsOf = (params: { planId?: string | undefined; personId?: string | undefined }) => ({ planId: readParam(params.planId, z.uuid()), personId: readParam(params.personId, z.uuid()) });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { planId, personId } = idsOf(params);
  return showVisit(sessionOf(context), planId, personId);
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const [session, ids] = [sessionOf(context), idsOf(params)];
    const { intent, reason } = read(Step);
    if (intent === "wish") await changeVisit(session, { ...ids, ...read(VisitWish) });
    else if (intent === "asks") await changeAsks(session, { ...ids, ...asksOf(read(AsksSent)) });
    else if (intent === "move") await decideStop(session, { ...ids, kind: "move", ...read(Move) });
    else if (intent === "drop") await decideStop(session, { ...ids, kind: "drop", reason });
    else await decideStop(session, { ...ids, kind: intent });
    return redirect(intent === "move" || intent === "drop" ? `/rounds/${ids.planId}` : `/rounds/${ids.planId}/visits/${ids.personId}`);
  });
}

export default function ShowVisit() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { visit: t, plan, list, asks } = useText(routingText);
  const result = answer && "refusal" in answer ? answer : undefined;
  const { visit, planId, standing } = shown;
  const title = t.title(visit.name);
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} avatar={visit.name} crumbs={[{ label: list.title, to: "/rounds" }, { label: plan.wanted, to: `/rounds/${planId}` }]}
        lead={[visit.communityName, visit.laneName].filter(Boolean).join(" · ")} actions={<ButtonLink to={`/people/${visit.personId}`}>{t.file}</ButtonLink>}
        chips={<>
          {visit.dropped !== null ? <Chip tone="plain">{plan.droppedWhy(visit.dropped)}</Chip> : standing ? <Chip tone="ok">{t.at(standing.letter, standing.rank, timeOf(standing.begin), timeOf(standing.done))}</Chip> : null}
          {visit.left && visit.dropped === null ? <Chip tone="due">{sayLeft(visit.left, plan.reasons)}</Chip> : null}
          {shown.lockedLetter ? <Chip tone="calm">{t.lockedTo(shown.lockedLetter)}</Chip> : null}
        </>} />
      <Columns even>
        <div className="stack">
          <Card title={t.wishes}><WishForm visit={visit} result={result} /></Card>
          <Card title={t.move}><DecideForms shown={shown} result={result} /></Card>
        </div>
        <Card title={asks.title}><AsksForm shown={shown} result={result} /></Card>
      </Columns>
    </>
  );
}
