import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { webOf } from "#platform/web/context.ts";
import { badgesText } from "../messages/index.ts";
import { checkBadge, limitChecks } from "../service/check-badge.ts";
import { publicSession } from "./public-session.ts";

export const handle = { public: true, plain: true };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const web = webOf(context);
  limitChecks(web.clientAddress, web.installation.now());
  const { organization, session } = await publicSession(web, params.slug);
  return { organization: organization.name, badge: await checkBadge(session, params.pass ?? "") };
}

/** What whoever scans a badge sees: whether it is good today, and nobody's name. */
export default function CheckBadge() {
  const { organization, badge } = useLoaderData<typeof loader>();
  const { check: t, roles } = useText(badgesText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} eyebrow={organization} />
      {badge === null ? <Card title={t.unknown}><p className="measure">{t.unknownHint}</p></Card> : (
        <Card title={badge.number} aside={<Chip tone={badge.valid ? "ok" : "late"}>{badge.valid ? t.valid : t.invalid}</Chip>}>
          <p className="measure"><b>{badge.valid ? t.validHint : t.invalidHint}</b></p>
          <Facts facts={[{ label: t.organization, value: organization }, { label: t.role, value: roles[badge.role]! }, { label: t.number, value: badge.number }]} />
          <p className="small soft">{t.unnamed}</p>
        </Card>
      )}
    </>
  );
}
