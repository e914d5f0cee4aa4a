import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type ClientActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FacesField } from "#platform/ui/form/faces-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextArea } from "#platform/ui/form/text-field.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { offlineAware, unlessOffline } from "#platform/web/offline.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { visitsText } from "../messages/index.ts";
import { SEVERITIES } from "../model/concern.ts";
import { LENGTHS_MINUTES } from "../model/lengths.ts";
import { MOODS, VISIT_MODES, type VisitMode } from "../model/visit.ts";
import { listMyPairs } from "../service/list-my-pairs.ts";
import { logVisit } from "../service/log-visit.ts";

/** The three usual ways stand first; the others are a choice further on. */
const USUAL: readonly VisitMode[] = ["outside", "home", "activity", "phone", "online"];
const VisitForm = z.object({
  day: z.enum(["today", "yesterday"]), otherDay: z.iso.date().optional(),
  minutes: z.coerce.number().int(), mode: z.enum(VISIT_MODES), mood: z.enum(MOODS), words: z.string().max(4000).optional(),
  concernWords: z.string().max(4000).optional(), severity: z.enum(SEVERITIES).optional(),
});

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const pairId = readParam(params.pairId, z.uuid());
  const pair = (await listMyPairs(session)).find((mine) => mine.pairId === pairId);
  if (!pair) throw new Refusal("not_found", "visit.pair_not_found");
  return { pairId, name: pair.name, safetyNote: pair.safetyNote, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { day, otherDay, concernWords, severity = "worry", words = "", ...rest } = read(VisitForm);
    const happenedOn = otherDay ?? (day === "today" ? session.today : addDays(session.today, -1));
    const pairId = readParam(params.pairId, z.uuid());
    await logVisit(session, { pairId, happenedOn, words, ...rest, ...(concernWords && { concern: { severity, words: concernWords } }) });
    return redirect(`/my-pairs?saved=${concernWords ? "told" : "visit"}`);
  });
}

/** Without a network nothing is lost: the draft stays and the form says what to do. */
export const clientAction = (args: ClientActionFunctionArgs) => offlineAware(() => args.serverAction<typeof action>());

export const shouldRevalidate = unlessOffline;

export default function LogVisitPage() {
  const { pairId, name, safetyNote, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action | typeof clientAction>();
  const { form: t } = useText(visitsText);
  const texts = useRefusals(visitsText);
  const { ref, ...draft } = useDraft(`visit/${pairId}`);
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title(name)}</title>
      <PageHeader title={t.title(name)} crumbs={[{ label: name, to: `/my-pairs/${pairId}` }]} />
      {safetyNote ? <Notice tone="due">{safetyNote}</Notice> : null}
      {answer && "offline" in answer ? <Notice tone="late">{t.offline}</Notice> : null}
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} />
        <Form method="post" ref={ref} className="form">
          <IdempotencyField />
          <FacesField name="mood" label={t.mood} />
          <TextArea name="words" label={t.words} hint={t.wordsHint} rows={4} optional maxLength={4000} />
          <div className="stack short-choices">
            <RadioCards name="minutes" label={t.minutes} defaultValue="120" choices={LENGTHS_MINUTES.map((minutes) => ({ value: String(minutes), label: t.lengths[minutes] ?? String(minutes) }))} />
            <RadioCards name="mode" label={t.mode} defaultValue="outside" choices={USUAL.map((value) => ({ value, label: t.modes[value] }))} />
            <RadioCards name="day" label={t.when} defaultValue="today" choices={[{ value: "today", label: t.today }, { value: "yesterday", label: t.yesterday }] } />
          </div>
          <details>
            <summary>{t.otherDay}</summary>
            <DayField name="otherDay" label={t.otherDay} max={today} optional />
          </details>
          <ConcernPart />
          <DraftNote draft={draft} />
          <SubmitButton big>{t.done}</SubmitButton>
        </Form>
      </FormScope>
    </>
  );
}

/** Folded away: most meetings hold nothing to worry about. */
function ConcernPart() {
  const { form: t } = useText(visitsText);
  return (
          <details>
            <summary>{t.concern}</summary>
            <div className="stack">
              <p className="soft">{t.concernHint}</p>
              <RadioCards name="severity" label={t.severity} defaultValue="worry" choices={SEVERITIES.map((value) => ({ value, label: t.severities[value] }))} />
              <TextArea name="concernWords" label={t.concernWords} rows={4} optional maxLength={4000} />
            </div>
          </details>
  );
}
