import type { ReactNode } from "react";
import { addDays } from "#kernel/calendar.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { ConfirmForm, DayField, FormScope, Select, Stack, TextArea, TextField } from "#platform/ui/index.ts";
import type { FormResult } from "#platform/ui/form/refusal-view.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { employmentText } from "../messages/index.ts";
import type { JobState } from "../model/job.ts";
import { END_REASONS, MODES, type EntryKind } from "../model/terms.ts";

/** What may be written down next in a job as it stands. */
export function EntryForms({ jobId, entries, state, result, today }: { jobId: string; entries: number; state: JobState; result: FormResult | undefined; today: string }) {
  const { job: t, modes, reasons } = useText(employmentText);
  const texts = useRefusals(employmentText);
  const day = <DayField name="onDay" label={t.onDay} defaultValue={today} max={today} />;
  const words = (optional: boolean) => <TextArea name="words" label={t.words} rows={3} optional={optional} maxLength={2000} />;
  const number = (name: string, label: string) => <TextField name={name} label={label} inputMode="numeric" width={4} />;
  const running = state.endedOn === null;
  const forms: readonly (readonly [boolean, EntryKind, string, string, string, ReactNode])[] = [
    [true, "supported", t.supported, t.supportedQ, t.supportedDo, <>{day}{number("minutes", t.minutes)}<Select name="mode" label={t.mode} empty={null} options={MODES.map((value) => ({ value, label: modes[value] }))} />{words(true)}</>],
    [running, "followed", t.followed, t.followedQ, t.followedDo, <>{day}{words(false)}<DayField name="nextOn" label={t.nextOn} optional min={addDays(today, 1)} /></>],
    [running, "planned", t.plan, t.planQ, t.planDo, <>{number("startMinutes", t.start)}{number("endMinutes", t.end)}{number("weeks", t.weeks)}</>],
    [running && state.pausedOn === null, "paused", t.paused, t.pausedQ, t.pausedDo, <>{day}{words(true)}</>],
    [running && state.pausedOn !== null, "resumed", t.resumed, t.resumedQ, t.resumedDo, <>{day}{words(true)}</>],
    [running, "ended", t.ended, t.endedQ, t.endedDo, <>{day}<Select name="reason" label={t.reason} options={END_REASONS.map((value) => ({ value, label: reasons[value] }))} />{words(true)}</>],
  ];
  return (
    <div className="no-print">
      <Stack>{forms.map(([offered, kind, trigger, question, confirm, fields]) => (offered ? (
        <ConfirmForm key={kind} tone={kind === "ended" ? "danger" : "primary"} trigger={trigger} question={question} confirm={confirm} values={{ kind }} draft={`job/${jobId}/${kind}`} basis={entries}>
          <IdempotencyField />
          <FormScope form={kind} result={result?.values?.kind === kind ? result : undefined} texts={texts}>{fields}</FormScope>
        </ConfirmForm>
      ) : null))}</Stack>
    </div>
  );
}
