import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, DataList, EmptyState, Figure, PageHeader, Stack, StatRow } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { volunteeringText } from "../../messages/index.ts";
import { showRecruitment } from "../../service/recruitment/show-recruitment.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { capabilities, accountId } = session.actor;
  return { ...(await showRecruitment(session, readParam(params.programmeId, z.uuid()))), today: session.today, mayManage: capabilities.has("volunteers.manage"), me: accountId };
}

export default function ShowRecruitment() {
  const { programme, held, left, waiting, interviews, toMeet } = useLoaderData<typeof loader>();
  const t = useText(volunteeringText);
  const { recruitment: r } = t;
  return (
    <>
      <title>{`${r.board} · ${programme.name}`}</title>
      <PageHeader title={r.board} eyebrow={programme.name} crumbs={[{ label: t.list.title, to: `/volunteers?programme=${programme.id}` }, { label: programme.name, to: `/volunteers/programmes/${programme.id}` }]} />
      <StatRow label={r.board} stats={[
        { label: r.held, value: <Figure value={held} unit="persons" />, note: programme.places === null ? r.noLimit : r.ofPlaces(programme.places) },
        ...(left === null ? [] : [{ label: r.left, value: <Figure value={left} /> }]),
        { label: r.waiting, value: <Figure value={waiting.length} unit="persons" />, note: r.orders[programme.waitingOrder] },
        { label: r.interviews, value: <Figure value={interviews.filter(({ off }) => off === null).length} /> },
      ]} />
      <Stack>
        <Card title={r.interviews} flush><Interviews /></Card>
        {toMeet.length > 0 ? <Card title={r.toMeet} flush><ToMeet /></Card> : null}
        <Card title={r.waiting} flush><WaitingList /></Card>
      </Stack>
    </>
  );
}

function Interviews() {
  const { interviews, today, mayManage, me } = useLoaderData<typeof loader>();
  const { recruitment: r, list } = useText(volunteeringText);
  const language = useLanguage();
  return (
    <DataList caption={r.interviews} rows={interviews} rowKey={({ id }) => id} empty={<EmptyState title={r.noInterviews} level={3}>{r.noInterviewsHint}</EmptyState>}
      columns={[
        { key: "when", label: r.when, render: (row) => `${formatDay(row.onDay, language, today)} ${row.fromTime}` },
        { key: "name", label: list.name, render: (row) => row.name },
        { key: "place", label: r.place, render: (row) => row.place },
        { key: "with", label: r.with, render: (row) => row.interviewers.map(({ name }) => name).join("、") },
        { key: "act", label: r.open, end: true, render: (row) => (row.off ? <Chip tone="plain">{r.interview.offs[row.off]}</Chip>
          : mayManage || row.interviewers.some(({ accountId }) => accountId === me) ? <ButtonLink to={`/interviews/${row.id}`}>{r.open}<span className="sr-only"> {row.name}</span></ButtonLink> : "—") },
      ]} />
  );
}

function ToMeet() {
  const { toMeet, today, mayManage } = useLoaderData<typeof loader>();
  const { recruitment: r, list } = useText(volunteeringText);
  const language = useLanguage();
  return (
    <DataList caption={r.toMeet} rows={toMeet} rowKey={({ volunteerId }) => volunteerId} rowTo={({ volunteerId }) => `/volunteers/${volunteerId}${mayManage ? "/interview" : ""}`} empty={null}
      columns={[{ key: "name", label: list.name, render: (row) => row.name }, { key: "signed", label: list.signedUp, render: (row) => formatInstant(row.signedUpAt, language, today) }]} />
  );
}

function WaitingList() {
  const { waiting, today } = useLoaderData<typeof loader>();
  const { recruitment: r, list } = useText(volunteeringText);
  const language = useLanguage();
  return (
    <DataList caption={r.waiting} rows={waiting} rowKey={({ volunteerId }) => volunteerId} rowTo={({ volunteerId }) => `/volunteers/${volunteerId}`} empty={<EmptyState title={r.nobodyWaits} level={3}>{r.nobodyWaitsHint}</EmptyState>}
      columns={[
        { key: "turn", label: r.turnNumber, render: (row) => waiting.indexOf(row) + 1 },
        { key: "name", label: list.name, render: (row) => row.name },
        { key: "since", label: r.since, render: (row) => formatInstant(row.since, language, today) },
        { key: "hours", label: r.perWeek, end: true, render: (row) => r.hours(Math.round(row.minutes / 6) / 10) },
      ]} />
  );
}
