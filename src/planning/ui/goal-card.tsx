import { Form } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Timeline } from "#platform/ui/show/timeline.tsx";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { planningText } from "../messages/index.ts";
import { LEVELS, type Goal } from "../model/plan.ts";
import { StepList, type StepListProps } from "./step-list.tsx";

export interface GoalCardProps extends StepListProps {
  goal: Goal;
  ratings: readonly { readonly number: number; readonly level: number; readonly onDay: string; readonly note: string; readonly byName: string }[];
  /** The need it answers, in words. */
  need: string | undefined;
  refused: Refused | undefined;
}

/** One goal: where it stands on its five levels, its steps, and what was rated. */
export function GoalCard({ goal, ratings, need, refused, ...steps }: GoalCardProps) {
  const { show: t, levelShort } = useText(planningText);
  const language = useLanguage();
  const { today, mayChange } = steps;
  const now = ratings.toSorted((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : a.number - b.number)).at(-1)?.level;
  return (
    <Card title={goal.words} id={`goal-${goal.goalId}`}>
      <div className="stack">
        <p className="small soft">{[t.weight(goal.weight), t.target(formatDayOnly(goal.targetOn, language, today)), need ? `${t.need} ${need}` : null].filter(Boolean).join(" · ")}</p>
        <p><span className="soft">{t.baseline}</span> {goal.baseline}</p>
        <ol className="levels">
          {LEVELS.map((level, index) => <li key={level} aria-current={level === (now ?? goal.baselineLevel) ? "step" : undefined}><b>{levelShort[index]}{level === now ? ` · ${t.now}` : now === undefined && level === goal.baselineLevel ? ` · ${t.baseline}` : ""}</b>{goal.levels[index]}</li>)}
        </ol>
        {now === undefined ? <p className="small soft">{t.notRated}</p> : null}
        <StepList {...steps} />
        {mayChange ? <RateForm goal={goal} today={today} refused={refused} /> : null}
        {ratings.length > 0 ? <Timeline label={t.rate} items={ratings.toReversed().map((one) => ({ key: String(one.number), when: formatDayOnly(one.onDay, language, today), at: one.onDay, title: levelShort[one.level + 2], note: [one.note, one.byName].filter(Boolean).join(" · "), tone: "past" }))} /> : null}
      </div>
    </Card>
  );
}

function RateForm({ goal, today, refused }: { goal: Goal; today: string; refused: Refused | undefined }) {
  const { show: t, levelShort } = useText(planningText);
  const texts = useRefusals(planningText);
  return (
    <details className="confirm no-print" open={refused ? true : undefined}>
      <summary className="button">{t.rate}<span className="sr-only">{`: ${goal.words}`}</span></summary>
      <FormScope result={refused} texts={texts} form={goal.goalId}>
        <Form method="post" className="form confirm-body" preventScrollReset>
          <RefusalNote of={refused?.refusal} texts={texts} labels={{ level: t.level, on: t.on }} />
          <IdempotencyField />
          <input type="hidden" name="intent" value="rate" />
          <input type="hidden" name="goalId" value={goal.goalId} />
          <RadioCards name="level" label={t.level} choices={LEVELS.map((level, index) => ({ value: String(level), label: levelShort[index], hint: goal.levels[index] }))} />
          <DayField name="on" label={t.on} defaultValue={today} max={today} />
          <TextField name="note" label={t.note} maxLength={500} optional />
          <SubmitButton>{t.rateSave}</SubmitButton>
        </Form>
      </FormScope>
    </details>
  );
}
