import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, Columns, DraftForm, Facts, FormScope, Notice, PageHeader, RefusalNote, Stack, SubmitButton, Timeline, type FormScopeProps } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { hoursText } from "../messages/index.ts";
import { CorrectionForm } from "../model/forms.ts";
import { CONFIRM } from "../model/policy.ts";
import { correctHours } from "../service/entries/correct-hours.ts";
import { decideEntry } from "../service/entries/decide-hours.ts";
import { declineCorrection } from "../service/entries/decline-correction.ts";
import { showEntry } from "../service/entries/show-entry.ts";
import { EntryFields } from "../ui/entry-fields.tsx";
import { ENTRY_TONES } from "../ui/tones.ts";
import { WordsForm } from "../ui/words-form.tsx";

const Step = z.object({ intent: z.enum(["confirmed", "refused", "withdrawn", "reopened", "declined", "corrected"]), words: z.string().trim().max(500).default("") });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { ...(await showEntry(session, readParam(params.entryId, z.uuid()))), today: session.today, mayConfirm: session.actor.capabilities.has(CONFIRM) };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const session = sessionOf(context);
    const id = readParam(params.entryId, z.uuid());
    const { intent, words } = read(Step);
    if (intent === "corrected") return redirect(`/hours/entries/${(await correctHours(session, id, read(CorrectionForm))).id}`);
    if (intent === "declined") await declineCorrection(session, { entryId: id, words });
    else await decideEntry(session, { id, kind: intent, words });
    return redirect(`/hours/entries/${id}`);
  });
}

export default function ShowEntry() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { entry, state, name, today, mayConfirm, certified } = data;
  const text = useText(hoursText);
  const { entry: t, fields: f } = text;
  const texts = useRefusals(hoursText);
  const language = useLanguage();
  const refused = answer && "refusal" in answer ? answer : undefined;
  const facts = [
    { label: f.name, value: name }, { label: f.happenedOn, value: formatDay(entry.happenedOn, language, today) }, { label: f.time, value: entry.minutes === null ? text.states.open : text.time(entry.minutes) },
    { label: f.travelMinutes, value: entry.travelMinutes > 0 ? String(entry.travelMinutes) : "" }, { label: f.content, value: entry.content }, { label: f.recipient, value: entry.recipient }, { label: f.place, value: entry.place },
    { label: f.manager, value: entry.managerName }, { label: f.recorder, value: entry.recordedByName }, { label: f.source, value: text.sources[entry.sourceKind] },
  ].filter(({ value }) => value !== "");
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={entry.title} eyebrow={name} crumbs={[{ label: text.list.title, to: "/hours" }]} chips={<Chip tone={ENTRY_TONES[state]}>{text.states[state]}</Chip>} actions={<ButtonLink to={`/hours/people/${entry.personId}`}>{t.record}</ButtonLink>} />
      <RefusalNote of={refused?.refusal} texts={texts} />
      {certified ? <Notice tone="due">{t.certified}</Notice> : null}
      <Columns>
        <Stack>
          <Card><Facts facts={facts} /></Card>
          {mayConfirm ? <Steps data={data} refused={refused} /> : null}
        </Stack>
        <Card title={t.history}><History data={data} /></Card>
      </Columns>
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Steps({ data: { entry, state, requests }, refused }: { data: Loaded; refused: FormScopeProps["result"] }) {
  const { entry: t, fields: f } = useText(hoursText);
  const texts = useRefusals(hoursText);
  const asked = requests.some(({ answer }) => answer === null);
  if (state === "withdrawn") return null;
  return (
    <Card>
      <Stack>
        {state === "pending" ? <Form method="post"><IdempotencyField /><SubmitButton name="intent" value="confirmed">{t.confirm}</SubmitButton></Form> : null}
        {state === "pending" || state === "open" ? <WordsForm trigger={t.refuse} question={t.declineQuestion} words={f.words} intent="refused" /> : null}
        {state === "confirmed" || state === "refused" ? <WordsForm trigger={t.reopen} question={t.reopenQuestion} words={f.words} intent="reopened" tone="primary" /> : null}
        {asked ? <WordsForm trigger={t.decline} question={t.declineQuestion} words={f.words} intent="declined" tone="primary" /> : null}
        <details open={refused?.values?.intent === "corrected" ? true : undefined}>
          <summary className="button">{t.correct}</summary>
          <FormScope form="correct" result={refused} texts={texts}>
            <DraftForm formKey={`hours/${entry.id}/corrected`} className="stack" actions={<SubmitButton>{t.save}</SubmitButton>}>
              <IdempotencyField />
              <input type="hidden" name="intent" value="corrected" />
              <p className="soft">{t.correctHint}</p>
              <EntryFields entry={entry} reason />
            </DraftForm>
          </FormScope>
        </details>
        {state === "refused" ? null : <WordsForm trigger={t.withdraw} question={t.withdrawQuestion} words={f.words} intent="withdrawn" />}
      </Stack>
    </Card>
  );
}

/** Everything that became of it, the latest first. */
function History({ data: { chain, decisions, requests, today } }: { data: Loaded }) {
  const text = useText(hoursText);
  const { entry: t, time } = text;
  const language = useLanguage();
  const items = [
    ...chain.map((one) => ({ key: one.id, at: one.recordedAt, title: one.supersedes && one.reason ? t.corrected(one.reason) : t.recorded, note: `${one.minutes === null ? text.states.open : time(one.minutes)} · ${one.recordedByName}` })),
    ...decisions.map((one) => ({ key: `${one.entryId}${one.seq}`, at: one.at, title: t.decisions[one.kind], note: [one.words, one.byName].filter(Boolean).join(" · ") })),
    ...requests.flatMap((one) => [{ key: one.id, at: one.askedAt, title: t.asked(one.words), note: one.answer ? `${text.mine.answered[one.answer]}: ${one.answerWords} · ${one.answeredByName}` : text.list.shows.asked }]),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return <Timeline label={t.history} items={items.map((item) => ({ ...item, when: formatInstant(item.at, language, today) }))} />;
}
