import { Form } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { planningText } from "../messages/index.ts";
import type { Step } from "../model/plan.ts";
import type { StepState } from "../model/standing.ts";

export interface StepListProps {
  steps: readonly (Step & { readonly state: StepState })[];
  notes: Readonly<Record<string, string>>;
  today: string;
  mayChange: boolean;
  refusedFor: (stepId: string) => Refused | undefined;
}

const TONES = { open: "plain", done: "ok", dropped: "plain" } as const;

/** Steps towards a goal, each with the one thing to do: done, or not any more with the reason. */
export function StepList({ steps, notes, today, mayChange, refusedFor }: StepListProps) {
  const { show: t, owners, stepStates } = useText(planningText);
  const language = useLanguage();
  return (
    <div>
      {steps.map((step) => {
        const late = step.state === "open" && step.dueOn !== null && step.dueOn < today;
        return (
          <div key={step.stepId} id={`step-${step.stepId}`} className={step.state === "open" ? "plan-step" : "plan-step past"}>
            <div className="cluster">
              <span className="what">{step.words}</span>
              {step.state === "open" ? null : <Chip tone={TONES[step.state]}>{stepStates[step.state]}</Chip>}
              {late ? <Chip tone="late">{t.overdue}</Chip> : null}
            </div>
            <p className="small soft">{[`${owners[step.owner]}${step.ownerName ? ` · ${step.ownerName}` : ""}`, step.dueOn ? t.due(formatDayOnly(step.dueOn, language, today)) : null, notes[step.stepId]].filter(Boolean).join(" · ")}</p>
            {mayChange ? <Marks step={step} today={today} refused={refusedFor(step.stepId)} /> : null}
          </div>
        );
      })}
    </div>
  );
}

function Marks({ step, today, refused }: { step: StepListProps["steps"][number]; today: string; refused: Refused | undefined }) {
  const { show: t } = useText(planningText);
  const texts = useRefusals(planningText);
  const hidden = (state: StepState) => <><IdempotencyField /><input type="hidden" name="intent" value="step" /><input type="hidden" name="stepId" value={step.stepId} /><input type="hidden" name="state" value={state} /><input type="hidden" name="on" value={today} /></>;
  const about = <span className="sr-only">{`: ${step.words}`}</span>;
  return (
    <FormScope result={refused} texts={texts} form={step.stepId}>
      <RefusalNote of={refused?.refusal} texts={texts} labels={{ note: t.dropReason }} />
      <div className="cluster no-print">
        {step.state === "open" ? <Form method="post" preventScrollReset>{hidden("done")}<SubmitButton tone="plain">{t.done}{about}</SubmitButton></Form>
          : <Form method="post" preventScrollReset>{hidden("open")}<SubmitButton tone="quiet">{t.reopen}{about}</SubmitButton></Form>}
        {step.state === "open" ? (
          <details className="confirm" open={refused ? true : undefined}>
            <summary className="button quiet">{t.drop}{about}</summary>
            <Form method="post" className="confirm-body" preventScrollReset>
              <p>{t.dropQuestion}</p>
              {hidden("dropped")}
              <TextField name="note" label={t.dropReason} maxLength={500} />
              <SubmitButton tone="danger">{t.dropConfirm}</SubmitButton>
            </Form>
          </details>
        ) : null}
      </div>
    </FormScope>
  );
}
