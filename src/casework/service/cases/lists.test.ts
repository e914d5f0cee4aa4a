import { expect, test } from "vitest";
import { givenMember, givenOrganization, testGround } from "#identity/testing.ts";
import { AccountId, OrgId } from "#kernel/ids.ts";
import { recordConsents } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { listAudit } from "#platform/audit/list.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { CaseFilter, caseFilterOf, caseQuery } from "../../model/cases/case-filter.ts";
import { CASE_CAPABILITIES, givenCase, givenNeed, givenSteps } from "../../testing.ts";
import { teamCases } from "../team-cases.ts";
import { caseChoices } from "./case-choices.ts";
import { changeNames, listNames } from "./change-names.ts";
import { changeCaseRules, showCaseRules } from "./change-rules.ts";
import { exportCases, listCases } from "./list-cases.ts";
import { listDueCases } from "./list-due-cases.ts";
import { casesPanel } from "./person-panel.ts";
import { prepareCase } from "./prepare-case.ts";
import { casePaper } from "./case-paper.ts";
import { caseAccess } from "./show-case-access.ts";
import { showCase } from "./show-case.ts";

const t = testDatabase();
const DAYS = { intake: 7, assessment: 30, planning: 14, intervention: 90, evaluation: 30, closing: 14 };
const filter = (over: Partial<CaseFilter> = {}) => CaseFilter.parse(over);

/** A worker, a colleague and a supervisor of one organisation. */
async function givenTeam() {
  const ground = testGround(t);
  const orgId = OrgId.parse(await givenOrganization(ground));
  const member = async (role: string, name: string, more: readonly string[] = []) =>
    sessionOf({ ...anActor({ capabilities: [...CASE_CAPABILITIES, ...more], orgId, role }), accountId: AccountId.parse((await givenMember(ground, orgId, role, { name })).accountId), name }, t);
  return { worker: await member("worker", "林晓禾"), colleague: await member("worker", "何静"), supervisor: await member("supervisor", "苏明远", ["cases.supervise"]) };
}

test("my list, my team's and all: filtered, searched, sorted, a page at a time", async () => {
  const { worker, colleague, supervisor } = await givenTeam();
  await changeNames(supervisor, { intent: "add_team", name: "青年组" });
  await changeNames(supervisor, { intent: "add_programme", name: "社区老友" });
  const { teams: [team], programmes: [programme] } = await listNames(supervisor);
  await changeNames(supervisor, { intent: "join", teamId: team!.id, accountId: colleague.actor.accountId });
  const first = await givenCase(worker, await givenPerson(worker, { name: "王小明" }), { teamId: team!.id, programmeId: programme!.id, openedOn: "2026-10-01" });
  const second = await givenCase(worker, await givenPerson(worker, { name: "李梅" }), { openedOn: "2026-11-20" });
  const ids = async (session: typeof worker, over: Partial<CaseFilter>) => (await listCases(session, filter(over))).rows.map(({ caseId }) => caseId);
  expect(await ids(worker, {})).toEqual([first, second]);
  expect(await ids(worker, { sort: "-opened" })).toEqual([second, first]);
  expect(await ids(worker, { q: "wxm" })).toEqual([first]);
  expect(await ids(worker, { q: "2026-0002" })).toEqual([second]);
  expect(await ids(worker, { show: "overdue", programmeId: programme!.id })).toEqual([first]);
  expect(await ids(colleague, {})).toEqual([]);
  expect(await ids(colleague, { whose: "team" })).toEqual([first]);
  expect(await ids(supervisor, { whose: "all" })).toEqual([first, second]);
  await expect(listCases(worker, filter({ whose: "all" }))).rejects.toMatchObject({ kind: "forbidden" });
  const page = await listCases(supervisor, filter({ whose: "all" }), { limit: 1 });
  expect(page).toMatchObject({ counts: { open: 2, overdue: 1, waiting: 0, paused: 0 }, rows: [{ name: "王小明", workerName: "林晓禾", teamName: "青年组", programmeName: "社区老友" }] });
  expect((await listCases(supervisor, filter({ whose: "all" }), { limit: 1, after: page.next })).rows.map(({ caseId }) => caseId)).toEqual([second]);
  expect((await exportCases(supervisor, filter({ whose: "all", stage: "intake" }))).length).toBe(2);
  expect((await caseChoices(worker)).workers.map(({ name }) => name).toSorted()).toEqual(["何静", "林晓禾", "苏明远"]);
});

test("open cases as they count for a supervisor: by team and worker, without names, and without whoever does not let data be kept", async () => {
  const { worker, supervisor } = await givenTeam();
  await changeNames(supervisor, { intent: "add_team", name: "青年组" });
  const { teams: [team] } = await listNames(supervisor);
  await changeNames(supervisor, { intent: "join", teamId: team!.id, accountId: supervisor.actor.accountId });
  const [personId, gone] = [await givenPerson(worker, { name: "王小明" }), await givenPerson(worker, { name: "李梅" })];
  await givenCase(worker, personId, { teamId: team!.id, openedOn: "2026-11-02" });
  await givenCase(worker, gone);
  await worker.write("withdraw", null, (tx) => recordConsents(worker, tx, [{ personId: gone, purpose: "keep_data", state: "withdrawn", capacity: "self", fromOn: worker.today, channel: "in_person" }]));
  expect(await teamCases(supervisor)).toEqual({ teamIds: [team!.id], cases: [{ survivorId: personId, workerId: worker.actor.accountId, teamId: team!.id, reviewOn: "2026-11-09", approvalBy: null }] });
  await expect(teamCases(worker)).rejects.toMatchObject({ reason: "access.not_allowed" });
});

