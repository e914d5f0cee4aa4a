import { addDays } from "../../kernel/calendar.ts";
import { changeCaseRules, changeNames, listNames, openCase, stepCase, type TakenStep } from "../../casework/index.ts";
import type { Cast } from "./demo-cast.ts";

type Step = TakenStep["step"];
const on = (words = ""): Step => ({ kind: "advance", words });
const approve = (words: string): Step => ({ kind: "approve", words });

/** What is told of each of the made-up cases: who opened it, what brought them, the steps since, by days ago. */
const STORIES: readonly { daysAgo: number; words: string; originWords?: string; originKind?: "enquiry" | "visit" | "organization" | "snowball"; team: boolean; steps: readonly (readonly [daysAgo: number, Step, by?: "supervisor"])[] }[] = [
  { daysAgo: 58, words: "妈妈说，他五年没有自己下过楼，白天睡觉，夜里打游戏。他自己说想找份活干。", team: true, originKind: "visit", steps: [
    [55, on("上门两次，他愿意谈，同意建档")], [44, on("能自己做饭、骑车；怕人多的地方；妈妈腰不好")], [41, on("和他一起定了三个目标，先从每周出门一次开始")], [40, approve("目标具体，可以开始"), "supervisor"],
  ] },
  { daysAgo: 50, words: "爸爸照顾她二十年，最近住了两次院，不知道以后怎么办。", team: true, steps: [[47, on()], [36, on("爸爸压力很大，需要有人替手")]] },
  { daysAgo: 40, words: "邻居说楼上的小伙子常一个人在楼道里坐着，家里老人年纪大了。", originKind: "snowball", originWords: "东里 12 号李阿姨", team: false, steps: [[38, on()]] },
  { daysAgo: 9, words: "街道残联转来：想找离家近的工作，不知道能做什么。", originKind: "organization", originWords: "街道残联王干事", team: true, steps: [] },
  { daysAgo: 66, words: "长期在家，想学修自行车。", team: true, steps: [
    [64, on()], [60, on()], [57, on()], [56, approve("同意"), "supervisor"], [20, on("在社区修车摊做了八周，每周三个半天")], [8, on("三个目标到了两个，第三个部分达到")],
    [2, { kind: "close", reason: "goals_met", words: "在社区修车摊固定上班，每周四天。和妈妈的争吵少了。约好一个月后打电话问问，有事随时来。他说：“现在早上有地方去了。”" }],
  ] },
  { daysAgo: 70, words: "想搬去和姐姐住，不知道怎么办手续。", team: false, steps: [
    [68, on()], [30, { kind: "close", reason: "moved_away", words: "已搬到姐姐家，手续办好，当地社区已接上。" }], [29, approve("同意"), "supervisor"],
  ] },
  { daysAgo: 33, words: "住院手术，出院后再继续。", team: true, steps: [[30, on()], [12, { kind: "pause", untilOn: "", words: "住院手术，出院后再联系" }]] },
];

/** The made-up cases: a team, a programme, rules, seven cases in every state. */
export async function seedCases(cast: Cast, persons: readonly string[]): Promise<void> {
  const supervisor = await cast.as("supervisor", 72);
  await changeNames(supervisor, { intent: "add_team", name: "青年组" });
  await changeNames(supervisor, { intent: "add_programme", name: "社区老友" });
  const { teams: [team], programmes: [programme] } = await listNames(supervisor);
  for (const role of ["worker", "supervisor"]) await changeNames(supervisor, { intent: "join", teamId: team!.id, accountId: cast.accounts[role]! });
  await changeCaseRules(supervisor, { version: 0, approvals: ["plan", "close"], reviewDays: { intake: 7, assessment: 30, planning: 14, intervention: 45, evaluation: 21, closing: 14 }, note: "按青年组的工作节奏" });
  for (const [index, story] of STORIES.entries()) await tell(cast, story, { personId: persons[index]!, teamId: team!.id, programmeId: programme!.id });
}

async function tell(cast: Cast, { daysAgo, words, originWords = "", originKind = "visit", team, steps }: (typeof STORIES)[number], { personId, teamId, programmeId }: { personId: string; teamId: string; programmeId: string }): Promise<void> {
  const opener = await cast.as("worker", daysAgo);
  const { caseId } = await openCase(opener, { personId, words, originKind, originWords, openedOn: opener.today, ...(team && { teamId, programmeId }) });
  let version = 1;
  for (const [ago, step, by] of steps) {
    const session = await cast.as(by ?? "worker", ago);
    const taken = step.kind === "pause" ? { ...step, untilOn: addDays(session.today, 30) } : step;
    ({ version } = await stepCase(session, { caseId, version, onDay: session.today, step: taken }));
  }
}
