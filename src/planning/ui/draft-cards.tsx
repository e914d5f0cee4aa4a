import { Form } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { ButtonLink, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { planningText } from "../messages/index.ts";
import { LEVELS, Owner, REVIEW_RULE, Risk, type Goal, type Step } from "../model/plan.ts";

/** What matters, the risk and the day of review. */
export function AboutCard({ planId, draft, today, refused }: { planId: string; draft: { readonly number: number; readonly about: string; readonly risk: Risk; readonly reviewOn: string; readonly reason: string; readonly edition: number }; today: string; refused: Refused | undefined }) {
  const { draft: t, person, risks, unverified } = useText(planningText);
  const texts = useRefusals(planningText);
  const { low, medium, high } = REVIEW_RULE.days;
  const { ref, ...kept } = useDraft(`plan/${planId}/${draft.number}/about`, { basis: String(draft.edition) });
  return (
    <Card title={t.about}>
      <FormScope result={refused} texts={texts} form="about">
        <Form method="post" ref={ref} className="form">
          <RefusalNote of={refused?.refusal} texts={texts} />
          <IdempotencyField />
          <input type="hidden" name="intent" value="about" />
          <input type="hidden" name="edition" value={draft.edition} />
          <TextArea name="about" label={person.about} hint={person.aboutHint} defaultValue={draft.about} maxLength={2000} optional />
          <Select name="risk" label={person.risk} hint={person.riskHint(low, medium, high)} empty={null} defaultValue={draft.risk} options={Risk.options.map((value) => ({ value, label: risks[value] }))} />
          <DayField name="reviewOn" label={t.reviewOn} defaultValue={draft.reviewOn} min={today} />
          <p className="small soft cluster">{t.reviewRule} <Chip tone="due">{unverified}</Chip></p>
          {draft.number > 1 ? <TextField name="reason" label={t.reason} defaultValue={draft.reason} maxLength={500} optional /> : null}
          <DraftNote draft={kept} />
          <FormActions><SubmitButton tone="plain">{t.save}</SubmitButton></FormActions>
        </Form>
      </FormScope>
    </Card>
  );
}

/** A goal of a draft with its steps, and the form for one more. */
export function DraftGoalCard({ planId, edition, goal, steps, today, refused }: { planId: string; edition: number; goal: Goal; steps: readonly Step[]; today: string; refused: Refused | undefined }) {
  const { draft: t, show, owners, levelShort } = useText(planningText);
  const language = useLanguage();
  return (
    <Card title={goal.words} id={`goal-${goal.goalId}`}>
      <div className="stack">
        <p className="small soft">{[show.weight(goal.weight), show.target(formatDayOnly(goal.targetOn, language, today))].join(" · ")}</p>
        <ol className="levels">{LEVELS.map((level, index) => <li key={level} aria-current={level === goal.baselineLevel ? "step" : undefined}><b>{levelShort[index]}{level === goal.baselineLevel ? ` · ${show.now}` : ""}</b>{goal.levels[index]}</li>)}</ol>
        <div className="cluster">
          <ButtonLink to={`/plans/${planId}/draft/goal?goal=${goal.goalId}`}>{t.editGoal}<span className="sr-only">{`: ${goal.words}`}</span></ButtonLink>
          <Removing edition={edition} values={{ goalId: goal.goalId }} what={goal.words} />
        </div>
        <div>
          {steps.map((step) => (
            <div key={step.stepId} className="plan-step">
              <span className="what">{step.words}</span>
              <p className="small soft">{[`${owners[step.owner]}${step.ownerName ? ` · ${step.ownerName}` : ""}`, step.dueOn ? show.due(formatDayOnly(step.dueOn, language, today)) : null].filter(Boolean).join(" · ")}</p>
              <div className="cluster"><Removing edition={edition} values={{ stepId: step.stepId }} what={step.words} /></div>
            </div>
          ))}
        </div>
        <StepAdder edition={edition} goal={goal} refused={refused} open={steps.length === 0} />
      </div>
    </Card>
  );
}

function Removing({ edition, values, what }: { edition: number; values: Readonly<Record<string, string>>; what: string }) {
  const { draft: t } = useText(planningText);
  return (
    <Form method="post" preventScrollReset>
      <IdempotencyField />
      {Object.entries({ intent: "remove", edition: String(edition), ...values }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <SubmitButton tone="quiet">{t.remove}<span className="sr-only">{`: ${what}`}</span></SubmitButton>
    </Form>
  );
}

function StepAdder({ edition, goal, refused, open }: { edition: number; goal: Goal; refused: Refused | undefined; open: boolean }) {
  const { draft: t, owners } = useText(planningText);
  const texts = useRefusals(planningText);
  return (
    <details className="confirm" open={open || refused ? true : undefined}>
      <summary className="button">{t.addStep}<span className="sr-only">{`: ${goal.words}`}</span></summary>
      <FormScope result={refused} texts={texts} form={goal.goalId}>
        <Form method="post" className="form confirm-body" preventScrollReset>
          <RefusalNote of={refused?.refusal} texts={texts} labels={{ words: t.stepWords }} />
          <IdempotencyField />
          <input type="hidden" name="intent" value="step" />
          <input type="hidden" name="edition" value={edition} />
          <input type="hidden" name="goalId" value={goal.goalId} />
          <TextField name="words" label={t.stepWords} maxLength={300} />
          <div className="range">
            <Select name="owner" label={t.owner} empty={null} defaultValue="client" options={Owner.options.map((value) => ({ value, label: owners[value] }))} />
            <TextField name="ownerName" label={t.ownerName} maxLength={60} optional />
          </div>
          <DayField name="dueOn" label={t.dueOn} optional />
          <SubmitButton tone="plain">{t.stepSave}</SubmitButton>
        </Form>
      </FormScope>
    </details>
  );
}

/** Settling a draft, or throwing a later one away. */
export function SettleCard({ edition, ready, first }: { edition: number; ready: boolean; first: boolean }) {
  const { draft: t } = useText(planningText);
  return (
    <Card title={t.settle}>
      <div className="stack">
        <p className="soft">{t.settleHint}</p>
        {ready ? <Form method="post"><IdempotencyField /><input type="hidden" name="intent" value="settle" /><input type="hidden" name="edition" value={edition} /><SubmitButton>{t.settle}</SubmitButton></Form> : null}
        {first ? null : <ConfirmForm trigger={t.discard} question={t.discardQuestion} confirm={t.discardConfirm} values={{ intent: "discard", edition: String(edition) }}><IdempotencyField /></ConfirmForm>}
      </div>
    </Card>
  );
}
