import { data, Form, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, EmptyState, FormActions, Notice, PageHeader, RefusalNote, SubmitButton } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { draftDone, listOf, readValues, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { hoursText } from "../messages/index.ts";
import { decideHours } from "../service/entries/decide-hours.ts";
import { lookAtHours } from "../service/entries/look-at-hours.ts";
import { WordsForm } from "../ui/words-form.tsx";

const Ids = z.object({ id: listOf(z.uuid()) });
const Together = Ids.extend({ intent: z.enum(["confirmed", "refused", "reopened"]), words: z.string().trim().max(500).default("") });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { id } = readValues(Ids, { id: new URL(request.url).searchParams.getAll("id") }, webOf(context).lang);
  return { ...(await lookAtHours(session, id)), today: session.today };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read, data: form }) => {
    const { id, intent, words } = read(Together);
    const { done } = await decideHours(sessionOf(context), { ids: id, kind: intent, words });
    return data({ intent, done }, { headers: draftDone(form) });
  });
}

export default function ConfirmHours() {
  const { entries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { confirm: t, list } = useText(hoursText);
  const texts = useRefusals(hoursText);
  const can = entries.filter(({ stands }) => stands === null);
  const cannot = entries.filter(({ stands }) => stands !== null);
  const minutes = can.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0);
  const done = answer && "done" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} crumbs={[{ label: list.title, to: "/hours" }]} lead={can.length > 0 ? t.lead(can.length, minutes) : undefined} />
      <RefusalNote of={answer && "refusal" in answer ? answer.refusal : undefined} texts={texts} />
      {done ? <Done done={done} /> : null}
      {can.length === 0 && !done ? <EmptyState title={t.none} action={<ButtonLink to="/hours">{t.back}</ButtonLink>} /> : null}
      {can.length > 0 ? (
        <Card title={t.can}>
          <Lines entries={can} />
          <Form method="post" id="yes">
            <IdempotencyField />
            {can.map(({ id }) => <input key={id} type="hidden" name="id" value={id} />)}
            <FormActions>
              <SubmitButton name="intent" value="confirmed">{t.yes}</SubmitButton>
              <ButtonLink tone="quiet" to="/hours">{t.back}</ButtonLink>
            </FormActions>
          </Form>
          <WordsForm trigger={t.refuse} question={t.refuseQuestion} words={t.words} intent="refused" of={`${can[0]!.id}/${can.length}`}>
            {can.map(({ id }) => <input key={id} type="hidden" name="id" value={id} />)}
          </WordsForm>
        </Card>
      ) : null}
      {cannot.length > 0 && !done ? <Card title={t.cannot}><Lines entries={cannot} /></Card> : null}
    </>
  );
}

type Looked = ReturnType<typeof useLoaderData<typeof loader>>["entries"];

function Lines({ entries }: { entries: Looked }) {
  const { today } = useLoaderData<typeof loader>();
  const { time, refusals } = useText(hoursText);
  const language = useLanguage();
  return (
    <ul className="stack tight">
      {entries.map((entry) => (
        <li key={entry.id}><b>{entry.name}</b> · {formatDay(entry.happenedOn, language, today)} · {entry.title} · {entry.minutes === null ? "—" : time(entry.minutes)}
          {entry.stands ? <span className="soft"> · {refusals[`hours.${entry.stands}`]}</span> : null}</li>
      ))}
    </ul>
  );
}

/** What was done, with the way back: an undo is a row of its own. */
function Done({ done }: { done: { intent: string; done: readonly string[] } }) {
  const { confirm: t } = useText(hoursText);
  if (done.intent === "reopened") return <div role="status"><Notice tone="calm">{t.undone(done.done.length)}</Notice></div>;
  return (
    <div role="status">
      <Notice tone="ok">
        <p>{done.intent === "refused" ? t.refusedNow(done.done.length) : t.done(done.done.length)}</p>
        <Form method="post" className="cluster">
          <IdempotencyField />
          <input type="hidden" name="intent" value="reopened" />
          <input type="hidden" name="words" value={t.undoWords} />
          {done.done.map((id) => <input key={id} type="hidden" name="id" value={id} />)}
          <SubmitButton tone="plain">{t.undo}</SubmitButton>
          <ButtonLink tone="quiet" to="/hours">{t.back}</ButtonLink>
        </Form>
      </Notice>
    </div>
  );
}
