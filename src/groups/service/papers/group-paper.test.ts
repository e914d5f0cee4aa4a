import { expect, test } from "vitest";
import { givenPathHouse } from "#pathways/testing.ts";
import { recordConsents } from "#people/index.ts";
import { givenPersons } from "#people/testing.ts";
import { listAudit } from "#platform/audit/list.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { GroupStep, MemberStep, SessionPlan, type SessionMark } from "../../model/forms.ts";
import { aGroup, givenGroup, givenSession } from "../../testing.ts";
import { openGroup } from "../open-group.ts";
import { planSession } from "../plan-session.ts";
import { rateMember } from "../rate-member.ts";
import { stepGroup } from "../step-group.ts";
import { stepMember } from "../step-member.ts";
import { groupPaper } from "./group-paper.ts";

const t = testDatabase();
const mark = (memberId: string, takingPart: number | null, over: Partial<SessionMark> = {}): SessionMark => ({ memberId, state: "present", takingPart, seen: "", ...over });
const member = (given: object) => MemberStep.parse(given);

async function givenHouse() {
  const { member: enter } = await givenPathHouse(t);
  const rights = ["people.read", "people.write", "groups.work", "cases.work"];
  const lin = await enter("worker", "林晓禾", rights);
  return { lin, fang: await enter("worker", "方文", rights), su: await enter("supervisor", "苏明远", [...rights, "cases.supervise", "audit.read"]), people: await givenPersons(lin, ["白晓峰", "欧阳䶮", "李安"].map((name) => ({ name, birthOn: "1999-04-02", birthPrecision: "day" as const }))) };
}

/** A chess group of two sessions held and one planned: everybody spoke before, two after. */
async function givenLife() {
  const house = await givenHouse();
  const { lin, people } = house;
  const { groupId, memberIds: [a, b, c] } = await givenGroup(lin, people, { sessionsPlanned: 4, recruiting: "走访时问" }) as { groupId: string; memberIds: [string, string, string] };
  for (const [id, value] of [[a, 3], [b, 5], [c, 4]] as const) await rateMember(lin, groupId, { memberId: id, moment: "before", value, ratingWords: `前${value}` });
  const first = await givenSession(lin, groupId, 1, [mark(a, 1, { seen: "摆棋盘" }), mark(b, 2, { state: "late", seen: "低着头" }), mark(c, null, { state: "excused" })]);
  await givenSession(lin, groupId, 2, [mark(a, 4, { seen: "教人走马" }), mark(b, 2), mark(c, null, { state: "absent" })], { plan: { aim: "输了不生气" }, log: { workerPart: "多等", nextWords: "早点开门", dynamics: ["trust", "helping"] } });
  const { id: third } = await planSession(lin, groupId, SessionPlan.parse({ number: 3, onDay: lin.today, minutes: 60, aim: "说说最难的一天", plan: "热身\n分享", prepare: "茶" }));
  await rateMember(lin, groupId, { memberId: a, moment: "after", value: 7, ratingWords: "有人可以约" });
  await rateMember(lin, groupId, { memberId: b, moment: "after", value: 5, ratingWords: "" });
  return { ...house, groupId, a, b, c, first, third };
}

test("a whole group: what was planned, who came, before and after; sessions not planned yet have their number alone", async () => {
  const { lin, groupId } = await givenLife();
  const { fields, lists, name, session, personId } = await groupPaper(lin, groupId, "group", null);
  expect([name, session, personId]).toEqual(["象棋小组", null, null]);
  expect(fields).toMatchObject({
    小组类型: "互助小组", 小组目标: "每人认识三位能说话的邻居", 招募方式: "走访时问", 带组社工: "林晓禾", 计划节数: "4", 开始日期: expect.stringContaining("2026年9月1日"), 阶段: "筹备期", 组员人数: "3",
    已开节数: "2", 出席人次: "4", 出席率: "67%", 平均出席: "2.0", 对比人数: "2", 开始前平均: "4.0", 结束时平均: "6.0", 更近人数: "1", 一样人数: "1", 更远人数: "0",
  });
  expect(fields).not.toHaveProperty("结束日期");
  expect(lists.节次!.map(({ 节次, 目标 }) => [节次, 目标 ?? ""])).toEqual([["1", "认识彼此"], ["2", "输了不生气"], ["3", "说说最难的一天"], ["4", ""]]);
  expect(lists.记录!.map(({ 到场 }) => 到场)).toEqual(["2", "2"]);
  expect(Object.fromEntries(lists.组员!.map((one) => [one.姓名, [one.来了几节, one.开始前, one.结束时, one.变化]]))).toEqual({ 白晓峰: ["2/2", "3", "7", "+4"], 欧阳䶮: ["2/2", "5", "5", "±0"], 李安: ["0/2", "4", null, null] });
});

test("one session, held or only planned or none yet; one member over all of them", async () => {
  const { lin, groupId, a, first, third } = await givenLife();
  const held = await groupPaper(lin, groupId, "session", first);
  expect(held).toMatchObject({ session: 1, fields: { 节次: "1", 节目标: "认识彼此", 到场人数: "2", 发生了什么: expect.stringContaining("三盘棋"), 组员之间: "客气", 记录人: "林晓禾" } });
  expect(held.lists.出席).toHaveLength(3);
  expect(held.lists.出席).toEqual(expect.arrayContaining([{ 姓名: "欧阳䶮", 出席: "迟到", 参与: "回应别人", 看到: "低着头" }, expect.objectContaining({ 姓名: "李安", 出席: "请假" })]));
  const planned = await groupPaper(lin, groupId, "session", third);
  expect(planned).toMatchObject({ session: 3, fields: { 怎样进行: "热身\n分享", 要准备: "茶", 分钟: "60" } });
  expect(planned.lists.出席!.map(({ 出席 }) => 出席 ?? "")).toEqual(["", "", ""]);
  const blank = await groupPaper(lin, groupId, "session", null);
  expect([blank.session, blank.fields.节目标 ?? "", blank.lists.出席!.length]).toEqual([null, "", 3]);

  const his = await groupPaper(lin, groupId, "member", a);
  expect(his.fields).toMatchObject({ 姓名: "白晓峰", 同意: "已同意", 来了几节: "2/2", 参与变化: "+3.0", 开始前评分: "3", 开始前的话: "前3", 结束时评分: "7", 结束时的话: "有人可以约", 评分变化: "+4", 跟进时评分: null });
  expect(his.lists.参加).toMatchObject([{ 节次: "1", 出席: "来了", 看到: "摆棋盘" }, { 节次: "2", 参与: "带动一两个人", 看到: "教人走马" }]);
});

