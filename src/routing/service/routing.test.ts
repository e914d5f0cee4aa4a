import { expect, test } from "vitest";
import { logAttempt } from "#outreach/index.ts";
import { anAttempt, givenRoundOf } from "#outreach/testing.ts";
import { mergePersonsIn, recordConsents } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenProgramme, givenVolunteer } from "#volunteering/testing.ts";
import { jobs } from "../jobs/index.ts";
import { timeOf } from "../model/plan.ts";
import { aDay, givenPlan, givenQuarter, type Quarter } from "../testing.ts";
import { beginPlan } from "./plans/begin-plan.ts";
import { changeVisit } from "./visits/change-visit.ts";
import { chooseVisits } from "./visits/choose-visits.ts";
import { decideStop } from "./visits/decide-stop.ts";
import { fitRest } from "./plans/fit-rest.ts";
import { listCandidates } from "./visits/list-candidates.ts";
import { listPlans } from "./plans/list-plans.ts";
import { listVisitors } from "./plans/list-visitors.ts";
import { requestPlan } from "./plans/request-plan.ts";
import { showPlan } from "./plans/show-plan.ts";
import { showSheet } from "./plans/show-sheet.ts";
import { showVisit } from "./visits/show-visit.ts";
import { startPlaces } from "./plans/start-places.ts";
import { computePlan } from "./plans/compute-plan.ts";

const t = testDatabase();
const WISH = { minutes: 40, people: 1, weight: 1, bring: "" };

test("six residents and two visitors: everybody is visited in time, and each visitor has lunch", async () => {
  const quarter = await givenQuarter(t);
  const planId = await givenPlan(quarter);
  const { run, outdated, history } = await showPlan(quarter.worker, planId);
  expect(run!.tours.flatMap(({ stops }) => stops)).toHaveLength(6);
  expect({ left: run!.left, outdated, history: history.map(({ kind, made, asked }) => [kind, made, asked]) }).toEqual({ left: 0, outdated: false, history: [["computed", 6, 6]] });
  for (const { stops, leave, back, lunch } of run!.tours) {
    expect([leave >= 540, back <= 1020, lunch!.begin >= 690 && lunch!.begin + 60 <= 840]).toEqual([true, true, true]);
    stops.slice(1).forEach((stop, index) => expect(stop.begin).toBeGreaterThanOrEqual(stops[index]!.done + stop.wayMinutes));
  }
  expect((await listPlans(quarter.worker)).rows).toMatchObject([{ id: planId, startName: "金沙社区", teams: 2, visits: 6, made: 6, asked: 6 }]);
});

test("a visit that wants two people is made by a team of two; one person alone leaves it over with the reason", async () => {
  const quarter = await givenQuarter(t, 2);
  const planId = await givenPlan(quarter, { teams: [{ members: [quarter.workerKey], mode: "foot", from: "09:00", until: "17:00" }] });
  await changeVisit(quarter.worker, { planId, personId: quarter.residents[0]!, ...WISH, people: 2 });
  expect((await showVisit(quarter.worker, planId, quarter.residents[0]!)).visit.left).toMatchObject({ reason: "too_few" });
  const together = await givenPlan(quarter, { teams: [{ members: [quarter.workerKey, quarter.supervisorKey], mode: "foot", from: "09:00", until: "17:00" }] });
  await changeVisit(quarter.worker, { planId: together, personId: quarter.residents[0]!, ...WISH, people: 2 });
  expect((await showVisit(quarter.worker, together, quarter.residents[0]!)).standing).toMatchObject({ letter: "A" });
});

