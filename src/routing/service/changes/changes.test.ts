import { expect, test } from "vitest";
import { givenMember, testGround } from "#identity/testing.ts";
import { OrgId } from "#kernel/ids.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenProgramme, givenServing, removeVolunteer } from "#volunteering/testing.ts";
import { jobs } from "../../jobs/index.ts";
import type { MemberKey, TeamChange } from "../../model/plan.ts";
import { givenChange, givenPlan, givenQuarter, givenTrial, type Quarter } from "../../testing.ts";
import { fitRest } from "../plans/fit-rest.ts";
import { showPlan } from "../plans/show-plan.ts";
import { showSheet } from "../plans/show-sheet.ts";
import { decideStop } from "../visits/decide-stop.ts";
import { changeTeam } from "./change-team.ts";
import { requestChange } from "./request-change.ts";
import { showTrial } from "./show-trial.ts";

const t = testDatabase();
const ground = testGround(t);

const another = async ({ orgId }: Quarter, name: string): Promise<MemberKey> => `staff:${(await givenMember(ground, OrgId.parse(orgId), "worker", { name })).accountId}`;
const toursOf = async ({ worker }: Quarter, planId: string) => new Map((await showPlan(worker, planId)).run!.tours.map(({ teamId, stops }) => [teamId, stops.map(({ personId }) => personId)]));
const out = (teamId: string, over: Partial<TeamChange> = {}): TeamChange => ({ teamId, kind: "out", from: "10:00", reason: "发烧回家", stay: "few", ...over });

test("somebody falls ill at noon: nothing changes before it was seen, what was done stays, a row for everybody, and the sheets say their version", async () => {
  const quarter = await givenQuarter(t, 6);
  const planId = await givenPlan(quarter);
  const before = await showPlan(quarter.worker, planId);
  const busy = before.run!.tours.toSorted((a, b) => b.stops.length - a.stops.length)[0]!;
  const change = out(busy.teamId);
  const { trialId: waiting } = await requestChange(quarter.worker, planId, change);
  expect(await showTrial(quarter.worker, planId, waiting)).toMatchObject({ state: "waiting", changes: [] });
  await expect(changeTeam(quarter.worker, { planId, trialId: waiting })).rejects.toMatchObject({ reason: "routing.not_worked_out" });
  const trialId = await givenTrial(quarter.worker, planId, change);
  const seen = await showTrial(quarter.worker, planId, trialId);
  expect((await showPlan(quarter.worker, planId)).run!.number).toBe(before.run!.number);
  await changeTeam(quarter.worker, { planId, trialId });
  await expect(changeTeam(quarter.worker, { planId, trialId: await givenTrial(quarter.worker, planId, change).catch(() => trialId) })).rejects.toMatchObject({ reason: "routing.team_is_out" });
  expect(await showTrial(quarter.worker, planId, trialId)).toMatchObject({ state: "stale" });
  const after = await showPlan(quarter.worker, planId);
  expect(after).toMatchObject({ outdated: false, run: { kind: "replanned", since: 600, left: 0 } });
  expect(after.teams.find(({ id }) => id === busy.teamId)!.changes).toMatchObject([{ kind: "out", fromMinute: 600, reason: "发烧回家", runNumber: after.run!.number }]);
  const done = busy.stops.filter(({ begin }) => begin < 600);
  expect(after.run!.tours.find(({ teamId }) => teamId === busy.teamId)?.stops ?? []).toEqual(done);
  const rows = await t.owner.query("select kind from routing.run_changes where plan_id = $1 and run_number = $2", [planId, after.run!.number]);
  expect([rows.rows.length, rows.rows.filter(({ kind }) => kind === "moved").length]).toEqual([seen.changes.length, busy.stops.length - done.length]);
  const { version, sheets } = await showSheet(quarter.worker, planId);
  expect([version, sheets.flatMap(({ stops }) => stops).filter(({ change: what }) => what === "isNew").length, sheets.find(({ teamId }) => teamId === busy.teamId)?.gone.length ?? busy.stops.length]).toEqual([2, busy.stops.length - done.length, busy.stops.length - done.length]);
  if (done[0]) await expect(decideStop(quarter.worker, { planId, personId: done[0].personId, kind: "drop", reason: "不去" })).rejects.toMatchObject({ reason: "routing.already_made" });
});

