import { Form, redirect, useActionData, useLoaderData, useSearchParams, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { addDays, isDay } from "#kernel/calendar.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, DayField, EmptyState, FormActions, FormScope, PageHeader, RadioCards, RefusalNote, Select, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readValues, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { routingText } from "../messages/index.ts";
import { NewPlan, PURPOSE_IDS } from "../model/plan.ts";
import { beginPlan } from "../service/plans/begin-plan.ts";
import { listVisitors } from "../service/plans/list-visitors.ts";
import { startPlaces } from "../service/plans/start-places.ts";
import { planSent, teamRows } from "../ui/new-plan-form.ts";
import { TeamRow } from "../ui/team-row.tsx";
import styles from "../ui/routing.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const asked = params.get("day") ?? "";
  const onDay = isDay(asked) && asked >= session.today ? asked : addDays(session.today, 1);
  return { onDay, today: session.today, rows: teamRows(params), places: await startPlaces(session), visitors: await listVisitors(session, onDay), me: `staff:${session.actor.accountId}` };
}

export function action({ request, context }: ActionFunctionArgs) {
  const { lang } = webOf(context);
  return submit(request, lang, async ({ data }) => {
    const { id } = await beginPlan(sessionOf(context), readValues(NewPlan, planSent(data), lang));
    return redirect(`/rounds/${id}/people`);
  });
}

export default function NewPlanPage() {
  const { places } = useLoaderData<typeof loader>();
  const { create: t, list } = useText(routingText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} crumbs={[{ label: list.title, to: "/rounds" }]} lead={t.lead} />
      {places.length === 0 ? <Card><EmptyState title={t.noStart} action={<ButtonLink tone="primary" to="/places">{t.toPlaces}</ButtonLink>}>{t.noStartHint}</EmptyState></Card> : <PlanForm />}
    </>
  );
}

function PlanForm() {
  const { onDay, today, places, rows, visitors, me } = useLoaderData<typeof loader>();
  const { create: t } = useText(routingText);
  const texts = useRefusals(routingText);
  const answer = useActionData<typeof action>();
  const [params] = useSearchParams();
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <FormScope result={result} texts={texts}>
      <Form method="post" className="stack">
        <RefusalNote of={result?.refusal} texts={texts} labels={{ onDay: t.day, startUnitId: t.start, lunchMinutes: t.lunchMinutes, lunchFrom: t.lunchFrom, lunchUntil: t.lunchUntil, teams: t.who }} />
        <IdempotencyField />
        <Card>
          <div className="form">
            <DayField name="onDay" label={t.day} defaultValue={onDay} min={today} />
            <Select name="startUnitId" label={t.start} hint={t.startHint} empty={null} options={places.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={places[0]!.id} />
            <RadioCards name="purpose" label={t.purpose} hint={t.purposeHint} defaultValue="home_visit" choices={PURPOSE_IDS.map((value) => ({ value, label: t.purposes[value] }))} />
            <RadioCards name="first" label={t.first} defaultValue="way" choices={[{ value: "way", label: t.firsts.way }, { value: "visitors", label: t.firsts.visitors }]} />
          </div>
        </Card>
        {Array.from({ length: rows }, (_, row) => <TeamRow key={row} row={row} visitors={visitors} first={row === 0 ? me : ""} />)}
        <p><ButtonLink tone="quiet" to={`/rounds/new?${new URLSearchParams({ ...Object.fromEntries(params), teams: String(rows + 1) }).toString()}`}>{t.moreTeams}</ButtonLink></p>
        <Card title={t.lunch}>
          <div className="route-hours">
            <TextField name="lunchMinutes" label={t.lunchMinutes} inputMode="numeric" width={4} defaultValue={60} />
            <TextField name="lunchFrom" label={t.lunchFrom} type="time" width={8} defaultValue="11:30" />
            <TextField name="lunchUntil" label={t.lunchUntil} type="time" width={8} defaultValue="14:00" />
          </div>
        </Card>
        <FormActions><SubmitButton tone="primary">{t.next}</SubmitButton></FormActions>
      </Form>
    </FormScope>
  );
}