test("changing by hand: a moved stop stands where it was put, is locked there, and stays when all is planned anew", async () => {
  const quarter = await givenQuarter(t);
  const planId = await givenPlan(quarter);
  const { teams } = await showPlan(quarter.worker, planId);
  const personId = quarter.residents[4]!;
  for (const team of teams) {
    await decideStop(quarter.worker, { planId, personId, kind: "move", teamId: team.id, rank: 1 });
    expect(await showVisit(quarter.worker, planId, personId)).toMatchObject({ standing: { teamId: team.id, rank: 1 }, lockedLetter: team.letter });
  }
  await computePlan(quarter.worker, { planId, jobId: crypto.randomUUID() }, async (day, seed) => (await import("../model/day/solve-day.ts")).solveDay(day, seed));
  expect(await showVisit(quarter.worker, planId, personId)).toMatchObject({ standing: { teamId: teams[1]!.id } });
  await decideStop(quarter.worker, { planId, personId, kind: "unlock" });
  expect((await showVisit(quarter.worker, planId, personId)).lockedLetter).toBeNull();
  await decideStop(quarter.worker, { planId, personId, kind: "lock" });
  expect((await showVisit(quarter.worker, planId, personId)).lockedLetter).toBe("B");
});

test("a move that would be late is refused with the time, and nothing changes", async () => {
  const quarter = await givenQuarter(t, 3);
  const planId = await givenPlan(quarter, { teams: [{ members: [quarter.workerKey], mode: "foot", from: "09:00", until: "17:00" }] });
  const [first, second] = quarter.residents as [string, string];
  await changeVisit(quarter.worker, { planId, personId: first, ...WISH, from: "09:00", until: "10:20" });
  const before = await showPlan(quarter.worker, planId);
  const attempt = decideStop(quarter.worker, { planId, personId: second, kind: "move", teamId: before.teams[0]!.id, rank: 1 });
  const refusal = await attempt.then(() => null, (error: { reason: string; params: { at: string; limit: string } }) => error);
  if (refusal) expect(refusal).toMatchObject({ reason: "routing.move_too_late", params: { limit: timeOf(9 * 60 + 40) } });
  await expect(decideStop(quarter.worker, { planId, personId: first, kind: "move", teamId: before.teams[0]!.id, rank: 3 })).rejects.toMatchObject({ reason: "routing.move_too_late", params: { limit: "09:40" } });
});

test("dropping wants a reason, keeps the others in place, and can be taken back", async () => {
  const quarter = await givenQuarter(t);
  const planId = await givenPlan(quarter);
  const personId = quarter.residents[2]!;
  await expect(decideStop(quarter.worker, { planId, personId, kind: "drop", reason: " " })).rejects.toMatchObject({ reason: "routing.say_why" });
  await decideStop(quarter.worker, { planId, personId, kind: "drop", reason: "他今天住院检查" });
  expect((await showVisit(quarter.worker, planId, personId))).toMatchObject({ visit: { dropped: "他今天住院检查" }, standing: null });
  expect((await showPlan(quarter.worker, planId)).run!.tours.flatMap(({ stops }) => stops)).toHaveLength(5);
  await expect(decideStop(quarter.worker, { planId, personId, kind: "move", teamId: (await showPlan(quarter.worker, planId)).teams[0]!.id, rank: 1 })).rejects.toMatchObject({ reason: "routing.is_dropped" });
  await decideStop(quarter.worker, { planId, personId, kind: "restore" });
  expect((await showPlan(quarter.worker, planId)).run!.tours.flatMap(({ stops }) => stops)).toHaveLength(6);
});

test("who is added later is fitted in without moving anybody, and until then the plan says that it is outdated", async () => {
  const quarter = await givenQuarter(t);
  const planId = await givenPlan(quarter);
  const before = (await showPlan(quarter.worker, planId)).run!.tours.map(({ teamId, stops }) => [teamId, stops.map(({ personId }) => personId)]);
  const newcomer = await givenPerson(quarter.worker, { name: "新来的" });
  const far = await givenPerson(quarter.worker, { name: "没有地址" });
  await chooseVisits(quarter.worker, { planId, personIds: [newcomer, far], minutes: 30 });
  expect((await showPlan(quarter.worker, planId)).outdated).toBe(true);
  await fitRest(quarter.worker, planId);
  const after = await showPlan(quarter.worker, planId);
  expect(after.run!.tours.map(({ teamId, stops }) => [teamId, stops.map(({ personId }) => personId)])).toEqual(before);
  expect(after.visits.filter(({ left }) => left?.reason === "no_place")).toHaveLength(2);
});