test("somebody stands in for one who went alone: the visits left go to them in the same order, locks too, and the others stay where they are", async () => {
  const quarter = await givenQuarter(t, 6);
  const planId = await givenPlan(quarter);
  const before = await toursOf(quarter, planId);
  const [teamId, stops] = [...before].toSorted(([, a], [, b]) => b.length - a.length)[0]!;
  await decideStop(quarter.worker, { planId, personId: stops.at(-1)!, kind: "lock" });
  const who = await another(quarter, "王芳");
  const trialId = await givenTrial(quarter.worker, planId, out(teamId, { kind: "stand_in", from: "09:00", who }));
  expect(await showTrial(quarter.worker, planId, trialId)).toMatchObject({ state: "ready", coming: ["王芳"], letter: "C", left: [] });
  await changeTeam(quarter.worker, { planId, trialId });
  const plan = await showPlan(quarter.worker, planId);
  expect(plan.teams.map(({ letter, members }) => [letter, members.map(({ name }) => name)])).toEqual([["A", ["李敏"]], ["B", ["何静"]], ["C", ["王芳"]]]);
  const after = await toursOf(quarter, planId);
  expect([after.get(trialId), after.get(teamId)]).toEqual([stops, undefined]);
  for (const [other, theirs] of before) if (other !== teamId) expect(after.get(other)).toEqual(theirs);
  expect(plan.visits.find(({ personId }) => personId === stops.at(-1))!.lockedTo).toBe(trialId);
  expect((await showSheet(quarter.worker, planId)).sheets.find(({ team }) => team.letter === "C")!.stops.every(({ change }) => change === "isNew")).toBe(true);
});

test("one of two is replaced and the team goes on; a team more takes up who was left over", async () => {
  const quarter = await givenQuarter(t, 6);
  const planId = await givenPlan(quarter, { teams: [{ members: [quarter.workerKey, quarter.supervisorKey], mode: "foot", from: "09:00", until: "11:30" }], lunchMinutes: 0 });
  const before = await showPlan(quarter.worker, planId);
  expect(before.run!.left).toBeGreaterThan(0);
  const teamId = before.teams[0]!.id;
  const [first, second] = [await another(quarter, "王芳"), await another(quarter, "赵琳")];
  await givenChange(quarter.worker, planId, out(teamId, { kind: "stand_in", position: 2, from: "09:10", who: first }));
  const sheet = (await showSheet(quarter.worker, planId)).sheets[0]!;
  expect(sheet.team.members.map(({ name }) => name)).toEqual(["李敏", "王芳"]);
  expect((await showPlan(quarter.worker, planId)).run!.left).toBe(before.run!.left);
  await givenChange(quarter.worker, planId, { kind: "join", from: "09:30", until: "17:00", who: second, reason: "来帮忙", stay: "few" });
  const after = await showPlan(quarter.worker, planId);
  expect(after).toMatchObject({ outdated: false, run: { left: 0 } });
  expect(after.teams.map(({ letter, changes }) => [letter, changes.map(({ kind }) => kind)])).toEqual([["A", ["stand_in"]], ["B", ["join"]]]);
});

test("a volunteer whose agreement has ended is shown on the round and the sheet at once, is left out of whatever is planned anew, and somebody else can stand in", async () => {
  const quarter = await givenQuarter(t, 4);
  const programmeId = await givenProgramme(quarter.worker, { slug: `p-${crypto.randomUUID().slice(0, 8)}` });
  const personId = await givenServing(quarter.worker, programmeId, "何雨欣");
  const planId = await givenPlan(quarter, { teams: [{ members: [`volunteer:${personId}`], mode: "foot", from: "09:00", until: "17:00" }, { members: [quarter.workerKey], mode: "foot", from: "13:00", until: "17:00" }] });
  const before = await showPlan(quarter.worker, planId);
  const theirs = before.run!.tours.find(({ teamId }) => teamId === before.teams[0]!.id)!.stops.length;
  expect([before.mayNotGo, theirs > 0]).toEqual([[], true]);
  const { rows: [volunteer] } = await t.owner.query("select id from volunteering.volunteers where person_id = $1", [personId]);
  await removeVolunteer(quarter.worker, { volunteerId: volunteer.id, reason: "搬家了" });
  const now = await showPlan(quarter.worker, planId);
  expect(now).toMatchObject({ outdated: true, mayNotGo: [{ kind: "volunteer", id: personId, name: "何雨欣", letter: "A", stops: theirs }] });
  expect((await showSheet(quarter.worker, planId)).sheets.map(({ mayNotGo }) => mayNotGo.map(({ name }) => name))).toContainEqual(["何雨欣"]);
  const trialId = await givenTrial(quarter.worker, planId, out(before.teams[0]!.id, { kind: "stand_in", from: "09:00", who: quarter.supervisorKey as MemberKey }));
  expect(await showTrial(quarter.worker, planId, trialId)).toMatchObject({ state: "ready", left: [] });
  await expect(requestChange(quarter.worker, planId, out(before.teams[1]!.id, { kind: "stand_in", who: `volunteer:${personId}` as MemberKey }))).rejects.toMatchObject({ reason: "routing.no_such_visitor" });
  await fitRest(quarter.worker, planId);
  const after = await showPlan(quarter.worker, planId);
  expect(after.run!.tours.map(({ teamId }) => teamId)).toEqual([before.teams[1]!.id]);
  expect(after.mayNotGo.map(({ stops }) => stops)).toEqual([0]);
});

