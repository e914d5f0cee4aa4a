import { Form } from "react-router";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { FileField } from "#platform/ui/form/file-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { assessmentText } from "../messages/index.ts";
import type { TextFault } from "../model/item-texts.ts";

interface Import { readonly id: string; readonly licence: string; readonly byName: string; readonly at: string; readonly undoneAt: string | null; readonly undoneByName: string | null }
type Answer = Refused | { readonly faults: readonly TextFault[]; readonly values: Refused["values"] };

/** Bringing in the text of licensed items, what was brought in before, and how to take it back. */
export function ImportCard({ imports, mayImport, today, answer }: { imports: readonly Import[]; mayImport: boolean; today: string; answer: Answer | undefined }) {
  const { instrument: t } = useText(assessmentText);
  const texts = useRefusals(assessmentText);
  if (!mayImport) return null;
  const refused = answer && "refusal" in answer ? answer : undefined;
  return (
    <div className="no-print stack">
      <Card title={t.importTitle}>
        <FormScope result={refused ?? (answer ? { values: answer.values } : undefined)} texts={texts}>
          <Form method="post" encType="multipart/form-data" className="form">
            <p className="soft">{t.importLead}</p>
            <RefusalNote of={refused?.refusal} texts={texts} labels={{ licence: t.licenceField, file: t.file }} />
            {answer && "faults" in answer ? <Faults faults={answer.faults} /> : null}
            <IdempotencyField />
            <TextField name="licence" label={t.licenceField} hint={t.licenceHint} maxLength={300} />
            <FileField name="file" label={t.file} hint={t.fileHint} accept=".csv,.xlsx,.json,.txt" maxBytes={1024 * 1024} />
            <FormActions><SubmitButton>{t.doImport}</SubmitButton></FormActions>
          </Form>
        </FormScope>
      </Card>
      {imports.length > 0 ? <Imports imports={imports} today={today} /> : null}
    </div>
  );
}

function Faults({ faults }: { faults: readonly TextFault[] }) {
  const { instrument: t } = useText(assessmentText);
  return (
    <Notice tone="late">
      <p role="alert">{t.faults}</p>
      <table className="plain">
        <thead><tr><th scope="col">{t.row}</th><th scope="col">{t.field}</th><th scope="col">{t.problem}</th></tr></thead>
        <tbody>{faults.slice(0, 50).map(({ row, field, reason }) => <tr key={`${row}/${field}/${reason}`}><td>{row}</td><td>{field}</td><td>{t.reasons[reason]}</td></tr>)}</tbody>
      </table>
    </Notice>
  );
}

function Imports({ imports, today }: { imports: readonly Import[]; today: string }) {
  const { instrument: t } = useText(assessmentText);
  const language = useLanguage();
  const current = imports.find(({ undoneAt }) => undoneAt === null)?.id;
  return (
    <Card title={t.imports}>
      <ul className="stack">
        {imports.map(({ id, byName, licence, at, undoneByName }) => (
          <li key={id} className="stack tight">
            <span>{formatInstant(at, language, today)} · {t.importedBy(byName, licence)}</span>
            {undoneByName ? <span className="small soft">{t.undone(undoneByName)}</span> : null}
            {id === current ? <ConfirmForm trigger={t.undo} question={t.undoQuestion} confirm={t.undoConfirm} values={{ intent: "undo", importId: id }}><IdempotencyField /></ConfirmForm> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
