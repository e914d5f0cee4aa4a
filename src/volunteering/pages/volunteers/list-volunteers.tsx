import { Upload, UserPlus } from "lucide-react";
import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly, weekdayName } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, SubmitButton } from "#platform/ui/form/button.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { FilterBar, type ActiveFilter } from "#platform/ui/list/filter-bar.tsx";
import { Pager } from "#platform/ui/list/pager.tsx";
import { SearchBox } from "#platform/ui/list/search-box.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Figure } from "#platform/ui/show/figure.tsx";
import { StatRow } from "#platform/ui/show/stat.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf, readValues, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { volunteeringText } from "../../messages/index.ts";
import { hoursInWords } from "../../model/availability/hours-in-words.ts";
import { STATUSES } from "../../model/pathway/volunteer-status.ts";
import { appraiseVolunteers } from "../../service/pathway/appraise-volunteers.ts";
import { listProgrammes } from "../../service/programmes/list-programmes.ts";
import { showProgramme } from "../../service/programmes/show-programme.ts";
import { listVolunteers, VolunteerFilter } from "../../service/volunteers/list-volunteers.ts";
import { returnedOf } from "../../ui/step-page.tsx";
import { StatusChip } from "../../ui/status-chip.tsx";
import { requirementName } from "../../ui/words.ts";

const Query = VolunteerFilter.omit({ programmeId: true, limit: true, on: true }).extend({ programme: z.uuid().optional() });
const Placing = z.object({ id: listOf(z.uuid()), outcome: z.enum(["service_team", "reserve"]) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { programme: asked, ...filter } = readValues(Query, Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== "")), webOf(context).lang);
  const programmes = await listProgrammes(session);
  const chosen = programmes.find(({ id }) => id === asked) ?? programmes[0];
  const mayManage = session.actor.capabilities.has("volunteers.manage");
  if (!chosen) return { programmes, chosen: null, filter, mayManage, today: session.today };
  const [{ page, counts }, { policies }] = [await listVolunteers(session, { ...filter, programmeId: chosen.id }), await showProgramme(session, chosen.id)];
  return { programmes, chosen, filter, mayManage, today: session.today, page, counts, requirements: policies.at(-1)?.requirements ?? [] };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { id, outcome } = read(Placing);
    await appraiseVolunteers(sessionOf(context), { volunteerIds: id, outcome, words: "" });
    return redirect(request.url);
  });
}

export default function ListVolunteers() {
  const data = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  return (
    <>
      <title>{t.list.title}</title>
      {data.chosen ? <Programme data={data} /> : (
        <>
          <PageHeader title={t.list.title} />
          <EmptyState title={t.list.noProgramme} action={data.mayManage ? <ButtonLink tone="primary" to="/volunteers/programmes/new">{t.list.actions.newProgramme}</ButtonLink> : null}>{t.list.noProgrammeHint}</EmptyState>
        </>
      )}
    </>
  );
}

type Loaded = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { chosen: object }>;

function Programme({ data }: { data: Loaded }) {
  const { chosen, counts, page, filter, mayManage } = data;
  const t = useText(volunteeringText);
  const texts = useRefusals(volunteeringText);
  const refused = returnedOf(useActionData<typeof action>());
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      <PageHeader title={t.list.title} eyebrow={chosen.name} actions={<>
        {mayManage ? <ButtonLink tone="primary" icon={<Upload className="icon" aria-hidden="true" />} to={`/volunteers/import?programme=${chosen.id}`}>{t.list.actions.import}</ButtonLink> : null}
        <ButtonLink to={`/volunteers/trainings?programme=${chosen.id}`}>{t.list.actions.trainings}</ButtonLink>
        <ButtonLink to="/volunteers/programmes">{t.list.actions.programmes}</ButtonLink>
      </>} />
      <Counts data={data} />
      <SearchBox placeholder={t.list.search} defaultValue={filter.q ?? ""} />
      <Filters data={data} />
      <RefusalNote of={refused?.refusal} texts={texts} />
      <Card flush>
        <Rows data={data} empty={counts.all === 0 && !narrowed
          ? <EmptyState title={t.list.none} icon={<UserPlus className="icon" aria-hidden="true" />}>{t.list.noneHint}</EmptyState>
          : <EmptyState title={t.list.empty}>{t.list.emptyHint}</EmptyState>} />
      </Card>
      {mayManage && page.rows.length > 0 ? <Placement /> : null}
      <Pager after={page.next} />
    </>
  );
}

