import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { caseworkText } from "../messages/index.ts";
import { nextStatuses } from "../model/decide-need-change.ts";
import { packOn } from "../model/need-pack.ts";
import { NEED_PACKS } from "../model/need-packs.ts";
import { HeardNeed, NeedChange } from "../model/need.ts";
import { POPULATIONS } from "../model/population.ts";
import { changeNeedStatus } from "../service/change-need-status.ts";
import { recordNeed } from "../service/record-need.ts";
import { showPersonNeeds } from "../service/show-person-needs.ts";
import { NeedCard } from "../ui/need-card.tsx";
import { NeedForm } from "../ui/need-form.tsx";
import styles from "../ui/needs.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const said = new URL(request.url).searchParams.get("said");
  const person = await showPersonNeeds(session, readParam(params.personId, z.uuid()));
  const needs = person.needs.map((need) => ({ ...need, ways: nextStatuses(need.status) }));
  return { ...person, needs, populations: POPULATIONS, topics: packOn(NEED_PACKS, session.today).topics, today: session.today, said, mayWrite: session.actor.capabilities.has("outreach.work") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  const personId = readParam(params.personId, z.uuid());
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    if (data.get("intent") === "change") {
      await changeNeedStatus(session, read(NeedChange));
      return redirect(`/needs/of/${personId}`);
    }
    const { heardAgain } = await recordNeed(session, { ...read(HeardNeed.omit({ personId: true })), personId: HeardNeed.shape.personId.parse(personId) });
    return redirect(`/needs/of/${personId}?said=${heardAgain ? "again" : "new"}`);
  });
}

export default function PersonNeeds() {
  const { personId, name, population, populations, topics, needs, today, said, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { title, person: t } = useText(caseworkText);
  const refused = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title(name)}</title>
      <PageHeader title={t.title(name)} avatar={name} crumbs={[{ label: title, to: "/needs" }]} lead={t.lead} actions={<ButtonLink to={`/people/${personId}`}>{t.backToPerson}</ButtonLink>} />
      {said === "new" || said === "again" ? <Notice tone="ok">{said === "again" ? t.heardAgain : t.recorded}</Notice> : null}
      <Columns>
        <Stack>
          {needs.length === 0 ? <EmptyState title={t.empty} /> : needs.map((need) => <NeedCard key={`${need.id}/${need.version}`} need={need} today={today} mayWrite={mayWrite} refused={refused?.values.needId === need.id ? refused : undefined} />)}
        </Stack>
        {mayWrite ? <Card title={t.record}><NeedForm key={needs.reduce((sum, { version }) => sum + version, 0)} population={population} populations={populations} topics={topics} today={today} refused={refused?.values.intent === "record" ? refused : undefined} /></Card> : null}
      </Columns>
    </>
  );
}