test("who does not want to be contacted is not offered, cannot be added, and is left out of a plan made before", async () => {
  const quarter = await givenQuarter(t);
  const planId = await givenPlan(quarter);
  const personId = quarter.residents[0]!;
  expect((await listCandidates(quarter.worker, planId)).rows).toHaveLength(6);
  await quarter.worker.write("consent", null, (tx) => recordConsents(quarter.worker, tx, [{ personId, purpose: "contact", state: "refused", capacity: "self", fromOn: quarter.worker.today, channel: "in_person" }]));
  expect((await listCandidates(quarter.worker, planId)).rows.map((row) => row.personId)).not.toContain(personId);
  expect((await showPlan(quarter.worker, planId)).outdated).toBe(true);
  expect((await showSheet(quarter.worker, planId)).sheets.flatMap(({ stops }) => stops.map((stop) => stop.personId))).not.toContain(personId);
  expect(await showVisit(quarter.worker, planId, personId)).toMatchObject({ standing: null, visit: { left: { reason: "must_not_be_visited" } } });
  await fitRest(quarter.worker, planId);
  expect(await showPlan(quarter.worker, planId)).toMatchObject({ outdated: false, run: { left: 1 } });
  const { id: another } = await beginPlan(quarter.worker, aDay(quarter));
  await expect(chooseVisits(quarter.worker, { planId: another, personIds: [personId], minutes: 30 })).rejects.toMatchObject({ reason: "routing.must_not_be_visited" });
});

test("who refused a visit under another record, merged since, is neither offered nor visited", async () => {
  const quarter = await givenQuarter(t, 2);
  const keeper = sessionOf({ ...quarter.worker.actor, capabilities: new Set([...quarter.worker.actor.capabilities, "outreach.work", "outreach.manage"]) }, t);
  const planId = await givenPlan(quarter);
  const { roundId, personIds: [other] } = await givenRoundOf({ orgId: quarter.orgId, supervisor: keeper, li: keeper, wang: keeper }, keeper, 1);
  await logAttempt(keeper, anAttempt(roundId, other!, { outcome: "refused_for_now", talkedTo: "client", onDay: "2026-11-21" }));
  const personId = quarter.residents[0]!;
  expect((await listCandidates(quarter.worker, planId)).rows.map((row) => row.personId)).toContain(personId);
  await keeper.write("merge", null, (tx) => mergePersonsIn(keeper, tx, { survivorId: personId, mergedId: other!, reason: "同一人" }));
  expect((await listCandidates(quarter.worker, planId)).rows.map((row) => row.personId)).not.toContain(personId);
  expect((await showSheet(quarter.worker, planId)).sheets.flatMap(({ stops }) => stops.map((stop) => stop.personId))).not.toContain(personId);
});

test("the sheet carries phone numbers for staff, and none for a team with a volunteer", async () => {
  const quarter = await givenQuarter(t, 2);
  const staff = await showSheet(quarter.worker, await givenPlan(quarter));
  expect(staff.sheets.flatMap(({ stops }) => stops.map(({ phone }) => phone?.value)).toSorted()).toEqual(["13800000000", "13800000001"]);
  const programmeId = await givenProgramme(quarter.worker, { slug: `p-${crypto.randomUUID().slice(0, 8)}` });
  await givenVolunteer(quarter.worker, programmeId, "service_team", "何雨欣");
  const { volunteers } = await listVisitors(quarter.worker, "2026-11-23");
  expect(volunteers.length).toBeLessThanOrEqual(1);
  for (const { key } of volunteers) {
    const mixed = await showSheet(quarter.worker, await givenPlan(quarter, { teams: [{ members: [quarter.workerKey, key], mode: "foot", from: "09:00", until: "17:00" }] }));
    expect(mixed.sheets.map(({ phones, stops }) => [phones, stops.every(({ phone }) => phone === null)])).toEqual([[false, true]]);
  }
});

