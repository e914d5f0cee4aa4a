import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { listHours } from "#hours/index.ts";
import { givenCase } from "#casework/testing.ts";
import { givenPathHouse } from "#pathways/testing.ts";
import { givenPerson } from "#people/testing.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { ElderStep, NewElder, NewRequest, NewSwap, RequestStep } from "../model/forms.ts";
import { agreeToNeighbours, aTeam, givenTeam } from "../testing.ts";
import { foundTeam } from "./found-team.ts";
import { listDueInTeams } from "./list-due.ts";
import { listTeams } from "./list-teams.ts";
import { addElder } from "./people/add-elder.ts";
import { addMember } from "./people/add-member.ts";
import { findNeighbours } from "./people/find-people.ts";
import { stepElder } from "./people/step-elder.ts";
import { stepMember } from "./people/step-member.ts";
import { teamsFound } from "./teams-found.ts";
import { teamsPanel } from "./person-panel.ts";
import { askTeam } from "./requests/ask-team.ts";
import { showRequest } from "./requests/show-request.ts";
import { stepRequest } from "./requests/step-request.ts";
import { answerSwap } from "./rota/answer-swap.ts";
import { askSwap } from "./rota/ask-swap.ts";
import { giveShift } from "./rota/give-shift.ts";
import { peopleOfTeam } from "./people-of-team.ts";
import { planWeek } from "./rota/plan-week.ts";
import { showWeek } from "./rota/show-week.ts";
import { showTeam } from "./show-team.ts";

const t = testDatabase();
const STAFF = ["people.read", "people.write", "teams.own", "teams.work", "cases.work", "encounters.write", "hours.read", "hours.confirm", "pathways.read", "pathways.work"];
const step = (given: object) => RequestStep.parse(given);

async function givenHouse(members = ["葛桂芳", "刘玉兰", "张国栋", "赵德胜"], elders = ["王奶奶", "李大爷"]) {
  const house = await givenPathHouse(t);
  const lin = await house.member("worker", "林晓禾", STAFF);
  const team = await givenTeam(lin, members, elders);
  const enter = (index: number) => house.member("volunteer", members[index]!, ["teams.own", "hours.own"], team.members[index]!);
  const ask = (session = lin, over: object = {}) => askTeam(session, team.teamId, NewRequest.parse({ elderId: team.elderIds[0], kind: "company", wantedOn: lin.today, wantedPart: "afternoon", ...over }));
  return { ...house, lin, ...team, enter, ask };
}

test("a request is asked for, taken, handed back, taken by another and done; it is one service and one entry of hours", async () => {
  const { lin, teamId, memberIds, members, elders, enter, ask } = await givenHouse();
  const [lead, liu] = [await enter(0), await enter(1)];
  const { id } = await ask(lead, { words: "想有人说说话" });
  await stepRequest(liu, id, step({ kind: "taken" }));
  expect(await showRequest(liu, id)).toMatchObject({ phones: ["13900001000"], elder: { elderName: "王奶奶", personId: null } });
  expect((await showRequest(lead, id)).phones).toEqual([]);
  await expect(stepRequest(lead, id, step({ kind: "taken" }))).rejects.toMatchObject({ reason: "teams.taken_already" });
  await stepRequest(liu, id, step({ kind: "handed_back" }));
  expect((await showRequest(liu, id)).phones).toEqual([]);
  // 张国栋 has no telephone of his own: the lead enters it for him.
  await stepRequest(lead, id, step({ kind: "taken", memberId: memberIds[2] }));
  await stepRequest(lead, id, step({ kind: "done", memberId: memberIds[2], minutes: 60, words: "说起老伴，哭了一会儿" }));
  expect((await showTeam(lead, teamId)).requests).toMatchObject([{ state: "done", takerName: "张国栋" }]);
  expect(JSON.stringify(await showRequest(lead, id))).not.toContain("哭");
  const { rows: services } = await t.owner.query("select r.minutes, r.seen from encounters.revisions r join encounters.participants p using (org_id, encounter_id, revision) where p.person_id = $1 and p.role = 'client'", [elders[0]]);
  expect(services).toEqual([{ minutes: 60, seen: "说起老伴，哭了一会儿" }]);
  expect((await listHours(lin, { show: "pending" })).page.rows).toMatchObject([{ personId: members[2], minutes: 60, title: "暖心互助队", recipient: "高龄邻居" }]);
  await expect(stepRequest(lead, id, step({ kind: "taken" }))).rejects.toMatchObject({ reason: "teams.request_over" });
  const { rows: looks } = await t.owner.query("select details->>'as' as looked from audit.entries where action = 'person.read' and details->>'requestId' = $1", [id]);
  expect(looks).toEqual([{ looked: "team_member" }]);
});

