import { Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Columns, ConfirmForm, DayField, EmptyState, Facts, FormScope, Notice, PageHeader, RefusalNote, Stack, TextArea, TextField, Timeline } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { employmentText } from "../messages/index.ts";
import { Discovery } from "../model/terms.ts";
import { beginJob } from "../service/begin-job.ts";
import { showPerson, type ShownPerson } from "../service/show-person.ts";
import { addDiscovery } from "../service/write-profile.ts";
import { KeptChips } from "../ui/kept-chips.tsx";
import { OpeningCards } from "../ui/opening-cards.tsx";

const Beginning = z.object({ openingId: z.uuid(), begunOn: z.iso.date() });
const idOf = (params: { personId?: string | undefined }) => readParam(params.personId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await showPerson(session, idOf(params)), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const personId = idOf(params);
    if (data.has("openingId")) {
      const asked = new URL(request.url).searchParams.get("case");
      return redirect(`/employment/jobs/${(await beginJob(session, { personId, ...read(Beginning), caseId: asked ? readParam(asked, z.uuid()) : null })).id}`);
    }
    await addDiscovery(session, personId, read(Discovery));
    return redirect(`/employment/of/${personId}`);
  });
}

export default function ShowPersonsEmployment() {
  const { shown, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { person: t, fields } = useText(employmentText);
  const texts = useRefusals(employmentText);
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title(shown.name)}</title>
      <PageHeader title={t.title(shown.name)} crumbs={[{ label: t.crumb, to: "/employment" }, { label: shown.name, to: `/people/${shown.personId}` }]} />
      <Notice tone="calm">{t.private}</Notice>
      <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
      <Columns>
        <Stack>
          <Jobs shown={shown} today={today} />
          {shown.profile ? <OpeningCards openings={shown.openings} today={today} /> : null}
        </Stack>
        <Stack>
          <ProfileCard shown={shown} today={today} />
          <Card title={t.discoveries}><Stack>
            <Discoveries shown={shown} today={today} />
            <ConfirmForm tone="primary" trigger={t.addDiscovery} question={t.discoveryQ} confirm={t.discoveryDo} draft={`discovery/${shown.personId}`} basis={shown.discoveries.length}>
              <IdempotencyField />
              <FormScope result={result?.values?.openingId ? undefined : result} texts={texts}>
                <DayField name="onDay" label={t.onDay} defaultValue={today} max={today} />
                <TextField name="placeWords" label={t.where} optional maxLength={200} />
                <TextArea name="discovered" label={t.seen} rows={4} maxLength={4000} />
              </FormScope>
            </ConfirmForm>
          </Stack></Card>
        </Stack>
      </Columns>
    </>
  );
}

function Discoveries({ shown: { discoveries }, today }: { shown: ShownPerson; today: string }) {
  const { person: t } = useText(employmentText);
  const language = useLanguage();
  if (discoveries.length === 0) return <p className="soft">{t.discoveryEmpty}</p>;
  return <Timeline label={t.discoveries} items={discoveries.map((one) => ({ key: String(one.number), when: formatDayOnly(one.onDay, language, today), at: one.onDay, title: [one.placeWords, one.byName].filter(Boolean).join(" · "), note: <span className="pre">{one.words}</span> }))} />;
}

function ProfileCard({ shown: { profile, personId }, today }: { shown: ShownPerson; today: string }) {
  const { person: t, tasks, access, conditions, between } = useText(employmentText);
  const language = useLanguage();
  const to = `/employment/of/${personId}/profile`;
  if (!profile) return <Card title={t.profile}><EmptyState title={t.noProfile} level={3} action={<ButtonLink to={to} tone="primary">{t.write}</ButtonLink>}>{t.noProfileHint}</EmptyState></Card>;
  const listed = (words: Readonly<Record<string, string>>, keys: readonly string[]) => keys.map((key) => words[key]).join(between);
  const facts = [
    { label: t.wishes, value: profile.wishes }, { label: t.strengths, value: profile.strengths }, { label: t.support, value: profile.support }, { label: t.tasks, value: listed(tasks, profile.tasks) },
    { label: t.access, value: listed(access, profile.access) }, { label: t.avoids, value: listed(conditions, profile.avoids) },
    { label: t.hours, value: profile.leastHours === undefined && profile.mostHours === undefined ? "" : t.hoursOf(profile.leastHours, profile.mostHours) },
  ];
  return (
    <Card title={t.profile}><Stack>
      <Facts facts={facts.filter(({ value }) => value !== "").map(({ label, value }) => ({ label, value: <span className="pre">{value}</span> }))} />
      <p className="small soft">{t.written(profile.byName, formatDayOnly(profile.onDay, language, today), profile.number)}</p>
      <p><ButtonLink to={to}>{t.change}</ButtonLink></p>
    </Stack></Card>
  );
}

function Jobs({ shown: { spells }, today }: { shown: ShownPerson; today: string }) {
  const { person: t, job, states } = useText(employmentText);
  const language = useLanguage();
  const items = spells.flatMap(({ rows, kept }) => rows.toReversed().map((row) => ({
    key: row.id, when: job.since(formatDayOnly(row.begunOn, language, today)), at: row.begunOn, title: <Link to={`/employment/jobs/${row.id}`}>{`${row.placeName} · ${row.title}`}</Link>,
    note: <>{row.endedOn ? states.ended : row.pausedOn ? states.paused : states.working} · <KeptChips kept={kept} /></>,
  })));
  return <Card title={t.jobs}>{items.length === 0 ? <p className="soft">{t.noJobs}</p> : <Timeline label={t.jobs} items={items} />}</Card>;
}
