import { useEffect } from "react";
import { Form, redirect, useActionData, useLoaderData, useRevalidator, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import type { Session } from "#platform/db/session.ts";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, ConfirmForm, FormScope, Notice, PageHeader, RefusalNote, SubmitButton } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf, readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { registerText } from "../messages/index.ts";
import { isMoving, mayStep } from "../model/import/import-status.ts";
import { acceptImport } from "../service/applying/accept-import.ts";
import { cancelImport, resumeImport } from "../service/applying/resume-import.ts";
import { undoImport } from "../service/applying/undo-import.ts";
import { changeMapping } from "../service/checking/change-mapping.ts";
import { decideRows } from "../service/checking/decide-rows.ts";
import { discardImport } from "../service/checking/discard-import.ts";
import { showImport, type ShownImport } from "../service/showing/show-import.ts";
import { CertainMatches, PossibleMatches, RecoveryForm } from "../ui/decisions.tsx";
import { MappingForm } from "../ui/mapping-form.tsx";
import { Result, Stopped, Working } from "../ui/outcome.tsx";
import { FaultList, FigureRow, RepeatList, Understood } from "../ui/preview-parts.tsx";
import { STATUS_TONES } from "../ui/status-tones.ts";
import { matchesSent, mappingSent } from "./read-forms.ts";

const POLL_MS = 1500;
const Position = z.coerce.number().int().min(0);
const Step = z.object({
  step: z.enum(["map", "confirm", "confirm_all", "match", "accept", "resume", "cancel", "undo", "discard"]),
  version: z.coerce.number().int().default(0), remember: z.string().optional(), confirmed: listOf(Position),
});

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await showImport(session, readParam(params.importId, z.uuid())), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const importId = readParam(params.importId, z.uuid());
    await takeStep(sessionOf(context), importId, read(Step), data);
    return redirect(data.get("step") === "discard" ? "/register" : `/register/${importId}`);
  });
}

async function takeStep(session: Session, importId: string, { step, version, remember, confirmed }: z.output<typeof Step>, data: FormData): Promise<unknown> {
  switch (step) {
    case "map": return changeMapping(session, { importId, version, mapping: mappingSent(data), remember: remember === "yes" });
    case "confirm": return decideRows(session, { importId, version, confirmed });
    case "confirm_all": return decideRows(session, { importId, version, confirmed: "all" });
    case "match": return decideRows(session, { importId, version, matches: matchesSent(data) });
    case "accept": return acceptImport(session, { importId, version });
    case "resume": return resumeImport(session, { importId });
    case "cancel": return cancelImport(session, { importId });
    case "undo": return undoImport(session, { importId, version });
    case "discard": return discardImport(session, { importId });
  }
}

export default function ShowImport() {
  const { shown, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { page: t } = useText(registerText);
  const texts = useRefusals(registerText);
  const { entry } = shown;
  const moving = isMoving(entry.status);
  useLooking(moving);
  const result = answer && "refusal" in answer ? answer : undefined;
  const failure = entry.checkFailure;
  return (
    <>
      <title>{`${entry.fileName} · ${t.title}`}</title>
      <PageHeader title={entry.fileName} crumbs={[{ label: t.title, to: "/register" }]} chips={<Chip tone={STATUS_TONES[entry.status]}>{t.status[entry.status]}</Chip>} />
      <FormScope result={result} texts={texts}>
        <div className="stack">
          <RefusalNote of={result?.refusal} texts={texts} />
          <SameFile shown={shown} today={today} />
          {moving ? <Working entry={entry} job={shown.job} /> : null}
          {failure ? <RefusalNote of={{ kind: "invalid_input", reason: failure.reason, params: failure.params, fields: [], difference: undefined }} texts={texts} /> : null}
          {entry.status === "stopped" || entry.status === "check_stopped" || entry.status === "undo_stopped" ? <Stopped entry={entry} /> : null}
          {entry.status === "applied" || entry.status === "undone" ? <Result entry={entry} today={today} /> : null}
          <Checked shown={shown} />
          {mayStep(entry.status, "discard") ? <ConfirmForm trigger={t.discard.trigger} question={t.discard.question} confirm={t.discard.confirm} values={{ step: "discard" }}><IdempotencyField /></ConfirmForm> : null}
        </div>
      </FormScope>
      {moving ? <noscript><meta httpEquiv="refresh" content="3" /></noscript> : null}
    </>
  );
}

/** What the file holds, and what can be decided about it. */
function Checked({ shown: { entry, preview, recoveries, certain, possible } }: { shown: ShownImport }) {
  const texts = useRefusals(registerText);
  if (!preview || !entry.figures) return null;
  const deciding = entry.status === "ready";
  const people = preview.sheets.some(({ read }) => read);
  return (
    <>
      {people ? <FigureRow figures={entry.figures} /> : <Notice tone="late">{texts["register.no_people"]}</Notice>}
      {deciding ? <Accept entry={entry} /> : null}
      <Understood preview={preview} />
      {deciding ? <MappingForm entry={entry} preview={preview} /> : null}
      <RecoveryForm version={entry.version} recoveries={recoveries} total={entry.figures.suggestions} />
      <PossibleMatches version={entry.version} matches={possible} />
      <CertainMatches matches={certain} total={entry.figures.matchesCertain} />
      {people ? <FaultList faults={preview.faults} /> : null}
      <RepeatList repeats={preview.repeats} />
    </>
  );
}

function Accept({ entry }: Pick<ShownImport, "entry">) {
  const { page: { accept: t } } = useText(registerText);
  const persons = entry.figures?.distinctPersons ?? 0;
  if (persons === 0) return <Card title={t.title}><p>{t.nothing}</p></Card>;
  return (
    <Card title={t.title}>
      <Form method="post" className="stack">
        <IdempotencyField />
        <input type="hidden" name="version" value={entry.version} />
        <p>{t.lead(persons, entry.figures?.rowsBack ?? 0)}</p>
        <div><SubmitButton name="step" value="accept">{t.button(persons)}</SubmitButton></div>
      </Form>
    </Card>
  );
}

function SameFile({ shown: { same }, today }: { shown: ShownImport; today: string }) {
  const { page: t } = useText(registerText);
  const language = useLanguage();
  const [latest] = same;
  if (!latest) return null;
  const state = latest.undoneAt ? "undone" : latest.appliedAt ? "applied" : "open";
  return <Notice>{t.sameFile(formatInstant(latest.uploadedAt, language, today), latest.uploadedByName, state)}</Notice>;
}

/** Looks again by itself while something is at work. */
function useLooking(moving: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!moving || state !== "idle") return; // a slow answer is waited for, never cut off by the next question
    const timer = setTimeout(() => void revalidate(), POLL_MS);
    return () => clearTimeout(timer);
  }, [moving, state, revalidate]);
}