test("of all who tap at the same moment one takes it, and the others are told", async () => {
  const names = Array.from({ length: 12 }, (_, index) => `队员${index}`);
  const { enter, ask, lin, memberIds } = await givenHouse(names, ["王奶奶"]);
  const sessions = await Promise.all(names.map((_, index) => enter(index)));
  for (let round = 0; round < 3; round++) {
    const { id } = await ask();
    const taps = await Promise.allSettled(sessions.map((session) => stepRequest(session, id, step({ kind: "taken" }))));
    expect(taps.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const tap of taps) if (tap.status === "rejected") expect(tap.reason).toMatchObject({ reason: "teams.taken_already" });
    const winner = taps.findIndex(({ status }) => status === "fulfilled");
    expect((await showRequest(lin, id)).request).toMatchObject({ state: "taken", memberId: memberIds[winner], events: 1 });
  }
});

test("a week is planned, filled and swapped; two who agree at once leave the rota whole", async () => {
  const { lin, teamId, memberIds, enter } = await givenHouse();
  const [lead, liu, zhang] = [await enter(0), await enter(1), await enter(2)];
  const next = addDays(lin.today, 7);
  await expect(planWeek(liu, teamId, next)).rejects.toMatchObject({ reason: "teams.not_yours" });
  expect(await planWeek(lead, teamId, next)).toEqual({ added: 14 });
  await expect(planWeek(lead, teamId, next)).rejects.toMatchObject({ reason: "teams.week_full" });
  const week = () => showWeek(lead, teamId, next);
  const mine = (await week()).shifts.find(({ memberId }) => memberId === memberIds[1])!;
  const free = async (member: string) => (await week()).shifts.filter(({ onDay }) => onDay === mine.onDay).every(({ memberId }) => memberId !== member);
  const others = [];
  for (const index of [0, 2, 3]) if (await free(memberIds[index]!)) others.push(memberIds[index]!);
  const asked = [];
  for (const toMember of others.slice(0, 2)) asked.push({ toMember, ...await askSwap(liu, teamId, NewSwap.parse({ shiftId: mine.id, other: toMember })) });
  await expect(askSwap(liu, teamId, NewSwap.parse({ shiftId: mine.id, other: others[0]! }))).rejects.toMatchObject({ reason: "teams.swap_asked" });
  await expect(answerSwap(liu, teamId, { swapId: asked[0]!.id, answer: "agreed" })).rejects.toMatchObject({ reason: "teams.not_yours" });
  const answers = await Promise.allSettled(asked.map(({ id }) => answerSwap(lead, teamId, { swapId: id, answer: "agreed" })));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const winner = asked[answers.findIndex(({ status }) => status === "fulfilled")]!.toMember;
  const after = await week();
  expect(after.shifts).toHaveLength(14);
  expect(after.shifts.find(({ id }) => id === mine.id)?.memberId).toBe(winner);
  const loser = asked.find(({ toMember }) => toMember !== winner)!;
  expect(after.swaps.find(({ id }) => id === loser.id)).toMatchObject({ answer: null, fits: false });
  await answerSwap(lead, teamId, { swapId: loser.id, answer: "refused" });
  const his = after.shifts.find(({ memberId }) => memberId === memberIds[2])!;
  await expect(giveShift(zhang, teamId, { shiftId: his.id })).rejects.toMatchObject({ reason: "teams.taken_already" });
  await giveShift(lead, teamId, { shiftId: his.id });
  const sameDay = after.shifts.some(({ onDay, memberId }) => onDay === his.onDay && memberId === memberIds[1]);
  if (!sameDay) await giveShift(liu, teamId, { shiftId: his.id, memberId: memberIds[1]! });
  else await expect(giveShift(liu, teamId, { shiftId: his.id, memberId: memberIds[1]! })).rejects.toMatchObject({ reason: "teams.one_a_day" });
});

test("what nobody takes comes to the worker on 今天; members see what waits, and what they took", async () => {
  const { lin, enter, ask, on } = await givenHouse();
  const lead = await enter(0);
  const { id } = await ask();
  expect((await listDueInTeams(lin, 20)).requests).toEqual([]);
  expect((await listDueInTeams(lead, 20)).requests).toMatchObject([{ id, why: "open", elderName: "王奶奶" }]);
  const tomorrow = { ...lin, today: addDays(lin.today, 1), now: new Date(lin.now.getTime() + 86_400_000) };
  expect((await listDueInTeams(tomorrow, 20)).requests).toMatchObject([{ id, why: "untaken" }]);
  await stepRequest(lead, id, step({ kind: "taken" }));
  expect((await listDueInTeams(tomorrow, 20)).requests).toMatchObject([{ why: "unfinished" }]);
  expect((await listDueInTeams(lead, 20)).requests).toMatchObject([{ why: "mine" }]);
  expect((await listDueInTeams(on("2026-11-22"), 20))).toEqual({ requests: [], swaps: [] });
});

