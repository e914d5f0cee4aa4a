import { LEVELS, type Owner, type PlanContent, type Risk } from "./plan.ts";

/** Words of the text that is signed. It is always written so, whatever language a page is read in: a signature belongs to one text. */
const OWNERS: Readonly<Record<Owner, string>> = { client: "本人", carer: "照顾者", volunteer: "志愿者", worker: "社工" };
const RISKS: Readonly<Record<Risk, string>> = { low: "低", medium: "中", high: "高" };
const SIGNED: Readonly<Record<number, string>> = { [-2]: "−2", [-1]: "−1", 0: "0", 1: "+1", 2: "+2" };

/** The exact text put before the person to sign: the same content always gives the same text. */
export function planText(name: string, content: PlanContent): string {
  const { number, about, risk, reviewOn, goals, steps } = content;
  const lines = [`个别化支持计划　第 ${number} 版`, `服务对象：${name}`, `我看重的：${about || "（未写）"}`, `风险程度：${RISKS[risk]}　复核日期：${reviewOn}`];
  for (const [index, goal] of goals.entries()) {
    lines.push("", `目标 ${index + 1}（权重 ${goal.weight}，希望在 ${goal.targetOn} 前）：${goal.words}`, `现在：${goal.baseline}（${SIGNED[goal.baselineLevel]}）`);
    lines.push(...LEVELS.map((level, at) => `${SIGNED[level]}：${goal.levels[at]}`));
    for (const step of steps.filter(({ goalId }) => goalId === goal.goalId)) lines.push(`步骤：${step.words}　由${OWNERS[step.owner]}${step.ownerName ? `（${step.ownerName}）` : ""}${step.dueOn ? `　${step.dueOn} 前` : ""}`);
  }
  return lines.join("\n");
}