test("an empty group has its plan and room to write, and nothing is made up", async () => {
  const { lin } = await givenHouse();
  const { id } = await openGroup(lin, aGroup({ sessionsPlanned: 2 }));
  const { fields, lists } = await groupPaper(lin, id, "group", null);
  expect([fields.组员人数, fields.已开节数, fields.出席人次, fields.出席率, fields.平均出席, fields.对比人数 ?? null]).toEqual(["0", "0", "0", null, null, null]);
  expect([lists.组员, lists.记录, lists.经过, lists.节次!.map(({ 节次 }) => 节次)]).toEqual([[], [], [], ["1", "2"]]);
  expect((await groupPaper(lin, id, "session", null)).lists.出席).toEqual([]);
  expect(await groupPaper(lin, id, "member", null)).toMatchObject({ personId: null, withheld: false });
});

test("consent counts when the form is made: of who took it back only whether they came; of who lets no data be kept not even the name", async () => {
  const { lin, people, groupId, a, b, first } = await givenLife();
  await stepMember(lin, groupId, b, member({ kind: "consent_withdrawn", capacity: "self" }));
  await lin.write("consent", null, (tx) => recordConsents(lin, tx, [{ personId: people[0]!, purpose: "keep_data", state: "withdrawn", capacity: "self", fromOn: lin.today, channel: "in_person" }]));
  const { lists } = await groupPaper(lin, groupId, "session", first);
  expect(lists.出席).toEqual(expect.arrayContaining([{ 姓名: "欧阳䶮", 出席: "迟到", 参与: null, 看到: null }, { 姓名: "×××", 出席: "来了", 参与: null, 看到: null }]));
  const hers = await groupPaper(lin, groupId, "member", b);
  expect(hers.fields).toMatchObject({ 同意: "撤回了同意", 来了几节: "2/2", 参与变化: null, 开始前评分: null, 评分变化: null });
  expect(JSON.stringify(hers)).not.toContain("低着头");
  const his = await groupPaper(lin, groupId, "member", a);
  expect(his.withheld).toBe(true);
  expect(JSON.stringify(his)).not.toMatch(/白晓峰|教人走马|有人可以约/u);
});

test("how it ended, and what was found at the visit after", async () => {
  const { lin, groupId, c } = await givenLife();
  const { id } = await planSession(lin, groupId, SessionPlan.parse({ number: 3, onDay: "2099-01-01", minutes: 60, aim: "以后" }));
  await stepMember(lin, groupId, c, member({ kind: "left", reason: "moved" }));
  for (const stage of ["forming", "turning", "mature", "ending"] as const) await stepGroup(lin, groupId, GroupStep.parse({ kind: "stage", stage }));
  await stepGroup(lin, groupId, GroupStep.parse({ kind: "closed", words: "两位说到了", followUpOn: "2026-12-24" }));
  await stepGroup(lin, groupId, GroupStep.parse({ kind: "followed_up", words: "还每周见面" }));
  const { fields, lists } = await groupPaper(lin, groupId, "group", null);
  expect(fields).toMatchObject({ 阶段: "已结束", 结束小结: "两位说到了", 跟进日期: expect.stringContaining("2026年12月24日"), 跟进情况: expect.stringContaining("还每周见面"), 组员人数: "2", 参加过人数: "3" });
  expect(lists.经过!.map(({ 事项 }) => 事项)).toEqual(["进入 形成期", "进入 转折期", "进入 成熟期", "进入 结束期", "结束小组", "跟进"]);
  expect((await groupPaper(lin, groupId, "member", c)).fields.离开情况).toContain("搬走了");
  expect((await groupPaper(lin, groupId, "session", id)).lists.出席).toHaveLength(2);
});

test("it opens for whoever stands near the group, is noted, and is of this group alone", async () => {
  const { lin, fang, su, people, groupId, a, first } = await givenLife();
  const other = await givenLife();
  await expect(groupPaper(fang, groupId, "group", null)).rejects.toMatchObject({ reason: "groups.not_near" });
  await expect(groupPaper(other.su, groupId, "group", null)).rejects.toMatchObject({ reason: "groups.not_found" });
  await expect(groupPaper(lin, groupId, "session", other.first)).rejects.toMatchObject({ reason: "groups.session_not_found" });
  await expect(groupPaper(lin, groupId, "member", other.a)).rejects.toMatchObject({ reason: "groups.member_not_found" });
  await groupPaper(su, groupId, "session", first);
  await groupPaper(su, groupId, "member", a);
  const { rows } = await su.read((tx) => listAudit(tx, su.actor, { action: "group.printed" }));
  expect(rows.map(({ actorName, subjectKind, subjectId }) => [actorName, subjectKind, subjectId])).toEqual([["苏明远", "person", people[0]], ["苏明远", "group", groupId]]);
});
