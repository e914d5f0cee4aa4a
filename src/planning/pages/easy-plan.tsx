import { Baby, BookOpen, Briefcase, CalendarCheck, CheckCheck, Coffee, Footprints, HandHeart, HeartHandshake, HeartPulse, House, ShieldCheck, Smile, Star, Trees, User, UserRoundCheck, Users, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { ReadAloud } from "#platform/ui/show/read-aloud.tsx";
import { sessionOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { planningText } from "../messages/index.ts";
import { PlanId, type Owner } from "../model/plan.ts";
import { listPlanNeeds } from "../service/plans/list-plan-needs.ts";
import { showPlan } from "../service/plans/show-plan.ts";
import styles from "../ui/planning.css?url";

/** A picture for every field of need; what stands for no need is a star. */
const TOPICS: Readonly<Record<string, LucideIcon>> = { outing: Footprints, company: Users, community: Trees, work: Briefcase, learning: BookOpen, health: HeartPulse, relief: Coffee, caring: Baby, living: House, safety: ShieldCheck };
const OWNERS: Readonly<Record<Owner, LucideIcon>> = { client: User, carer: HeartHandshake, volunteer: HandHeart, worker: UserRoundCheck };

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { plan, personId, name, current, steps } = await showPlan(session, readParam(params.planId, PlanId));
  const needs = current?.goals.some(({ needId }) => needId !== null) ? await listPlanNeeds(session, personId) : [];
  const topicOf = (needId: string | null) => needs.find(({ id }) => id === needId)?.code.split(".")[0] ?? "";
  return { planId: plan.id, name, reviewOn: plan.reviewOn, about: current?.about ?? "", settled: current !== undefined, goals: (current?.goals ?? []).map((goal) => ({ goalId: goal.goalId, words: goal.words, hoped: goal.levels[2]!, topic: topicOf(goal.needId), steps: steps.filter((step) => step.goalId === goal.goalId && step.state !== "dropped") })), today: session.today };
}

/** The same plan in short sentences with pictures, in large type; what is signed is the full text. */
export default function EasyPlan() {
  const { planId, name, reviewOn, about, settled, goals, today } = useLoaderData<typeof loader>();
  const { easy: t, title, show } = useText(planningText);
  const language = useLanguage();
  const spoken = [about ? `${t.about} ${about}` : "", ...goals.flatMap((goal) => [`${t.goals} ${goal.words}`, ...goal.steps.map((step) => `${t.owners[step.owner]} ${step.words}`)]), t.agree].filter(Boolean).join(t.stop);
  return (
    <>
      <title>{t.title(name)}</title>
      <PageHeader title={t.title(name)} crumbs={[{ label: title, to: "/plans" }, { label: show.crumb, to: `/plans/${planId}` }]} actions={<><ReadAloud text={spoken} /><ButtonLink to={`/plans/${planId}`}>{t.back}</ButtonLink><PrintButton label={t.print} /></>} />
      {settled ? (
        <div className="easy stack">
          {about ? <Card title={t.about}><Line icon={Smile}>{about}</Line></Card> : null}
          {goals.map((goal) => (
            <Card key={goal.goalId} title={t.goals}>
              <Line icon={TOPICS[goal.topic] ?? Star}><b>{goal.words}</b></Line>
              {goal.steps.map((step) => (
                <Line key={step.stepId} small icon={step.state === "done" ? CheckCheck : OWNERS[step.owner]}>
                  {t.owners[step.owner]}{step.ownerName ? ` (${step.ownerName})` : ""}{t.colon}{step.words}{step.state === "done" ? ` · ${t.done}` : step.dueOn ? ` · ${t.by(formatDayOnly(step.dueOn, language, today))}` : ""}
                </Line>
              ))}
              <Line small icon={Star}>{t.good}{t.colon}{goal.hoped}</Line>
            </Card>
          ))}
          <Card>
            {reviewOn ? <Line icon={CalendarCheck}>{t.review(formatDayOnly(reviewOn, language, today))}</Line> : null}
            <Line icon={Smile}>{t.agree}</Line>
            <p className="print-only">{t.sign} ____________________</p>
          </Card>
        </div>
      ) : <Card><EmptyState title={t.empty} /></Card>}
    </>
  );
}

function Line({ icon: Icon, small = false, children }: { icon: LucideIcon; small?: boolean; children: ReactNode }) {
  return <div className={small ? "easy-line easy-step" : "easy-line"}><span className="easy-picture"><Icon className="icon" aria-hidden="true" /></span><div>{children}</div></div>;
}
