import type { Session } from "#platform/db/session.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import type { PaperFacts } from "#platform/print/paper.ts";
import { planningText } from "../../messages/index.ts";
import { levelOn } from "../../model/attainment.ts";
import { showPersonPlans } from "./show-person-plans.ts";
import { showPlan } from "./show-plan.ts";

const t = planningText.zh;
const day = (on: string | null | undefined) => (on ? formatDayOnly(on, "zh", "") : null);
const signed = (level: number | undefined) => (level === undefined ? null : level > 0 ? `+${level}` : String(level));

/** The settled plan of a case, else the person's latest, as standard forms write it; nothing where there is none or the reader may not see plans. */
export async function planPaper(session: Session, { caseId, personId }: { caseId: string; personId: string }): Promise<PaperFacts> {
  if (!session.actor.capabilities.has("plans.work")) return { fields: {}, lists: {} };
  const { plans } = await showPersonPlans(session, personId);
  const settled = plans.filter(({ currentVersion, caseId: of }) => currentVersion !== null && (of === caseId || of === null));
  const plan = settled.find((one) => one.caseId === caseId) ?? settled[0];
  if (!plan) return { fields: {}, lists: {} };
  const { current, ratings, steps, attainment } = await showPlan(session, plan.id);
  if (!current) return { fields: {}, lists: {} };
  return {
    fields: { 看重的事: current.about, 风险程度: t.risks[current.risk], 计划复核日期: day(plan.reviewOn ?? current.reviewOn), 计划版本: String(current.number), 目标达成: attainment.now?.toFixed(1) },
    lists: {
      目标: current.goals.map(({ goalId, words, baseline, levels, targetOn, weight }) => ({ 目标: words, 起点: baseline, 达成: levels[2], 现况: signed(levelOn(goalId, ratings, session.today)), 期限: day(targetOn), 权重: String(weight) })),
      步骤: steps.map(({ words, owner, ownerName, dueOn, state }) => ({ 步骤: words, 由谁: ownerName || t.owners[owner], 期限: day(dueOn), 状态: t.stepStates[state] })),
    },
  };
}
