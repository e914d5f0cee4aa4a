import { Smile } from "lucide-react";
import { Form, redirect, useActionData, useFetcher, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, ConfirmForm, EmptyState, FormActions, FormScope, Notice, PageHeader, RefusalNote, SubmitButton, TextField } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { activitiesText } from "../../messages/index.ts";
import { LIVE, Mark } from "../../model/terms.ts";
import { showSession, type Somebody } from "../../service/calendar/show-session.ts";
import { addWalkIn } from "../../service/attendance/add-walk-in.ts";
import { markRestAbsent } from "../../service/attendance/mark-rest-absent.ts";
import { takeAttendance } from "../../service/attendance/take-attendance.ts";
import { findPeople } from "../../service/registration/find-people.ts";
import { MarkChip, whenOf } from "../../ui/words.tsx";
import styles from "../../ui/activities.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const Step = z.union([
  z.object({ registrationId: z.uuid(), state: Mark }),
  z.object({ walkIn: z.uuid() }),
  z.object({ newcomer: z.literal("yes"), name: z.string().max(40).default(""), phone: z.string().max(20).default("") }),
  z.object({ rest: z.literal("absent") }),
]);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const q = (new URL(request.url).searchParams.get("q") ?? "").replaceAll("\0", "");
  const { occasion, people } = await showSession(session, readParam(params.sessionId, z.uuid()));
  const list = people.filter(({ repeats, status, attended }) => repeats === null && (LIVE.includes(status) || status === "walk_in" || attended !== null));
  return { occasion, list, q, found: await findPeople(session, q), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const [session, sessionId, step] = [sessionOf(context), readParam(params.sessionId, z.uuid()), read(Step)];
    if ("state" in step) await takeAttendance(session, { sessionId, marks: [{ registrationId: step.registrationId, state: step.state }] });
    else if ("walkIn" in step) await addWalkIn(session, { sessionId, personId: step.walkIn });
    else if ("newcomer" in step) await addWalkIn(session, { sessionId, name: step.name, phone: step.phone });
    else await markRestAbsent(session, sessionId);
    return "state" in step ? null : redirect(`/activities/${sessionId}/attendance`);
  });
}

export default function TakeAttendance() {
  const { occasion, list, today } = useLoaderData<typeof loader>();
  const { attend: t, faces, title } = useText(activitiesText);
  const texts = useRefusals(activitiesText);
  const language = useLanguage();
  const answer = useActionData<typeof action>();
  const result = answer && "refusal" in answer ? answer : undefined;
  const there = list.filter(({ attended }) => attended === "present" || attended === "late" || attended === "walk_in").length;
  const open = occasion.onDay <= today && !occasion.cancelled;
  return (
    <>
      <title>{`${t.title} · ${occasion.name}`}</title>
      <PageHeader title={`${t.title} · ${occasion.name}`} crumbs={[{ label: title, to: "/activities" }, { label: occasion.name, to: `/activities/${occasion.id}` }]} lead={`${whenOf(occasion, language, today)} · ${t.lead(there, list.length)}`}
        actions={open && there > 0 ? <ButtonLink to={`/activities/${occasion.id}/faces`} icon={<Smile className="icon" aria-hidden="true" />}>{faces.open}</ButtonLink> : undefined} />
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} />
        {open ? null : <Notice>{t.notYet}</Notice>}
        <Card>
          {list.length === 0 ? <EmptyState title={t.empty}>{t.emptyHint}</EmptyState> : <ul className="door">{list.map((row) => <Row key={row.id} row={row} open={open} />)}</ul>}
        </Card>
        {open ? <><WalkIns /><Rest /></> : null}
      </FormScope>
    </>
  );
}

/** One person: one tap says that they are here; another takes it back. */
function Row({ row, open }: { row: Somebody; open: boolean }) {
  const { attend: t, marks, session } = useText(activitiesText);
  const fetcher = useFetcher();
  const sent = fetcher.formData?.get("state");
  const attended = sent === undefined || sent === null ? row.attended : sent === "unmarked" ? null : sent as Somebody["attended"];
  const tap = (state: Mark, label: string, tone: "primary" | "plain" | "quiet") => (
    <fetcher.Form method="post" action="." key={state}>
      <IdempotencyField />
      <input type="hidden" name="registrationId" value={row.id} />
      <SubmitButton name="state" value={state} tone={tone} aria-label={`${row.name} ${label}`}>{label}</SubmitButton>
    </fetcher.Form>
  );
  return (
    <li id={`r-${row.id}`}>
      <span className="who"><strong>{row.name}</strong> <MarkChip mark={attended} />{row.companionOf ? null : row.age === null ? null : <span className="soft small"> {session.age(row.age)}</span>}{row.needs ? <span className="soft small"> · {row.needs}</span> : null}</span>
      {open ? (attended === null ? tap("present", t.there, "primary") : tap("unmarked", t.undo, "quiet")) : null}
      {open && attended === null ? <details><summary className="soft small">{t.more}</summary><div className="cluster">{(["late", "excused", "absent"] as const).map((state) => tap(state, marks[state], "plain"))}</div></details> : null}
    </li>
  );
}

function WalkIns() {
  const { q, found } = useLoaderData<typeof loader>();
  const { attend: t, enter } = useText(activitiesText);
  return (
    <Card title={t.walkIn}>
      <p className="soft">{t.walkInHint} {t.scan}</p>
      <Form method="get" className="form">
        <TextField name="q" label={enter.find} hint={enter.findHint} maxLength={60} defaultValue={q} />
        <FormActions><button type="submit" className="button">{t.search}</button></FormActions>
      </Form>
      {found.length > 0 ? (
        <ul className="door">
          {found.map(({ id, name, birthOn, communityName }) => (
            <li key={id}>
              <span className="who"><strong>{name}</strong> <span className="soft small">{[birthOn?.slice(0, 4), communityName].filter(Boolean).join(" · ")}</span></span>
              <Form method="post" action="."><IdempotencyField /><SubmitButton tone="primary" name="walkIn" value={id} aria-label={`${name} ${t.there}`}>{t.there}</SubmitButton></Form>
            </li>
          ))}
        </ul>
      ) : null}
      <Form method="post" action="." className="form">
        <IdempotencyField />
        <TextField name="name" label={t.newName} maxLength={40} />
        <TextField name="phone" label={t.newPhone} type="tel" width={16} maxLength={20} />
        <FormActions><SubmitButton name="newcomer" value="yes" tone="plain">{t.add}</SubmitButton></FormActions>
      </Form>
    </Card>
  );
}

function Rest() {
  const { list } = useLoaderData<typeof loader>();
  const { attend: t } = useText(activitiesText);
  if (!list.some(({ attended, status }) => attended === null && status === "booked")) return null;
  return <ConfirmForm trigger={t.rest} question={t.restQuestion} confirm={t.rest} tone="primary" action="." values={{ rest: "absent" }}><IdempotencyField /></ConfirmForm>;
}
