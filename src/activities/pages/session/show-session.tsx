import { Form, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Checkbox, ConfirmForm, EmptyState, FormScope, Notice, PageHeader, RefusalNote, StatRow, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { activitiesText } from "../../messages/index.ts";
import { ROLES } from "../../model/terms.ts";
import { showSession } from "../../service/calendar/show-session.ts";
import { cancelSession } from "../../service/planning/cancel-session.ts";
import { restoreSession } from "../../service/planning/restore-session.ts";
import { cancelRegistration } from "../../service/registration/cancel-registration.ts";
import { decideApplication } from "../../service/registration/decide-application.ts";
import { Changes, FeedbackCard, PeopleCard } from "../../ui/session-cards.tsx";
import { PriorityWords, whenOf } from "../../ui/words.tsx";
import styles from "../../ui/activities.css?url";

const Step = z.discriminatedUnion("step", [
  z.object({ step: z.literal("cancel"), registrationId: z.uuid(), reason: z.string().max(300).default("") }),
  z.object({ step: z.literal("accept"), registrationId: z.uuid() }),
  z.object({ step: z.literal("refuse"), registrationId: z.uuid(), reason: z.string().max(300).default("") }),
  z.object({ step: z.literal("call_off"), callWhy: z.string().max(300).default(""), following: z.literal("yes").optional() }),
  z.object({ step: z.literal("restore") }),
]);

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const shown = await showSession(session, readParam(params.sessionId, z.uuid()));
  return { ...shown, today: session.today, manages: session.actor.capabilities.has("activities.manage"), opens: session.actor.capabilities.has("people.read") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const session = sessionOf(context);
    const sessionId = readParam(params.sessionId, z.uuid());
    const step = read(Step);
    if (step.step === "cancel") await cancelRegistration(session, { registrationId: step.registrationId, reason: step.reason });
    else if (step.step === "accept") await decideApplication(session, { registrationId: step.registrationId, answer: "accept" });
    else if (step.step === "refuse") await decideApplication(session, { registrationId: step.registrationId, answer: "refuse", reason: step.reason });
    else if (step.step === "restore") await restoreSession(session, sessionId);
    else await cancelSession(session, { sessionId, reason: step.callWhy, following: step.following === "yes" });
    return null;
  });
}

export default function ShowSession() {
  const { occasion, series, people, today, manages, feedback, answers, shared, history } = useLoaderData<typeof loader>();
  const t = useText(activitiesText);
  const texts = useRefusals(activitiesText);
  const language = useLanguage();
  const answer = useActionData<typeof action>();
  const result = answer && "refusal" in answer ? answer : undefined;
  const stats = ROLES.filter((role) => occasion.filled[role].places > 0 || occasion.filled[role].booked > 0).map((role) => ({
    label: t.roles[role], value: t.session.of(occasion.filled[role].booked, occasion.filled[role].places), note: [occasion.filled[role].waiting > 0 ? t.list.waiting(occasion.filled[role].waiting) : "", occasion.filled[role].came > 0 ? `${t.list.came} ${occasion.filled[role].came}` : ""].filter(Boolean).join(" · "),
  }));
  return (
    <>
      <title>{occasion.name}</title>
      <PageHeader title={occasion.name} crumbs={[{ label: t.title, to: "/activities" }]} lead={`${whenOf(occasion, language, today)} · ${occasion.place}`} actions={<Actions />} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={{ reason: t.session.reason, callWhy: t.session.callWhy }} />
        {occasion.cancelled ? <CalledOff /> : null}
        <StatRow plain label={t.session.places} stats={stats} />
        {people.length === 0 ? <Card><EmptyState title={t.session.nobody} action={manages && !occasion.cancelled ? <ButtonLink tone="primary" to={`/activities/${occasion.id}/sign-up`}>{t.session.signUp}</ButtonLink> : undefined}>{t.session.nobodyHint}</EmptyState></Card> : <People />}
        <FeedbackCard feedback={feedback} answers={answers} shared={shared} />
        <Card title={t.session.priority}><PriorityWords priority={series.rules.priority} /></Card>
        <Changes history={history} today={today} />
        {manages && !occasion.cancelled && occasion.onDay >= today ? <CallOff /> : null}
      </FormScope>
    </>
  );
}

function Actions() {
  const { occasion, today, manages } = useLoaderData<typeof loader>();
  const { session: t } = useText(activitiesText);
  const to = `/activities/${occasion.id}`;
  if (!manages) return <ButtonLink to={`/activities/series/${occasion.seriesId}`}>{t.series}</ButtonLink>;
  const coming = occasion.onDay >= today && !occasion.cancelled;
  return (
    <>
      {coming ? <ButtonLink tone={occasion.onDay > today ? "primary" : "plain"} to={`${to}/sign-up`}>{t.signUp}</ButtonLink> : null}
      {!occasion.cancelled && occasion.onDay <= today ? <ButtonLink tone="primary" to={`${to}/attendance`}>{t.attendance}</ButtonLink> : null}
      {coming ? <><ButtonLink to={`${to}/change`}>{t.edit}</ButtonLink><ButtonLink to={`${to}/following`}>{t.following}</ButtonLink></> : null}
      <ButtonLink to={`/activities/series/${occasion.seriesId}`}>{t.series}</ButtonLink>
    </>
  );
}

function People() {
  const { people, waitingOrder, manages, opens } = useLoaderData<typeof loader>();
  const { session: t } = useText(activitiesText);
  const first = people.filter(({ repeats }) => repeats === null);
  const waiting = waitingOrder.flatMap((id) => first.filter((row) => row.id === id));
  const shared = { manages, opens, all: people };
  return (
    <>
      <PeopleCard {...shared} title={t.applied} kind="applied" rows={first.filter(({ status }) => status === "applied")} />
      <PeopleCard {...shared} title={t.booked} kind="booked" rows={first.filter(({ status }) => status === "booked" || status === "walk_in")} />
      <PeopleCard {...shared} title={t.waiting} hint={t.waitingHint} kind="waitlisted" rows={waiting} />
      <PeopleCard {...shared} title={t.gone} kind="gone" rows={first.filter(({ status }) => status === "cancelled" || status === "refused")} />
      <PeopleCard {...shared} title={t.repeats} hint={t.repeatsHint} kind="gone" rows={people.filter(({ repeats }) => repeats !== null)} />
    </>
  );
}

function CalledOff() {
  const { occasion, today, manages } = useLoaderData<typeof loader>();
  const { session: t } = useText(activitiesText);
  return (
    <Notice tone="late">
      {t.calledOff(occasion.cancelledWhy ?? "")}
      {manages && occasion.onDay >= today ? <Form method="post" className="cluster"><IdempotencyField /><SubmitButton tone="plain" name="step" value="restore">{t.restore}</SubmitButton></Form> : null}
    </Notice>
  );
}

function CallOff() {
  const { session: t } = useText(activitiesText);
  return (
    <div className="no-print">
      <ConfirmForm trigger={t.calls} question={t.callHint} confirm={t.calls} values={{ step: "call_off" }}>
        <IdempotencyField />
        <TextField name="callWhy" label={t.callWhy} maxLength={300} />
        <Checkbox name="following" label={t.callFollowing} />
      </ConfirmForm>
    </div>
  );
}