function Counts({ data: { counts, chosen } }: { data: Loaded }) {
  const t = useText(volunteeringText);
  const to = (query: string) => `/volunteers?programme=${chosen.id}&${query}`;
  const { service_team: team, reserve, applicant } = counts.byStatus;
  return (
    <StatRow label={t.list.counts} stats={[
      { label: t.trained, value: <Figure value={counts.trained} unit="persons" to={to("state=trained")} /> },
      { label: t.status.service_team, value: <Figure value={team} unit="persons" to={to("status=service_team")} />, note: `${t.ready} ${counts.ready}` },
      { label: t.status.reserve, value: <Figure value={reserve} unit="persons" to={to("status=reserve")} /> },
      { label: t.list.waiting, value: <Figure value={applicant} unit="persons" to={to("status=applicant")} />, note: t.list.declinedNote(counts.declined) },
      { label: t.list.states.ending, value: <Figure value={counts.ending} unit="persons" to={to("state=ending")} /> },
    ]} />
  );
}

function Filters({ data: { programmes, chosen, filter } }: { data: Loaded }) {
  const t = useText(volunteeringText);
  const language = useLanguage();
  const active: ActiveFilter[] = [
    ...(filter.status ? [{ name: "status", label: t.labelled(t.list.status, t.status[filter.status]) }] : []),
    ...(filter.state ? [{ name: "state", label: t.list.states[filter.state] }] : []),
    ...(filter.weekday ? [{ name: "weekday", label: weekdayName(filter.weekday, language) }] : []),
    ...(filter.skill ? [{ name: "skill", label: t.labelled(t.list.skill, filter.skill) }] : []),
    ...(filter.q ? [{ name: "q", label: t.quoted(filter.q) }] : []),
  ];
  return (
    <FilterBar active={active} keep={["q"]}>
      <Select name="programme" label={t.list.programme} empty={null} defaultValue={chosen.id} options={programmes.map(({ id, name }) => ({ value: id, label: name }))} />
      <Select name="status" label={t.list.status} optional empty={t.list.all} defaultValue={filter.status} options={STATUSES.map((value) => ({ value, label: t.status[value] }))} />
      <Select name="state" label={t.list.state} optional empty={t.list.all} defaultValue={filter.state} options={(["trained", "ready", "declined", "ending"] as const).map((value) => ({ value, label: t.list.states[value] }))} />
      <Select name="weekday" label={t.list.weekday} optional empty={t.list.all} defaultValue={filter.weekday?.toString()} options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day, language) }))} />
      <TextField name="skill" label={t.list.skill} optional width={8} defaultValue={filter.skill} />
    </FilterBar>
  );
}

function Rows({ data: { page, today, requirements, mayManage }, empty }: { data: Loaded; empty: React.ReactNode }) {
  const t = useText(volunteeringText);
  const language = useLanguage();
  return (
    <DataList caption={t.list.title} rows={page.rows} rowKey={({ id }) => id} rowTo={({ id }) => `/volunteers/${id}`} empty={empty}
      {...(mayManage && { pick: { form: "placement", rowName: (row: Loaded["page"]["rows"][number]) => row.name } })}
      columns={[
        { key: "name", label: t.list.name, render: (row) => row.name },
        { key: "status", label: t.list.status, render: (row) => <StatusChip {...row} /> },
        { key: "open", label: t.list.open, render: (row) => row.open.map((key) => requirementName(requirements.find((one) => one.key === key), t.kind, key)).join("、") || "—" },
        { key: "hours", label: t.list.hours, render: (row) => hoursInWords(row.hours, language) || "—" },
        { key: "place", label: t.list.place, render: (row) => row.place || "—" },
        { key: "ends", label: t.list.ends, render: (row) => (row.firstEndOn ? formatDayOnly(row.firstEndOn, language, today) : "—") },
      ]} />
  );
}

function Placement() {
  const t = useText(volunteeringText);
  return (
    <Form method="post" id="placement" className="cluster">
      <IdempotencyField />
      <span className="soft">{t.list.pickHint}</span>
      <SubmitButton tone="plain" name="outcome" value="service_team">{t.list.place_team}</SubmitButton>
      <SubmitButton tone="plain" name="outcome" value="reserve">{t.list.place_reserve}</SubmitButton>
    </Form>
  );
}
