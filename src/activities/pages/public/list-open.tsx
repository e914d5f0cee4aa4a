import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { listPublicOrganizations } from "#identity/index.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { webOf } from "#platform/web/context.ts";
import { activitiesText } from "../../messages/index.ts";
import { listOpenSessions } from "../../service/calendar/list-sessions.ts";
import type { NamedOccasion } from "../../service/calendar/name-occasions.ts";
import { titleOf, whenOf } from "../../ui/words.tsx";
import { PUBLIC } from "./public-session.ts";

export const handle = { public: true, plain: true };

export async function loader({ context }: LoaderFunctionArgs) {
  const { installation } = webOf(context);
  const listed = [];
  let today = "";
  for (const { id, name, slug } of await listPublicOrganizations(installation.db)) {
    const session = installation.systemSession(id, PUBLIC);
    ({ today } = session);
    listed.push({ name, slug, sessions: await listOpenSessions(session) });
  }
  return { organizations: listed.filter(({ sessions }) => sessions.length > 0), today };
}

export default function ListOpen() {
  const { organizations, today } = useLoaderData<typeof loader>();
  const { open: t } = useText(activitiesText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} />
      {organizations.length === 0 ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : organizations.flatMap(({ name, slug, sessions }) => sessions.map((one) => <OpenSession key={one.id} occasion={one} organization={name} slug={slug} today={today} />))}
    </>
  );
}

function OpenSession({ occasion, organization, slug, today }: { occasion: NamedOccasion; organization: string; slug: string; today: string }) {
  const { open: t } = useText(activitiesText);
  const language = useLanguage();
  const { booked, places } = occasion.filled.participant;
  return (
    <Card title={titleOf(occasion, language, today)} aside={<Chip tone={booked < places ? "ok" : "calm"}>{booked < places ? t.left(places - booked) : t.full}</Chip>}>
      <p><strong>{whenOf(occasion, language, today)}</strong></p>
      <p>{occasion.place}</p>
      <p className="soft">{organization}</p>
      <ButtonLink tone="primary" big to={`/gatherings/${slug}/${occasion.id}`}>{t.signUp}</ButtonLink>
    </Card>
  );
}
