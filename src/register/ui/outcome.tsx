import { Form } from "react-router";
import { formatInstant } from "#platform/i18n/days.ts";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, ConfirmForm, Notice, ProgressBar, Stack, StatRow, SubmitButton, type JobState } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { registerText } from "../messages/index.ts";
import type { ShownImport } from "../service/showing/show-import.ts";

/** How far the work at hand has come; the page may be left. */
export function Working({ entry, job }: Pick<ShownImport, "entry" | "job">) {
  const { page: { working: t } } = useText(registerText);
  const state: JobState = !job || job.status === "waiting" ? "queued" : job.status === "cancelling" ? "running" : job.status;
  const label = t[entry.status as "checking" | "applying" | "undoing"];
  return (
    <Card>
      <ProgressBar label={label} state={state} done={job?.doneCount ?? 0} total={job?.totalCount ?? null}
        cancel={entry.status === "undoing" ? null : <Form method="post"><IdempotencyField /><SubmitButton name="step" value="cancel" tone="plain">{t.cancel}</SubmitButton></Form>} />
      <p className="soft">{t.leave}</p>
    </Card>
  );
}

/** What was stopped, and how it goes on. */
export function Stopped({ entry }: Pick<ShownImport, "entry">) {
  const { page: { stopped: t, result } } = useText(registerText);
  const applying = entry.status === "stopped";
  const words = applying ? t.apply(entry.nextPosition, entry.figures?.dataRows ?? 0) : entry.status === "check_stopped" ? t.check : t.undo;
  return (
    <Card>
      <Notice tone="due">{words}</Notice>
      <div className="cluster">
        {entry.status === "undo_stopped" ? null : <Form method="post"><IdempotencyField /><SubmitButton name="step" value="resume">{applying ? t.resume : t.check_again}</SubmitButton></Form>}
        {entry.status === "check_stopped" ? null : <ConfirmForm trigger={result.undo} question={result.undoQuestion} confirm={result.undoConfirm} values={{ step: "undo", version: String(entry.version) }}><IdempotencyField /></ConfirmForm>}
      </div>
    </Card>
  );
}

/** What an import has brought, and the way to take it back. */
export function Result({ entry, today }: Pick<ShownImport, "entry"> & { today: string }) {
  const { page: { result: t } } = useText(registerText);
  const language = useLanguage();
  const undone = entry.status === "undone";
  const stat = (label: string, value: number) => ({ label, value: formatNumber(value, language) });
  const stats = undone
    ? [stat(t.removed, entry.removedCount), stat(t.restored, entry.restoredCount), stat(t.kept, entry.keptCount)]
    : [stat(t.created, entry.createdCount), stat(t.completed, entry.completedCount), stat(t.joined, entry.joinedCount), ...(entry.withheldCount > 0 ? [stat(t.withheld, entry.withheldCount)] : []), stat(t.left, entry.figures?.rowsBack ?? 0)];
  return (
    <Card title={t.title}>
      <Stack>
        {entry.appliedAt && entry.acceptedByName ? <p className="soft">{t.applied(entry.acceptedByName, formatInstant(entry.appliedAt, language, today))}</p> : null}
        <StatRow plain label={t.title} stats={stats} />
        <div className="cluster">
          {undone ? null : <ButtonLink to="/people" tone="primary">{t.people}</ButtonLink>}
          {entry.figures && entry.figures.rowsBack + entry.figures.rowsWarned > 0 ? <a className="button" href={`/register/${entry.id}/faulty`} download>{t.download}</a> : null}
          {undone && entry.keptCount === 0 ? null : <ConfirmForm trigger={undone ? t.undoAgain : t.undo} question={t.undoQuestion} confirm={t.undoConfirm} values={{ step: "undo", version: String(entry.version) }}><IdempotencyField /></ConfirmForm>}
        </div>
      </Stack>
    </Card>
  );
}
