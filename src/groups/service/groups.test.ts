import { expect, test } from "vitest";
import { givenCase } from "#casework/testing.ts";
import { invitePerson, pathwaysPanel, stepInvitation } from "#pathways/index.ts";
import { givenPathHouse } from "#pathways/testing.ts";
import { givenPerson, givenPersons } from "#people/testing.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { GroupStep, MemberStep, SessionLog, SessionPlan, type SessionMark } from "../model/forms.ts";
import { aGroup, givenGroup, givenSession } from "../testing.ts";
import { addMember } from "./add-member.ts";
import { findPeople } from "./find-people.ts";
import { exportGroups } from "./export-groups.ts";
import { groupsFound } from "./groups-found.ts";
import { listGroups } from "./list-groups.ts";
import { logSession } from "./log-session.ts";
import { openGroup } from "./open-group.ts";
import { groupsPanel } from "./person-panel.ts";
import { planSession } from "./plan-session.ts";
import { rateMember } from "./rate-member.ts";
import { showGroup } from "./show-group.ts";
import { showSession } from "./show-session.ts";
import { stepGroup } from "./step-group.ts";
import { stepMember } from "./step-member.ts";

const t = testDatabase();
const step = (given: object) => GroupStep.parse(given);
const member = (given: object) => MemberStep.parse(given);
const mark = (memberId: string, takingPart: number | null, over: Partial<SessionMark> = {}): SessionMark => ({ memberId, state: "present", takingPart, seen: "", ...over });

async function givenHouse() {
  const { member: enter, ...house } = await givenPathHouse(t);
  const rights = ["people.read", "people.write", "groups.work", "pathways.read", "pathways.work", "cases.work"];
  const lin = await enter("worker", "林晓禾", rights);
  return { ...house, lin, fang: await enter("worker", "方文", rights), su: await enter("supervisor", "苏明远", [...rights, "cases.supervise"]), people: await givenPersons(lin, ["白晓峰", "李甲", "王乙"].map((name) => ({ name, birthOn: "1999-04-02", birthPrecision: "day" as const }))) };
}

test("a group from its plan to its end and the visit after: sessions, change, before and after", async () => {
  const { lin, people } = await givenHouse();
  const { groupId, memberIds: [a, b, c] } = await givenGroup(lin, people) as { groupId: string; memberIds: [string, string, string] };
  for (const id of [a, b, c]) await rateMember(lin, groupId, { memberId: id, moment: "before", value: 3, ratingWords: "" });
  await givenSession(lin, groupId, 1, [mark(a, 1), mark(b, 2), mark(c, null, { state: "absent" })]);
  await stepGroup(lin, groupId, step({ kind: "stage", stage: "forming" }));
  const second = await givenSession(lin, groupId, 2, [mark(a, 4), mark(b, 2), mark(c, 1)]);
  await expect(logSession(lin, second, SessionLog.parse({ revision: 0, heldOn: lin.today, happened: "又写一次" }), [])).rejects.toMatchObject({ kind: "stale" });
  await logSession(lin, second, SessionLog.parse({ revision: 1, heldOn: lin.today, happened: "更正：下了四盘。", dynamics: ["trust"] }), [mark(a, 5), mark(b, 2), mark(c, 1)]);
  expect(await showSession(lin, second)).toMatchObject({ log: { revision: 2, happened: "更正：下了四盘。" }, session: { number: 2 } });
  await expect(planSession(lin, groupId, SessionPlan.parse({ number: 2, onDay: lin.today, minutes: 60, aim: "改" }))).rejects.toMatchObject({ reason: "groups.held_already" });
  await expect(planSession(lin, groupId, SessionPlan.parse({ number: 5, onDay: lin.today, minutes: 60, aim: "跳" }))).rejects.toMatchObject({ reason: "groups.next_number" });

  const shown = await showGroup(lin, groupId);
  expect(shown.lines.find(({ memberId }) => memberId === a)).toMatchObject({ came: 2, marked: 2, change: 4 });
  expect(shown.sessions.map(({ came }) => came)).toEqual([2, 3]);
  for (const stage of ["turning", "mature", "ending"] as const) await stepGroup(lin, groupId, step({ kind: "stage", stage }));
  await expect(stepGroup(lin, groupId, step({ kind: "closed", words: "好" }))).rejects.toMatchObject({ reason: "groups.rating_missing" });
  await stepMember(lin, groupId, c, member({ kind: "left", reason: "moved" }));
  for (const id of [a, b]) await rateMember(lin, groupId, { memberId: id, moment: "after", value: id === a ? 8 : 3, ratingWords: "" });
  await stepGroup(lin, groupId, step({ kind: "closed", words: "目标基本达到", followUpOn: "2026-12-24" }));
  expect(await showGroup(lin, groupId)).toMatchObject({ standing: { closed: true, followUpOn: "2026-12-24" }, evaluation: { paired: 2, before: 3, after: 5.5, better: 1, same: 1, worse: 0 } });
  await expect(addMember(lin, groupId, { personId: people[2]!, joinedOn: lin.today, why: "" })).rejects.toMatchObject({ reason: "groups.closed" });
  await stepGroup(lin, groupId, step({ kind: "followed_up", words: "两位还每周见面" }));
  expect((await listGroups(lin, { stage: "closed" })).rows).toMatchObject([{ id: groupId, closed: true, members: 2, logged: 2, near: true }]);
  expect((await listGroups(lin, { stage: "ending" })).rows).toEqual([]);
});

