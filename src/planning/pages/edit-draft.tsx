import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { Refusal } from "#kernel/refusal.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { planningText } from "../messages/index.ts";
import { AboutForm, DraftAction, Removal, StepForm } from "../model/forms.ts";
import { PlanId } from "../model/plan.ts";
import { discardDraft } from "../service/drafts/discard-draft.ts";
import { removePart } from "../service/drafts/remove-part.ts";
import { saveAbout } from "../service/drafts/save-about.ts";
import { saveStep } from "../service/drafts/save-step.ts";
import { settleVersion } from "../service/drafts/settle-version.ts";
import { showPlan } from "../service/plans/show-plan.ts";
import { AboutCard, DraftGoalCard, SettleCard } from "../ui/draft-cards.tsx";
import { refusedOf } from "../ui/refused.ts";
import styles from "../ui/planning.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { plan, personId, name, draft, current } = await showPlan(session, readParam(params.planId, PlanId));
  if (!draft) {
    if (!current) throw new Refusal("not_found", "plan.not_found");
    throw redirect(`/plans/${plan.id}`);
  }
  return { planId: plan.id, personId, name, draft, first: current === undefined, saved: new URL(request.url).searchParams.has("saved"), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  const planId = readParam(params.planId, PlanId);
  const here = `/plans/${planId}/draft`;
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    switch (data.get("intent")) {
      case "step": { const { goalId } = await addStep(read(StepForm.omit({ planId: true }))); return redirect(`${here}#goal-${goalId}`); }
      case "remove": await removePart(session, { ...read(Removal.omit({ planId: true })), planId }); return redirect(here);
      case "discard": await discardDraft(session, { ...read(DraftAction.omit({ planId: true })), planId }); return redirect(`/plans/${planId}`);
      case "settle": { const { version } = await settleVersion(session, { ...read(DraftAction.omit({ planId: true })), planId }); return redirect(`/plans/${planId}/versions/${version}`); }
      default: await saveAbout(session, { ...read(AboutForm.omit({ planId: true })), planId }); return redirect(`${here}?saved=1`);
    }
  });

  async function addStep(step: Omit<StepForm, "planId">): Promise<{ goalId: string }> {
    await saveStep(session, { ...step, planId });
    return step;
  }
}

export default function EditDraft() {
  const { planId, personId, name, draft, first, saved, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { draft: t, ...all } = useText(planningText);
  const texts = useRefusals(planningText);
  const general = refusedOf(answer, "settle") ?? refusedOf(answer, "remove") ?? refusedOf(answer, "discard");
  return (
    <>
      <title>{`${t.title(draft.number)} · ${name}`}</title>
      <PageHeader title={t.title(draft.number)} avatar={name} lead={t.lead} crumbs={[{ label: all.title, to: "/plans" }, { label: all.person.title(name), to: `/plans/of/${personId}` }]} />
      {saved ? <Notice tone="ok">{t.saved}</Notice> : null}
      <FormScope result={general} texts={texts}><RefusalNote of={general?.refusal} texts={texts} /></FormScope>
      <Columns>
        <Stack>
          <h2>{t.goals}</h2>
          {draft.goals.length === 0 ? <Card><EmptyState title={t.noGoals} level={3} /></Card> : draft.goals.map((goal) => (
            <DraftGoalCard key={`${goal.goalId}/${draft.edition}`} planId={planId} edition={draft.edition} goal={goal} steps={draft.steps.filter(({ goalId }) => goalId === goal.goalId)} today={today} refused={refusedOf(answer, "step", goal.goalId)} />
          ))}
          <div className="cluster"><ButtonLink tone={draft.goals.length === 0 ? "primary" : "plain"} to={`/plans/${planId}/draft/goal`}>{t.addGoal}</ButtonLink></div>
        </Stack>
        <Stack>
          <AboutCard key={draft.edition} planId={planId} draft={draft} today={today} refused={refusedOf(answer, "about")} />
          <SettleCard edition={draft.edition} ready={draft.goals.length > 0} first={first} />
        </Stack>
      </Columns>
    </>
  );
}
