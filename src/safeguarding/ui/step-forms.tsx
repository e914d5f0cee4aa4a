import type { ReactNode } from "react";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftForm } from "#platform/ui/draft/draft-form.tsx";
import { Button, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import type { FormResult } from "#platform/ui/form/refusal-view.ts";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { safeguardingText } from "../messages/index.ts";
import { SEVERITIES, TOLD } from "../model/incident.ts";
import type { ShownIncident } from "../service/show-incident.ts";

/** What may be written down next, as the incident stands and by whoever reads. */
export function StepForms({ shown, result }: { shown: ShownIncident; result: FormResult | undefined }) {
  const { stands, isLead } = shown;
  const scope = useScopes(result);
  const kept = (step: string) => ({ draft: `incident/${shown.incident.id}/${step}`, basis: shown.entries.length });
  const { show: t, report, severities, told, steps } = useText(safeguardingText);
  if (stands.state === "closed") return <ConfirmForm tone="primary" trigger={t.reopen} question={t.stepWords} confirm={t.reopenNow} values={{ step: "reopened" }} {...kept("reopened")}>{scope("reopened", <TextArea name="words" label={t.stepWords} rows={3} maxLength={4000} />)}</ConfirmForm>;
  const whom = <Select name="toWhom" label={t.toldWhom} options={TOLD.map((value) => ({ value, label: told[value] }))} />;
  return (
    <div className="stack no-print">
      <DraftForm formKey={kept("acted").draft} basis={shown.entries.length} className="form" actions={(
        <FormActions>
          <SubmitButton name="step" value="acted">{steps.acted}</SubmitButton>
          {isLead ? <Button type="submit" name="step" value="reviewed">{steps.reviewed}</Button> : null}
        </FormActions>
      )}>
        <IdempotencyField />
        {scope("acted", <>
          <TextArea name="words" label={t.step} rows={3} maxLength={4000} />
          <TextField name="doneAt" type="datetime-local" label={report.doneAt} hint={report.doneHint} optional />
        </>)}
      </DraftForm>
      <ConfirmForm tone="primary" trigger={`${steps.told}…`} question={t.toldWhom} confirm={steps.told} values={{ step: "told" }} {...kept("told")}>
        {scope("told", <>
          {whom}
          <TextField name="toName" label={report.toName} optional maxLength={100} />
          <TextField name="reference" label={report.reference} optional maxLength={100} />
          <TextField name="doneAt" type="datetime-local" label={report.doneAt} hint={report.doneHint} optional />
          <TextArea name="words" label={report.words} rows={3} optional maxLength={4000} />
        </>)}
      </ConfirmForm>
      <ConfirmForm tone="primary" trigger={`${steps.graded}…`} question={t.gravity} confirm={steps.graded} values={{ step: "graded" }} {...kept("graded")}>
        {scope("graded", <>
          <Select name="severity" label={t.gravity} options={SEVERITIES.filter((value) => value !== stands.severity).map((value) => ({ value, label: severities[value] }))} />
          <TextArea name="words" label={t.stepWords} rows={3} maxLength={4000} />
        </>)}
      </ConfirmForm>
      {isLead ? <LeadForms scope={scope} whom={whom} kept={kept} /> : null}
    </div>
  );
}

type Scope = (step: string, fields: ReactNode) => ReactNode;

/** Every form's fields have ids of their own, and only the one that was sent shows what came back. */
function useScopes(result: FormResult | undefined): Scope {
  const texts = useRefusals(safeguardingText);
  return (step, fields) => <FormScope form={step} result={result?.values?.step === step ? result : undefined} texts={texts}>{fields}</FormScope>;
}

/** What only a lead decides: not to tell, and that it is over. */
function LeadForms({ scope, whom, kept }: { scope: Scope; whom: ReactNode; kept: (step: string) => { draft: string; basis: number } }) {
  const { show: t, report, steps } = useText(safeguardingText);
  return (
    <>
      <ConfirmForm trigger={`${steps.not_told}…`} question={report.why} confirm={report.notToldSave} values={{ step: "not_told" }} {...kept("not_told")}>{scope("not_told", <>{whom}<TextArea name="words" label={report.why} rows={3} maxLength={4000} /></>)}</ConfirmForm>
      <ConfirmForm trigger={`${t.closeTitle}…`} question={t.closeHint} confirm={t.closeNow} values={{ step: "closed" }} {...kept("closed")}>{scope("closed", <TextArea name="words" label={t.closeHint} rows={3} maxLength={4000} />)}</ConfirmForm>
    </>
  );
}
