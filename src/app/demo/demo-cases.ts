import { addDays } from "../../kernel/calendar.ts";
import { changeTemplate, makeDocument, SHIPPED } from "../../documents/index.ts";
import { changeCaseRules, changeNames, listDueCases, listNames, openCase, stepCase, type TakenStep } from "../../casework/index.ts";
import { addRelationships, answerObligation, changeHousehold, changeSupport, createPersons, listDueObligations, recordConsents, relativesOf, type Purpose } from "../../people/index.ts";
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

/** The made-up cases: a team, a programme, rules, seven cases in every state, and the family of the first. */
export async function seedCases(cast: Cast, persons: readonly string[]): Promise<void> {
  const supervisor = await cast.as("supervisor", 72);
  await changeNames(supervisor, { intent: "add_team", name: "青年组" });
  await changeNames(supervisor, { intent: "add_programme", name: "社区老友" });
  const { teams: [team], programmes: [programme] } = await listNames(supervisor);
  for (const role of ["worker", "supervisor"]) await changeNames(supervisor, { intent: "join", teamId: team!.id, accountId: cast.accounts[role]! });
  await changeCaseRules(supervisor, { version: 0, approvals: ["plan", "close"], reviewDays: { intake: 7, assessment: 30, planning: 14, intervention: 45, evaluation: 21, closing: 14 }, note: "按青年组的工作节奏" });
  for (const [index, story] of STORIES.entries()) await tell(cast, story, { personId: persons[index]!, teamId: team!.id, programmeId: programme!.id });
  await seedFamily(cast, persons[0]!);
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

/** Three generations around the first person, who lives with whom, and what holds him up. */
async function seedFamily(cast: Cast, personId: string): Promise<void> {
  const worker = await cast.as("worker", 44);
  const [, , sister] = await worker.write("demo.family", null, async (tx) => {
    const ids = await createPersons(worker, tx, [
      { name: "白建国", sex: "male", birthOn: "1958-04-02", birthPrecision: "year", deceasedOn: "2019-09-30" }, { name: "何桂珍", sex: "female", birthOn: "1936-02-11", birthPrecision: "year" },
      { name: "白晓岚", sex: "female", birthOn: "1984-08-19", roles: [{ role: "carer", fromOn: worker.today }] }, { name: "周子墨", sex: "male", birthOn: "2013-06-01" },
    ], { source: "demo" });
    const mother = (await relativesOf(tx, worker.actor.orgId, [personId])).get(personId)?.find(({ relation, otherId }) => relation === "母亲" && otherId !== null)?.otherId;
    await addRelationships(worker, tx, [
      { personId, otherId: ids[0]!, relation: "父亲", inverse: "儿子" }, { personId, otherId: ids[2]!, relation: "姐姐", inverse: "弟弟", contactRule: "may", isCarer: true },
      { personId: ids[2]!, otherId: ids[3]!, relation: "儿子", inverse: "母亲" }, { personId: ids[2]!, otherName: "周磊", relation: "前夫", inverse: "前妻" },
      ...(mother ? [{ personId: mother, otherId: ids[1]!, relation: "母亲", inverse: "女儿" }, { personId: mother, otherId: ids[0]!, relation: "丈夫", inverse: "妻子" }] : []),
      { personId, otherName: "李文", relation: "表哥", contactRule: "must_not" },
    ]);
    return ids;
  });
  const relatives = (await worker.read((tx) => relativesOf(tx, worker.actor.orgId, [personId]))).get(personId) ?? [];
  const of = (otherId: string) => relatives.find((one) => one.otherId === otherId)!.id;
  const mother = relatives.find(({ relation, otherId }) => relation === "母亲" && otherId !== null);
  if (mother) await changeHousehold(worker, { intent: "move_in", personId, relationshipId: mother.id, fromOn: null });
  await changeSupport(worker, { intent: "support", personId, relationshipId: of(sister!), kind: "relative", tie: "strong", note: "每周来两次", fromOn: worker.today });
  for (const [name, kind, tie] of [["便利店刘老板", "neighbour", "ordinary"], ["修车摊王师傅", "work", "strong"], ["社区卫生站", "organisation", "weak"], ["初中同学阿强", "friend", "strained"]] as const) {
    await changeSupport(worker, { intent: "support", personId, name, kind, tie, note: "", fromOn: worker.today });
  }
}

/** Two made-up withdrawals with what they leave to do, and documents of a case with a template of the organisation's own. */
export async function seedConsents(cast: Cast, persons: readonly string[]): Promise<void> {
  const before = await cast.as("worker", 3);
  await say(before, persons[1]!, "photograph", "given");
  await say(before, persons[2]!, "share", "given");
  const worker = await cast.as("worker", 1);
  await say(worker, persons[1]!, "photograph", "withdrawn");
  await say(worker, persons[2]!, "share", "withdrawn");
  const done = (await listDueObligations(worker, 20)).find(({ duty }) => duty === "stop_sharing");
  if (done) await answerObligation(worker, { obligationId: done.id, answer: "done", words: "给街道的名单还没有交出，已经抽掉。" });
  await seedDocuments(cast);
}

async function say(session: Awaited<ReturnType<Cast["as"]>>, personId: string, purpose: Purpose, state: "given" | "withdrawn"): Promise<void> {
  await session.write(`demo.consent.${purpose}.${state}`, null, (tx) => recordConsents(session, tx, [{ personId, purpose, state, capacity: "self", fromOn: session.today, channel: "in_person" }]));
}

async function seedDocuments(cast: Cast): Promise<void> {
  const supervisor = await cast.as("supervisor", 2);
  await changeTemplate(supervisor, { form: "visit", basis: 0, text: `${SHIPPED.visit}\n| 探访前请看 | 有没有“不得联系”的家人；约好的时间 |`, note: "加上出门前的提醒" });
  const [first] = await listDueCases(supervisor, 1);
  if (!first) return;
  for (const form of ["intake", "visit"] as const) await makeDocument(supervisor, { caseId: first.caseId, form, format: form === "intake" ? "pdf" : "docx" });
}
