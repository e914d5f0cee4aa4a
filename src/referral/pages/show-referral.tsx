import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, Columns, Facts, Notice, PageHeader, RefusalNote, Stack, SubmitButton, Timeline } from "#platform/ui/index.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { referralText } from "../messages/index.ts";
import { Step } from "../model/referral.ts";
import { showReferral, type ShownReferral } from "../service/show-referral.ts";
import { stepReferral } from "../service/step-referral.ts";
import { packetLines } from "../ui/packet-words.ts";
import { StepForms } from "../ui/step-forms.tsx";
import { toneOf } from "../ui/tones.ts";

const idOf = (params: { referralId?: string | undefined }) => readParam(params.referralId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await showReferral(session, idOf(params)), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const id = idOf(params);
    await stepReferral(sessionOf(context), id, read(Step));
    return redirect(`/referrals/${id}`);
  });
}

export default function ShowReferral() {
  const { shown, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { show: t, states, fields } = useText(referralText);
  const texts = useRefusals(referralText);
  const language = useLanguage();
  const { referral, standing } = shown;
  const result = answer && "refusal" in answer ? answer : undefined;
  const title = referral.side === "out" ? t.out(referral.otherName) : t.in(referral.otherName);
  const late = standing.dueOn !== null && standing.dueOn < today;
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} crumbs={[{ label: t.crumb, to: `/referrals?side=${referral.side}` }]} lead={t.by(referral.sentByName, formatInstant(referral.sentAt, language, today))}
        chips={<Chip tone={toneOf({ state: standing.state, dueOn: standing.dueOn }, today)}>{states[standing.state]}</Chip>} actions={<PrintButton label={t.print} />} />
      {standing.dueOn !== null && (standing.state === "refused" || standing.state === "consent_ended") ? <Notice tone="due">{t.cameBack}</Notice> : late ? <Notice tone="late">{t.late(formatDay(standing.dueOn!, language, today))}</Notice> : null}
      <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
      <Columns>
        <Stack>
          <PacketCard shown={shown} />
          {shown.passphrase ? <Outside shown={shown} /> : null}
          <History shown={shown} today={today} />
        </Stack>
        <Stack>
          <StatusCard shown={shown} today={today} />
          <Card title={t.next}><StepForms shown={shown} result={result} today={today} /></Card>
        </Stack>
      </Columns>
    </>
  );
}

function PacketCard({ shown: { referral, packet, mayOpen } }: { shown: ShownReferral }) {
  const { show: t } = useText(referralText);
  const language = useLanguage();
  return (
    <Card title={referral.side === "out" ? t.packet : t.packetIn}>
      {packet ? <Facts facts={packetLines(packet, language).map(([label, value]) => ({ label, value: <span className="pre">{value}</span> }))} />
        : mayOpen ? <Form method="post" className="stack tight"><p>{t.unopened}</p><div><SubmitButton name="step" value="opened">{t.open}</SubmitButton></div></Form> : <p>{t.closed}</p>}
    </Card>
  );
}

function Outside({ shown: { referral, passphrase } }: { shown: ShownReferral }) {
  const { show: t } = useText(referralText);
  return (
    <Card title={t.outside}>
      <p className="no-print">{t.outsideLead}</p>
      <Facts facts={[{ label: t.passphrase, value: <span className="strong no-print">{passphrase}</span> }]} />
      <p className="no-print"><a className="button" href={`/referral-letters/${referral.id}`} download>{t.download}</a></p>
      <p className="small soft no-print">{t.reply}</p>
    </Card>
  );
}

function History({ shown: { events, referral }, today }: { shown: ShownReferral; today: string }) {
  const { show: t, events: words, reasons } = useText(referralText);
  const language = useLanguage();
  return (
    <Card title={t.timeline}>
      <Timeline label={t.timeline} items={events.map((event) => ({
        key: String(event.number), when: formatInstant(event.at, language, today), at: new Date(event.at).toISOString(),
        title: [words[event.kind], event.kind === "handed_over" ? event.workerName : null, event.reason && reasons[event.reason], event.bySide === referral.side ? null : referral.otherName, event.byName].filter(Boolean).join(" · "),
        note: [event.words, event.dueOn && formatDay(event.dueOn, language, today)].filter(Boolean).join(" · ") || undefined,
      }))} />
    </Card>
  );
}

function StatusCard({ shown: { referral, standing, workerName }, today }: { shown: ShownReferral; today: string }) {
  const { show: t, topics, reasons, states } = useText(referralText);
  const language = useLanguage();
  return (
    <Card title={t.status}>
      <Facts facts={[
        { label: t.topic, value: topics[referral.topic] }, { label: t.state, value: [states[standing.state], standing.reason && reasons[standing.reason]].filter(Boolean).join(" · ") },
        ...(standing.dueOn ? [{ label: t.due, value: formatDay(standing.dueOn, language, today) }] : []), { label: t.worker, value: workerName ?? t.nobody },
      ]} />
      <p className="no-print cluster">
        {referral.personId ? <ButtonLink to={`/people/${referral.personId}`} tone="quiet">{t.person}</ButtonLink> : null}
        {referral.caseId ? <ButtonLink to={`/cases/${referral.caseId}`} tone="quiet">{t.case}</ButtonLink> : null}
      </p>
    </Card>
  );
}