test("whoever takes their consent back is gone from the team at once, and what was asked for cannot be taken", async () => {
  const { lin, teamId, enter, ask, elders, elderIds } = await givenHouse();
  const lead = await enter(0);
  const { id } = await ask();
  await agreeToNeighbours(lin, elders[0]!, "withdrawn");
  expect((await showTeam(lead, teamId)).elders.map(({ elderName }) => elderName)).toEqual(["李大爷"]);
  expect((await showTeam(lead, teamId)).requests).toEqual([]);
  await expect(showRequest(lead, id)).rejects.toMatchObject({ reason: "teams.request_not_found" });
  await expect(stepRequest(lead, id, step({ kind: "taken" }))).rejects.toMatchObject({ kind: "not_found" });
  expect((await listDueInTeams(lead, 20)).requests).toEqual([]);
  expect((await showTeam(lin, teamId)).elders.find(({ id: one }) => one === elderIds[0])).toMatchObject({ agrees: false });
  await stepElder(lin, teamId, ElderStep.parse({ elderId: elderIds[0], level: "ended", reason: "own_wish" }));
  expect((await showTeam(lin, teamId)).requests).toEqual([]);
  expect((await teamsPanel(lin, { personId: elders[0]!, recordIds: [elders[0]!] }, "zh"))?.lines).toMatchObject([{ text: "暖心互助队" }]);
});

test("a member who leaves gives back shifts and what they took; the team has one lead", async () => {
  const { lin, teamId, memberIds, enter, ask } = await givenHouse();
  const liu = await enter(1);
  const { id } = await ask();
  await planWeek(lin, teamId, addDays(lin.today, 7));
  await stepRequest(liu, id, step({ kind: "taken" }));
  await stepMember(lin, teamId, { memberId: memberIds[1]!, part: "lead" });
  expect((await showTeam(lin, teamId)).members.map(({ part }) => part)).toEqual(["lead", "member", "member", "member"]);
  await stepMember(lin, teamId, { memberId: memberIds[1]!, part: "left", reason: "moved" });
  expect((await showRequest(lin, id)).request).toMatchObject({ state: "open", memberId: null });
  expect((await showWeek(lin, teamId, addDays(lin.today, 7))).shifts.filter(({ memberId }) => memberId === memberIds[1])).toEqual([]);
  await expect(showTeam(liu, teamId)).rejects.toMatchObject({ kind: "not_found" });
  expect((await listTeams(liu)).own).toEqual([]);
});

test("who may: strangers do not learn that a team exists, members read no file, and who is served needs the agreements of a change of side", async () => {
  const { lin, teamId, member, supervisor } = await givenHouse();
  const stranger = await member("volunteer", "路人", ["teams.own"], await givenPerson(lin, { name: "路人" }));
  await expect(showTeam(stranger, teamId)).rejects.toMatchObject({ kind: "not_found" });
  await expect(showTeam(supervisor, teamId)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(foundTeam(stranger, aTeam(stranger))).rejects.toMatchObject({ kind: "forbidden" });
  const served = await givenPerson(lin, { name: "正受帮助", birthOn: "1956-01-01" });
  await givenCase(lin, served, { openedOn: lin.today });
  await expect(addMember(lin, teamId, { personId: served, joinedOn: lin.today })).rejects.toMatchObject({ reason: "pathways.ask_first" });
  const young = await givenPerson(lin, { name: "年轻些", birthOn: "1960-01-01", birthPrecision: "day" });
  const elder = NewElder.parse({ personId: young, level: "weekly" });
  await expect(addElder(lin, teamId, elder)).rejects.toMatchObject({ reason: "teams.consent_first" });
  await agreeToNeighbours(lin, young);
  await expect(addElder(lin, teamId, elder)).rejects.toMatchObject({ reason: "teams.say_why_younger" });
  await addElder(lin, teamId, { ...elder, why: "骨折后独居" });
  expect(await findNeighbours(lin, "年轻些")).toMatchObject([{ agrees: true, suggested: "on_call", livesAlone: false }]);
  expect((await listTeams(lin)).rows).toMatchObject([{ members: 4, elders: 3, open: 0 }]);
});

test("who belongs to a team, for those who write to it", async () => {
  const { lin, teamId, members, memberIds } = await givenHouse();
  await stepMember(lin, teamId, { memberId: memberIds[3]!, part: "left", reason: "moved" });
  expect(new Set(await lin.read((tx) => peopleOfTeam(tx, lin.actor.orgId, teamId)))).toEqual(new Set(members.slice(0, 3)));
});

test("the search finds every team for workers, and their own for members", async () => {
  const { lin, teamId, enter } = await givenHouse();
  await foundTeam(lin, aTeam(lin, { name: "暖心二队" }));
  const look = async (session: typeof lin) => (await teamsFound(session, { q: "nuanxin", limit: 5 }, "zh"))?.lines.map(({ to }) => to);
  expect(await look(lin)).toHaveLength(2);
  expect(await look(await enter(0))).toEqual([`/teams/${teamId}`]);
});
