import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { z } from "zod";
import { planningText } from "../messages/index.ts";
import { Ending, GoalRating, Review, StepMark } from "../model/forms.ts";
import { PlanId } from "../model/plan.ts";
import { beginVersion } from "../service/drafts/begin-version.ts";
import { listPlanNeeds } from "../service/plans/list-plan-needs.ts";
import { showPlan } from "../service/plans/show-plan.ts";
import { endPlan } from "../service/progress/end-plan.ts";
import { holdReview } from "../service/progress/hold-review.ts";
import { markStep } from "../service/progress/mark-step.ts";
import { rateGoal } from "../service/progress/rate-goal.ts";
import { GoalCard } from "../ui/goal-card.tsx";
import { EndCard, NextVersion, OverviewCard, ReviewCard, ScoreCard, VersionsCard } from "../ui/plan-cards.tsx";
import { needWords } from "../ui/need-words.ts";
import { refusedOf } from "../ui/refused.ts";
import styles from "../ui/planning.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { stepEvents, agreements: _, versions, ...shown } = await showPlan(session, readParam(params.planId, PlanId));
  const needs = shown.current?.goals.some(({ needId }) => needId !== null) ? await listPlanNeeds(session, shown.personId) : [];
  const notes = Object.fromEntries(stepEvents.map(({ stepId, note, byName }) => [stepId, [note, byName].filter(Boolean).join(" · ")]));
  return { ...shown, notes, needNames: Object.fromEntries(needs.map(({ id, code }) => [id, needWords(code, webOf(context).lang)])), versions: versions.map(({ number, standing, settledOn, reason, createdByName }) => ({ number, standing, settledOn, reason, createdByName })), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  const planId = readParam(params.planId, PlanId);
  const here = `/plans/${planId}`;
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    switch (data.get("intent")) {
      case "step": { const { stepId } = await markStep(session, { ...read(StepMark.omit({ planId: true })), planId }); return redirect(`${here}#step-${stepId}`); }
      case "rate": { const { goalId } = await rateGoal(session, { ...read(GoalRating.omit({ planId: true })), planId }); return redirect(`${here}#goal-${goalId}`); }
      case "review": await holdReview(session, { ...read(Review.omit({ planId: true })), planId }); return redirect(here);
      case "end": await endPlan(session, { ...read(Ending.omit({ planId: true })), planId }); return redirect(here);
      default: await beginVersion(session, { planId, ...read(z.object({ reason: z.string().trim().max(500).default("") })) }); return redirect(`${here}/draft`);
    }
  });
}

export default function ShowPlan() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(planningText);
  const language = useLanguage();
  const { plan, personId, name, current, draft, ending, versions, steps, ratings, notes, needNames, today } = shown;
  const standing = versions.find(({ number }) => number === plan.currentVersion)?.standing;
  const mayChange = plan.endedOn === null;
  return (
    <>
      <title>{t.person.title(name)}</title>
      <PageHeader title={t.show.crumb} avatar={name} lead={name} crumbs={[{ label: t.title, to: "/plans" }, { label: t.person.title(name), to: `/plans/of/${personId}` }]}
        chips={standing ? <Chip tone={standing === "agreed" ? "ok" : standing === "refused" ? "late" : "due"}>{t.standings[standing]}</Chip> : undefined}
        actions={<><ButtonLink to={`/access/support_plan/${plan.id}`}>{t.whoSees}</ButtonLink>{current ? <ButtonLink to={`/plans/${plan.id}/easy`}>{t.show.easy}</ButtonLink> : null}{current ? <ButtonLink to={`/plans/${plan.id}/versions/${current.number}`} tone={standing === "waiting" ? "primary" : "plain"}>{t.show.text}</ButtonLink> : null}{draft && mayChange ? <ButtonLink tone={current ? "plain" : "primary"} to={`/plans/${plan.id}/draft`}>{t.show.toDraft}</ButtonLink> : null}</>} />
      {ending ? <Notice>{t.show.endedOn(formatDayOnly(ending.onDay, language, today), t.show.endReasons[ending.reason])} {ending.words}</Notice> : null}
      {current ? (
        <Columns>
          <Stack>
            {current.goals.map((goal) => (
              <GoalCard key={goal.goalId} goal={goal} ratings={ratings.filter(({ goalId }) => goalId === goal.goalId)} need={goal.needId ? needNames[goal.needId] : undefined} steps={steps.filter(({ goalId }) => goalId === goal.goalId)} notes={notes}
                today={today} mayChange={mayChange} refused={refusedOf(answer, "rate", goal.goalId)} refusedFor={(stepId) => refusedOf(answer, "step", stepId)} />
            ))}
          </Stack>
          <Stack>
            <OverviewCard current={current} reviewOn={plan.reviewOn} today={today} />
            <ScoreCard attainment={shown.attainment} overTime={shown.overTime} today={today} />
            <ReviewCard planId={plan.id} reviews={shown.reviews} today={today} mayChange={mayChange} refused={refusedOf(answer, "review")} />
            <VersionsCard planId={plan.id} versions={versions} today={today} />
            {mayChange && !draft ? <NextVersion refused={refusedOf(answer, "next")} /> : null}
            {mayChange ? <EndCard planId={plan.id} today={today} refused={refusedOf(answer, "end")} /> : null}
          </Stack>
        </Columns>
      ) : <Card><EmptyState title={t.show.noVersion} action={<ButtonLink tone="primary" to={`/plans/${plan.id}/draft`}>{t.show.toDraft}</ButtonLink>} /></Card>}
    </>
  );
}
