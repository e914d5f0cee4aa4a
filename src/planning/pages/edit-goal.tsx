import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { ButtonLink, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, readValues, submit, valuesOf } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { planningText } from "../messages/index.ts";
import { GoalForm } from "../model/forms.ts";
import { LEVELS, PlanId } from "../model/plan.ts";
import { saveGoal } from "../service/drafts/save-goal.ts";
import { listPlanNeeds } from "../service/plans/list-plan-needs.ts";
import { showPlan } from "../service/plans/show-plan.ts";
import { needWords } from "../ui/need-words.ts";
import { refusedOf } from "../ui/refused.ts";

const WEIGHTS = [1, 2, 3, 4, 5] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { plan, personId, name, draft } = await showPlan(session, readParam(params.planId, PlanId));
  if (!draft) throw new Refusal("not_found", "plan.no_draft");
  const goalId = new URL(request.url).searchParams.get("goal");
  const goal = draft.goals.find((one) => one.goalId === goalId) ?? null;
  return { planId: plan.id, name, number: draft.number, edition: draft.edition, goal, needs: (await listPlanNeeds(session, personId)).map(({ id, code, words }) => ({ id, label: [needWords(code, webOf(context).lang), words].filter(Boolean).join(" · ") })), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  const { lang } = webOf(context);
  const planId = readParam(params.planId, PlanId);
  const goalId = new URL(request.url).searchParams.get("goal") ?? undefined;
  return submit(request, lang, async ({ data }) => {
    const values = valuesOf(data);
    const { goalId: saved } = await saveGoal(session, readValues(GoalForm, { ...values, planId, goalId, levels: LEVELS.map((_, index) => values[`levels.${index}`]) }, lang));
    return redirect(`/plans/${planId}/draft#goal-${saved}`);
  });
}

export default function EditGoal() {
  const { planId, name, number, edition, goal, needs, today } = useLoaderData<typeof loader>();
  const refused = refusedOf(useActionData<typeof action>());
  const { goal: t, draft: d, levelNames, title } = useText(planningText);
  const texts = useRefusals(planningText);
  const { ref, ...kept } = useDraft(`plan/${planId}/${number}/goal/${goal?.goalId ?? "new"}`, { basis: String(edition) });
  const heading = goal ? t.titleEdit : t.titleNew;
  return (
    <>
      <title>{`${heading} · ${name}`}</title>
      <PageHeader title={heading} avatar={name} crumbs={[{ label: title, to: "/plans" }, { label: d.title(number), to: `/plans/${planId}/draft` }]} />
      <FormScope result={refused} texts={texts}>
        <Card>
          <Form method="post" ref={ref} className="form">
            <RefusalNote of={refused?.refusal} texts={texts} />
            <IdempotencyField />
            <input type="hidden" name="edition" value={edition} />
            <TextField name="words" label={t.words} hint={t.wordsHint} maxLength={300} defaultValue={goal?.words} />
            {needs.length > 0 ? <Select name="needId" label={t.need} empty={t.noNeed} defaultValue={goal?.needId ?? undefined} options={needs.map((need) => ({ value: need.id, label: need.label }))} optional /> : null}
            <TextArea name="baseline" label={t.baseline} rows={2} maxLength={500} defaultValue={goal?.baseline} />
            <fieldset className="stack">
              <legend className="strong">{t.levels}</legend>
              <p className="soft">{t.levelsHint}</p>
              {LEVELS.map((level, index) => <TextField key={level} name={`levels.${index}`} label={levelNames[index]!} maxLength={300} defaultValue={goal?.levels[index]} />)}
            </fieldset>
            <RadioCards name="baselineLevel" label={t.baselineLevel} defaultValue={goal ? String(goal.baselineLevel) : "-2"} choices={LEVELS.map((level, index) => ({ value: String(level), label: levelNames[index]! }))} />
            <Select name="weight" label={t.weight} empty={null} defaultValue={String(goal?.weight ?? 3)} options={WEIGHTS.map((value, index) => ({ value: String(value), label: t.weights[index]! }))} />
            <DayField name="targetOn" label={t.targetOn} defaultValue={goal?.targetOn ?? addDays(today, 90)} />
            <DraftNote draft={kept} />
            <FormActions><SubmitButton>{t.save}</SubmitButton><ButtonLink tone="quiet" to={`/plans/${planId}/draft`}>{t.cancel}</ButtonLink></FormActions>
          </Form>
        </Card>
      </FormScope>
    </>
  );
}