test("what cannot be begun is refused by name", async () => {
  const quarter = await givenQuarter(t, 1);
  const [team] = aDay(quarter).teams;
  const begin = (over: object) => beginPlan(quarter.worker, { ...aDay(quarter), ...over });
  await expect(begin({ teams: [] })).rejects.toMatchObject({ reason: "routing.nobody_goes" });
  await expect(begin({ teams: [team, team] })).rejects.toMatchObject({ reason: "routing.visitor_twice" });
  await expect(begin({ teams: [{ ...team, from: "18:00" }] })).rejects.toMatchObject({ reason: "routing.hours_backwards" });
  await expect(begin({ lunchMinutes: 180, lunchFrom: "12:00", lunchUntil: "13:00" })).rejects.toMatchObject({ reason: "routing.lunch_does_not_fit" });
  await expect(begin({ onDay: "2026-11-01" })).rejects.toMatchObject({ reason: "routing.day_is_past" });
  await expect(begin({ startUnitId: crypto.randomUUID() })).rejects.toMatchObject({ reason: "routing.no_such_start" });
  await expect(begin({ teams: [{ ...team, members: [`staff:${crypto.randomUUID()}`] }] })).rejects.toMatchObject({ reason: "routing.no_such_visitor" });
  const { id } = await beginPlan(quarter.worker, aDay(quarter));
  await expect(chooseVisits(quarter.worker, { planId: id, personIds: [], minutes: 30 })).rejects.toMatchObject({ reason: "routing.nobody_chosen" });
  await expect(requestPlan(quarter.worker, id)).rejects.toMatchObject({ reason: "routing.nobody_chosen" });
  await expect(fitRest(quarter.worker, id)).rejects.toMatchObject({ reason: "routing.not_planned_yet" });
  expect((await startPlaces(quarter.worker)).map(({ name }) => name)).toContain("金沙社区 · 一巷");
});

test("the job plans in a thread, tells how far it is, does nothing twice, and stops when it is told to", async () => {
  const quarter = await givenQuarter(t);
  const { id: planId } = await beginPlan(quarter.worker, aDay(quarter));
  await chooseVisits(quarter.worker, { planId, personIds: [...quarter.residents], minutes: 40 });
  expect(await requestPlan(quarter.worker, planId)).toHaveProperty("jobId");
  const [job] = jobs;
  const seen: number[] = [];
  const running = { id: crypto.randomUUID(), input: { planId }, session: quarter.worker, checkpoint: null, report: async ({ done }: { done: number }) => { seen.push(done); } };
  expect(await job!.run(running as never)).toEqual({ link: `/rounds/${planId}`, made: 6, left: 0 });
  await job!.run(running as never);
  expect((await showPlan(quarter.worker, planId)).history).toHaveLength(1);
  expect(seen.at(-1)).toBeGreaterThan(0);
  const stop = new Error("cancelled");
  await expect(job!.run({ ...running, id: crypto.randomUUID(), report: async () => { throw stop; } } as never)).rejects.toBe(stop);
  expect((await showPlan(quarter.worker, planId)).history).toHaveLength(1);
});

test("another organisation, and a colleague without the right, see nothing", async () => {
  const quarter: Quarter = await givenQuarter(t, 1);
  const planId = await givenPlan(quarter);
  const stranger = sessionOf(anActor({ capabilities: ["rounds.plan", "people.read"] }), t);
  for (const look of [showPlan, showSheet, fitRest, requestPlan, listCandidates]) await expect(look(stranger, planId)).rejects.toMatchObject({ reason: "routing.plan_not_found" });
  expect((await listPlans(stranger)).rows).toEqual([]);
  const without = sessionOf(anActor({ capabilities: ["people.read"], orgId: quarter.orgId }), t);
  for (const look of [showPlan, showSheet, fitRest, requestPlan, listCandidates]) await expect(look(without, planId)).rejects.toMatchObject({ reason: "access.not_allowed" });
});
