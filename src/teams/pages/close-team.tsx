import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { teamsText } from "../messages/index.ts";
import { CLOSING } from "../model/closing.ts";
import { HandOver, TeamAgain, TeamEnd } from "../model/forms.ts";
import { closeTeam } from "../service/closing/close-team.ts";
import { endRota } from "../service/closing/end-rota.ts";
import { handOver } from "../service/closing/hand-over.ts";
import { reopenTeam } from "../service/closing/reopen-team.ts";
import { showClosing } from "../service/closing/show-closing.ts";
import { StillOpenCards } from "../ui/still-open.tsx";

const idOf = (params: { teamId?: string | undefined }) => readParam(params.teamId, z.uuid());

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await showClosing(session, idOf(params)), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const [session, teamId] = [sessionOf(context), idOf(params)];
    const step = data.get("step");
    if (step === "hand_over") await handOver(session, teamId, read(HandOver));
    else if (step === "end_rota") await endRota(session, teamId);
    else if (step === "reopen") await reopenTeam(session, teamId, read(TeamAgain));
    else await closeTeam(session, teamId, read(TeamEnd));
    return redirect(`/teams/${teamId}${step === "reopen" ? "" : "/close"}`);
  });
}

export default function CloseTeam() {
  const { shown, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { closing: t, title, fields } = useText(teamsText);
  const texts = useRefusals(teamsText);
  const result = answer && "refusal" in answer ? answer : undefined;
  const { team, requests, elders, turns } = shown;
  const open = requests.length + elders.length + turns.length;
  const heading = `${team.name} · ${team.closed ? t.closedTitle : t.title}`;
  return (
    <>
      <title>{heading}</title>
      <PageHeader title={heading} lead={t.lead} crumbs={[{ label: title, to: "/teams" }, { label: team.name, to: `/teams/${team.id}` }]} />
      <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
      <FormScope result={result} texts={texts}>
        {team.closed ? <Again /> : open > 0 ? <><Notice tone="due">{t.stillOpen}</Notice><StillOpenCards shown={shown} today={today} /></> : <End />}
      </FormScope>
      <Events />
    </>
  );
}

function End() {
  const { today, shown: { members } } = useLoaderData<typeof loader>();
  const { closing: t } = useText(teamsText);
  return (
    <Card title={t.end}>
      <Form method="post" className="form">
        <IdempotencyField />
        <p>{t.keeps(members)}</p>
        <DayField name="closedOn" label={t.closedOn} defaultValue={today} />
        <Select name="reason" label={t.reason} options={CLOSING.map((value) => ({ value, label: t.reasons[value] }))} />
        <TextField name="words" label={t.words} hint={t.wordsHint} maxLength={300} optional />
        <FormActions><SubmitButton tone="danger">{t.endNow}</SubmitButton></FormActions>
      </Form>
    </Card>
  );
}

function Again() {
  const { today, shown: { team, members } } = useLoaderData<typeof loader>();
  const { closing: t } = useText(teamsText);
  const language = useLanguage();
  const closed = team.closed!;
  return (
    <Card title={t.closedSince(formatDayOnly(closed.closedOn, language, today))}>
      <p>{[t.reasons[closed.reason], closed.words, closed.byName].filter(Boolean).join(" · ")}</p>
      <Form method="post" className="form">
        <IdempotencyField />
        <input type="hidden" name="step" value="reopen" />
        <p className="soft">{t.againHint(members)}</p>
        <TextField name="words" label={t.againWords} maxLength={300} optional />
        <FormActions><SubmitButton>{t.again}</SubmitButton></FormActions>
      </Form>
    </Card>
  );
}

function Events() {
  const { today, shown: { team, events } } = useLoaderData<typeof loader>();
  const { closing: t } = useText(teamsText);
  const language = useLanguage();
  return (
    <Card title={t.past}>
      <ul className="stack tight plain">
        <li>{formatDayOnly(team.begunOn, language, today)} <b>{t.founded}</b></li>
        {events.map(({ number, kind, reason, words, onDay, byName }) => <li key={number}>{formatDayOnly(onDay, language, today)} <b>{t.kinds[kind]}</b> <span className="soft">{[reason && t.reasons[reason], words, byName].filter(Boolean).join(" · ")}</span></li>)}
      </ul>
    </Card>
  );
}