test("what is missing or cannot be is refused by name, before anything is worked out", async () => {
  const quarter = await givenQuarter(t, 3);
  const planId = await givenPlan(quarter);
  const { teams } = await showPlan(quarter.worker, planId);
  const [teamId] = teams.map(({ id }) => id) as [string];
  const request = (over: Partial<TeamChange>) => requestChange(quarter.worker, planId, out(teamId, over));
  const who = await another(quarter, "王芳");
  for (const [over, reason] of [
    [{ reason: "" }, "routing.say_why"], [{ kind: "one_out" }, "routing.say_who"], [{ kind: "mode" }, "routing.say_how"], [{ teamId: undefined }, "routing.no_such_team"],
    [{ kind: "stand_in" }, "routing.say_who_comes"], [{ kind: "stand_in", who: quarter.supervisorKey }, "routing.visitor_twice"], [{ kind: "stand_in", who: `staff:${crypto.randomUUID()}` }, "routing.no_such_visitor"],
    [{ kind: "join", who }, "routing.no_time"], [{ kind: "join", who, until: "09:00" }, "routing.hours_backwards"], [{ kind: "join", who, with: who, until: "12:00" }, "routing.visitor_twice"], [{ kind: "stand_in", who, from: "18:00" }, "routing.hours_backwards"],
  ] as const) await expect(request(over as Partial<TeamChange>)).rejects.toMatchObject({ reason });
  await givenChange(quarter.worker, planId, out(teamId, { kind: "late" }));
  await expect(request({ from: "09:00" })).rejects.toMatchObject({ reason: "routing.before_last_change" });
  const other = await givenTrial(quarter.worker, planId, out(teamId, { from: "11:00" }));
  await givenChange(quarter.worker, planId, out(teamId, { from: "10:30", kind: "late" }));
  await expect(changeTeam(quarter.worker, { planId, trialId: other })).rejects.toMatchObject({ reason: expect.stringMatching(/changed_since|before_last_change/) });
  await expect(showTrial(quarter.worker, planId, crypto.randomUUID())).rejects.toMatchObject({ reason: "routing.trial_not_found" });
});

test("the job works a change out in a thread, leads to what it would do, and stops when it is told to", async () => {
  const quarter = await givenQuarter(t, 4);
  const planId = await givenPlan(quarter);
  const { teams } = await showPlan(quarter.worker, planId);
  const { trialId } = await requestChange(quarter.worker, planId, out(teams[0]!.id));
  const job = jobs[1]!;
  const seen: number[] = [];
  const running = { id: crypto.randomUUID(), input: { planId, trialId }, session: quarter.worker, checkpoint: null, report: async ({ done }: { done: number }) => { seen.push(done); } };
  const stop = new Error("cancelled");
  await expect(job.run({ ...running, report: async () => { throw stop; } } as never)).rejects.toBe(stop);
  expect(await showTrial(quarter.worker, planId, trialId)).toMatchObject({ state: "waiting" });
  expect(await job.run(running as never)).toMatchObject({ link: `/rounds/${planId}/changes/${trialId}` });
  expect([(await showTrial(quarter.worker, planId, trialId)).state, seen.length > 0]).toEqual(["ready", true]);
});

test("another organisation, and a colleague without the right, try and change nothing", async () => {
  const quarter = await givenQuarter(t, 1);
  const planId = await givenPlan(quarter);
  const change = out((await showPlan(quarter.worker, planId)).teams[0]!.id, { kind: "late" });
  const trialId = await givenTrial(quarter.worker, planId, change);
  const stranger = sessionOf(anActor({ capabilities: ["rounds.plan", "people.read", "people.write"] }), t);
  const without = sessionOf(anActor({ capabilities: ["people.read", "people.write"], orgId: quarter.orgId }), t);
  await expect(requestChange(stranger, planId, change)).rejects.toMatchObject({ reason: "routing.plan_not_found" });
  await expect(showTrial(stranger, planId, trialId)).rejects.toMatchObject({ reason: "routing.plan_not_found" });
  await expect(changeTeam(stranger, { planId, trialId })).rejects.toMatchObject({ reason: "routing.trial_not_found" });
  for (const attempt of [requestChange(without, planId, change), showTrial(without, planId, trialId), changeTeam(without, { planId, trialId })]) await expect(attempt).rejects.toMatchObject({ reason: "access.not_allowed" });
});
