import type { ReactNode } from "react";
import { useText } from "#platform/i18n/use-text.ts";
import { DayField, DraftForm, FormActions, FormScope, RefusalNote, SubmitButton } from "#platform/ui/index.ts";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { caseworkText } from "../../messages/index.ts";
import type { CaseStepKind } from "../../model/cases/decide-step.ts";

export interface StepGroundProps {
  caseId: string;
  version: number;
  /** First and last day a step may be dated. */
  lastOn: string;
  today: string;
  refused: Refused | undefined;
}

/** One step of a case as a form: its own fields, the day, the button. */
export function StepForm({ kind, submit, tone = "primary", ground: { caseId, version, lastOn, today, refused }, dated = true, children }: { kind: CaseStepKind; submit: string; tone?: "primary" | "plain" | "danger"; ground: StepGroundProps; dated?: boolean; children?: ReactNode }) {
  const { steps: t } = useText(caseworkText).cases;
  const texts = useRefusals(caseworkText);
  const own = refused?.values.kind === kind ? refused : undefined;
  return (
    <FormScope result={own} texts={texts} form={kind}>
      <DraftForm formKey={`case/${caseId}/${kind}`} basis={version} className="form" actions={<FormActions><SubmitButton tone={tone}>{submit}</SubmitButton></FormActions>}>
        <RefusalNote of={own?.refusal} texts={texts} labels={{ words: t.words, onDay: t.onDay, workerId: t.toWorker, teamId: t.toTeam, untilOn: t.until, reason: t.closeReason, stage: t.backTo }} />
        <IdempotencyField />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="version" value={version} />
        {children}
        {dated ? <DayField name="onDay" label={t.onDay} defaultValue={today} min={lastOn} max={today} /> : <input type="hidden" name="onDay" value={today} />}
      </DraftForm>
    </FormScope>
  );
}

/** A step that is not the usual one: closed until asked for, open when it came back refused. */
export function OtherStep({ title, kind, refused, children }: { title: string; kind: CaseStepKind; refused: Refused | undefined; children: ReactNode }) {
  return (
    <details className="case-other" open={refused?.values.kind === kind ? true : undefined}>
      <summary>{title}</summary>
      <div className="case-other-body">{children}</div>
    </details>
  );
}