test("consent comes before observation; who took it back is only marked as there; a group has room for so many, each once", async () => {
  const { lin, people } = await givenHouse();
  const { id: groupId } = await openGroup(lin, aGroup({ mostMembers: 2 }));
  const { id } = await addMember(lin, groupId, { personId: people[0]!, joinedOn: "2026-11-01", why: "想认识人" });
  const plan = await planSession(lin, groupId, SessionPlan.parse({ number: 1, onDay: "2026-11-08", minutes: 90, aim: "认识" }));
  const log = SessionLog.parse({ revision: 0, heldOn: "2026-11-08", happened: "自我介绍" });
  await expect(logSession(lin, plan.id, log, [mark(id, 3)])).rejects.toMatchObject({ reason: "groups.consent_first" });
  await expect(rateMember(lin, groupId, { memberId: id, moment: "before", value: 3, ratingWords: "" })).rejects.toMatchObject({ reason: "groups.consent_first" });
  await logSession(lin, plan.id, log, [mark(id, null)]);
  await stepMember(lin, groupId, id, member({ kind: "consented", capacity: "guardian", words: "奶奶" }));
  await stepMember(lin, groupId, id, member({ kind: "consent_withdrawn", capacity: "self" }));
  expect((await showGroup(lin, groupId)).members[0]).toMatchObject({ consent: "withdrawn" });
  await expect(addMember(lin, groupId, { personId: people[0]!, joinedOn: "2026-11-01", why: "" })).rejects.toMatchObject({ reason: "groups.member_already" });
  await addMember(lin, groupId, { personId: people[1]!, joinedOn: "2026-11-01", why: "" });
  await expect(addMember(lin, groupId, { personId: people[2]!, joinedOn: "2026-11-01", why: "" })).rejects.toMatchObject({ reason: "groups.full" });
  await expect(stepMember(lin, groupId, id, member({ kind: "left", reason: "time", onDay: "2026-10-01" }))).rejects.toMatchObject({ reason: "groups.wrong_day" });
  expect((await findPeople(lin, "白晓峰")).map((one) => one.id)).toEqual([people[0]]);
});

test("a group opens for its worker and a supervisor; a colleague sees that there is one, another organisation nothing", async () => {
  const { lin, fang, su, people } = await givenHouse();
  const { groupId } = await givenGroup(lin, people);
  const sessionId = await givenSession(lin, groupId, 1, []);
  expect((await listGroups(fang, { q: "象棋" })).rows).toMatchObject([{ id: groupId, near: false }]);
  expect((await exportGroups(fang, {})).map(({ name }) => name)).toEqual(["象棋小组"]);
  for (const attempt of [() => showGroup(fang, groupId), () => showSession(fang, sessionId), () => stepGroup(fang, groupId, step({ kind: "stage", stage: "forming" }))]) await expect(attempt()).rejects.toMatchObject({ reason: "groups.not_near" });
  expect((await showGroup(su, groupId)).members).toHaveLength(3);
  expect(await groupsPanel(fang, { personId: people[0]!, recordIds: [people[0]!] }, "zh")).toMatchObject({ lines: [{ text: "象棋小组" }] });
  expect((await groupsPanel(fang, { personId: people[0]!, recordIds: [people[0]!] }, "zh"))!.lines[0]).not.toHaveProperty("to");
  const other = await givenHouse();
  await expect(showGroup(other.su, groupId)).rejects.toMatchObject({ kind: "not_found" });
});

test("the young man who is served leads the chess group only once his worker and a supervisor agreed; the ladder then knows it by itself", async () => {
  const { lin, su, fang, worker } = await givenHouse();
  const himself = await givenPerson(lin, { name: "白晓峰", birthOn: "2001-04-02" });
  await givenCase(fang, himself, { openedOn: "2026-09-01" });
  const { groupId, memberIds: [id] } = await givenGroup(lin, [himself]);
  const lead = () => stepMember(lin, groupId, id!, member({ kind: "part", part: "lead" }));
  await expect(lead()).rejects.toMatchObject({ reason: "pathways.ask_first" });
  await givenSession(lin, groupId, 1, [mark(id!, 3)]);
  await expect(stepMember(lin, groupId, id!, member({ kind: "part", part: "member" }))).rejects.toMatchObject({ reason: "groups.part_missing" });
  for (const [asked, what] of [["helping", "摆棋盘"], ["organising", "排对局"], ["leading", "带象棋小组"]] as const) {
    const { id: invitation } = await invitePerson(lin, himself, { step: asked, what });
    await stepInvitation(lin, invitation, { kind: "yes", words: "" });
    if (asked === "leading") await expect(lead()).rejects.toMatchObject({ reason: "pathways.worker_must_agree" });
    await stepInvitation(fang, invitation, { kind: "agreed", party: "worker", words: "" });
    await stepInvitation(su, invitation, { kind: "agreed", party: "supervisor", words: "" });
    await stepInvitation(lin, invitation, { kind: "begun", words: "" });
    if (asked === "helping") await stepMember(lin, groupId, id!, member({ kind: "part", part: "helper" }));
  }
  await lead();
  expect((await pathwaysPanel(worker, { personId: himself, recordIds: [himself] }, "zh"))!.lines.map(({ text }) => text)).toEqual(["带头", "组织", "帮助别人", "参加", "得到帮助"]);
});

test("the search finds a group for whoever stands near it, and for nobody else so much as a number", async () => {
  const { lin, su, fang, worker } = await givenHouse();
  const { groupId } = await givenGroup(lin, []);
  const look = async (session: typeof lin) => (await groupsFound(session, { q: "xqxz", limit: 5 }, "zh"))?.lines;
  expect(await look(lin)).toEqual([{ to: `/groups/${groupId}`, title: "象棋小组", detail: expect.stringContaining("林晓禾") }]);
  expect([(await look(su))?.length, await look(fang), await look(worker)]).toEqual([1, [], undefined]);
});
