import { Clock } from "lucide-react";
import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, EmptyState, Notice, PageHeader, RefusalNote, Stack, StatRow, SubmitButton } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { hoursText } from "../../messages/index.ts";
import { ApplicationForm, Words } from "../../model/forms.ts";
import { applyForCertificate } from "../../service/certificates/apply-for-certificate.ts";
import { stepApplication } from "../../service/certificates/step-application.ts";
import { askCorrection } from "../../service/entries/ask-correction.ts";
import { listOwnHours } from "../../service/record/list-own-hours.ts";
import { ApplyForm } from "../../ui/apply-form.tsx";
import { APPLICATION_TONES, CERTIFICATE_TONES, ENTRY_TONES } from "../../ui/tones.ts";
import { WordsForm } from "../../ui/words-form.tsx";

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { own: await listOwnHours(session), today: session.today };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const session = sessionOf(context);
    const { intent } = read(z.object({ intent: z.enum(["ask", "apply", "take_back"]) }));
    if (intent === "ask") await askCorrection(session, read(z.object({ entryId: z.uuid(), words: Words })));
    else if (intent === "apply") await applyForCertificate(session, null, read(ApplicationForm));
    else await stepApplication(session, { ...read(z.object({ applicationId: z.uuid() })), step: "taken_back" });
    return redirect("/my-hours");
  });
}

export default function MyHours() {
  const { own, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { mine: t, time } = useText(hoursText);
  const texts = useRefusals(hoursText);
  const refused = answer && "refusal" in answer ? answer : undefined;
  const open = own.applications.some(({ state }) => state === "applied" || state === "accepted");
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} actions={<><ButtonLink to="/my-hours/record">{t.record}</ButtonLink><ButtonLink tone="quiet" to="/certificates/on-show">{t.onShow}</ButtonLink></>} />
      <RefusalNote of={refused?.refusal} texts={texts} />
      <StatRow label={t.title} stats={[{ label: t.confirmed, value: time(own.confirmedMinutes) }, { label: t.thisYear, value: time(own.thisYearMinutes) }, { label: t.waiting, value: time(own.waitingMinutes) }]} />
      {own.entries.length === 0 ? <EmptyState icon={<Clock className="icon" aria-hidden="true" />} title={t.empty}>{t.emptyHint}</EmptyState> : <Card title={t.entries}><Entries /></Card>}
      <Card title={t.certificates}><Certificates /></Card>
      {open || own.confirmedMinutes === 0 ? null : <Card title={t.apply}><ApplyForm today={today} refused={refused} firstOn={own.entries.at(-1)?.happenedOn} /></Card>}
    </>
  );
}

function Entries() {
  const { own, today } = useLoaderData<typeof loader>();
  const text = useText(hoursText);
  const { mine: t, time } = text;
  const language = useLanguage();
  return (
    <ul className="stack">
      {own.entries.map((entry) => {
        const asked = entry.requests.at(-1);
        return (
          <li key={entry.id}>
            <Stack space="tight">
              <div className="cluster"><b>{formatDay(entry.happenedOn, language, today)} · {entry.title}</b><span>{entry.minutes === null ? "" : time(entry.minutes)}</span><Chip tone={ENTRY_TONES[entry.state]}>{text.states[entry.state]}</Chip></div>
              {entry.reason ? <p className="small soft">{text.entry.corrected(entry.reason)}</p> : null}
              {entry.decisionWords ? <p className="soft">{entry.decisionWords}</p> : null}
              {asked ? <p className="small soft">{asked.answer ? `${t.answered[asked.answer]}: ${asked.answerWords}` : `${t.askWaiting}: ${asked.words}`}</p> : null}
              {entry.state === "withdrawn" || (asked && asked.answer === null) ? null : <WordsForm trigger={t.ask} question={entry.title} words={t.askWords} intent="ask" values={{ entryId: entry.id }} tone="primary" />}
            </Stack>
          </li>
        );
      })}
    </ul>
  );
}

function Certificates() {
  const { own, today } = useLoaderData<typeof loader>();
  const text = useText(hoursText);
  const { mine: t, time, period, certificates } = text;
  const language = useLanguage();
  const day = (on: string) => formatDay(on, language, today);
  const waiting = own.applications.filter(({ state }) => state !== "issued" && state !== "taken_back");
  if (waiting.length + own.certificates.length === 0) return <p className="soft">{t.none}</p>;
  return (
    <Stack>
      {waiting.map((one) => (
        <div key={one.id} className="stack tight">
          <div className="cluster"><b>{period(day(one.fromOn), day(one.untilOn))}</b><Chip tone={APPLICATION_TONES[one.state]}>{text.applications[one.state]}</Chip></div>
          {one.state === "declined" ? <p>{one.words}</p> : <Notice>{t.applied}</Notice>}
          {one.state === "declined" ? null : <Form method="post"><IdempotencyField /><input type="hidden" name="intent" value="take_back" /><input type="hidden" name="applicationId" value={one.id} /><SubmitButton tone="quiet">{t.takeBack}</SubmitButton></Form>}
        </div>
      ))}
      {own.certificates.map((one) => (
        <div key={one.id} className="stack tight">
          <div className="cluster"><b>{one.number}</b><Chip tone={CERTIFICATE_TONES[one.state]}>{certificates.states[one.state]}</Chip></div>
          <p>{period(day(one.fromOn), day(one.untilOn))} · {time(one.minutes)}</p>
          {one.state === "revoked" ? null : <div className="cluster"><a className="button primary" href={`/my-hours/certificates/${one.id}/pdf`}>{t.pdf}</a><a className="button" href={`/my-hours/certificates/${one.id}/file`}>{t.file}</a></div>}
        </div>
      ))}
    </Stack>
  );
}