test("today: an approval for the supervisor, a handover for whom it goes to, a review for the worker", async () => {
  const { worker, colleague, supervisor } = await givenTeam();
  const [asked, given, late] = [await givenCase(worker, await givenPerson(worker)), await givenCase(worker, await givenPerson(worker)), await givenCase(worker, await givenPerson(worker), { openedOn: "2026-10-01" })];
  await givenSteps(worker, asked, 1, { kind: "close", reason: "moved_away", words: "搬走了" });
  await givenSteps(worker, given, 1, { kind: "hand_over", workerId: colleague.actor.accountId, words: "请接手" });
  expect(await listDueCases(supervisor, 9)).toMatchObject([{ caseId: asked, kind: "approval" }]);
  expect(await listDueCases(colleague, 9)).toMatchObject([{ caseId: given, kind: "handover" }]);
  expect((await listDueCases(worker, 9)).map(({ caseId, kind }) => [caseId, kind])).toContainEqual([late, "review"]);
  expect(await listDueCases(sessionOf(anActor({ orgId: worker.actor.orgId }), t), 9)).toEqual([]);
});

test("rules are versions; when a review is due follows them at once; another who changed them first is not overwritten", async () => {
  const { worker, supervisor } = await givenTeam();
  const caseId = await givenCase(worker, await givenPerson(worker), { openedOn: "2026-11-20" });
  expect(await showCaseRules(worker)).toMatchObject({ last: 0, current: { version: 0 } });
  await changeCaseRules(supervisor, { version: 0, approvals: ["accept"], reviewDays: { ...DAYS, intake: 3 }, note: "" });
  await expect(changeCaseRules(supervisor, { version: 0, approvals: [], reviewDays: DAYS, note: "" })).rejects.toMatchObject({ kind: "stale" });
  await expect(changeCaseRules(worker, { version: 1, approvals: [], reviewDays: DAYS, note: "" })).rejects.toMatchObject({ kind: "forbidden" });
  expect((await showCase(worker, caseId)).case.reviewOn).toBe("2026-11-23");
  expect((await showCase(worker, caseId)).approvals).toEqual(["accept"]);
});

test("a case shows what its stage still lacks, who can open it and why, and who has", async () => {
  const { worker, colleague, supervisor } = await givenTeam();
  const personId = await givenPerson(worker, { birthOn: "2015-05-01", relatives: [{ name: "李梅", relation: "母亲", isGuardian: true }] });
  const caseId = await givenCase(worker, personId);
  await givenNeed(worker, personId);
  const file = await showCase(supervisor, caseId);
  expect(file.missing.map(({ key, done }) => [key, done])).toEqual([["reach", true], ["consent", false], ["guardian", true], ["needs", true], ["answers", false]]);
  expect(file).toMatchObject({ needs: [{ code: "company.friend" }], may: { lead: true, approve: true }, case: { population: "child", workerName: "林晓禾" } });
  expect(await casePaper(worker, caseId)).toMatchObject({ withheld: false, fields: { 个案编号: file.case.reference, 监护人: "母亲 李梅", 同意保存: "没有问过" }, lists: { 需求: [{ 说法: "想有人一起打球" }], 经过: [{ 事项: "接案" }] } });
  expect(await caseAccess(worker, caseId, "zh")).toMatchObject({ to: `/cases/${caseId}`, viewers: [{ name: "林晓禾", why: "责任社工" }, { name: "苏明远", why: "督导" }] });
  await expect(caseAccess(colleague, caseId, "zh")).rejects.toMatchObject({ reason: "case.not_near" });
  const { rows } = await worker.read((tx) => listAudit(tx, worker.actor, { subjectKind: "case", subjectId: caseId }));
  expect(rows.map(({ actorName, action }) => [actorName, action])).toEqual([["林晓禾", "case.printed"], ["苏明远", "case.read"], ["林晓禾", "case.opened"]]);
  await expect(showCase(colleague, caseId)).rejects.toMatchObject({ reason: "case.not_near" });
  expect((await prepareCase(colleague, { personId })).cases).toMatchObject([{ caseId, workerName: "林晓禾", mayOpen: false }]);
  expect((await prepareCase(colleague, { q: "张三" })).found).toMatchObject([{ id: personId }]);
  const [line] = (await casesPanel(colleague, { personId, recordIds: [personId] }, "zh"))!.lines;
  expect(line).toEqual({ key: caseId, text: "个案 2026-0001", note: "由林晓禾负责" });
  expect((await casesPanel(worker, { personId, recordIds: [personId] }, "zh"))!.lines).toMatchObject([{ to: `/cases/${caseId}`, text: "2026-0001" }]);
});

test("an address says which cases; nonsense is ignored, what is usual is left out", () => {
  expect(caseFilterOf(new URLSearchParams("whose=team&show=nonsense&stage=planning&workerId=1&q= 王 "))).toEqual({ whose: "team", show: "open", stage: "planning", q: "王", sort: "review" });
  expect(caseQuery(caseFilterOf(new URLSearchParams("whose=all&show=closed")), { show: "open" })).toBe("whose=all");
});
