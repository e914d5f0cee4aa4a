import { expect, test } from "vitest";
import { answersOf, givenAssessment, instrumentOf } from "#assessment/testing.ts";
import { addRelationships, recordSituations } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenEncounter } from "../../testing.ts";
import { takeAlong } from "../take-along.ts";
import { listOverdue, listRhythm } from "./list-rhythm.ts";
import { setTier } from "./set-tier.ts";

const t = testDatabase();
const WORKER = ["people.read", "people.write", "outreach.work", "encounters.read", "encounters.write"];

test("whoever is on the list stands there with named reasons, is raised on the day they are due, and a service ends it", async () => {
  const worker = anActor({ capabilities: WORKER });
  const session = sessionOf(worker, t);
  const [old, young] = [await givenPerson(session, { name: "赵奶奶", birthOn: "1938-04-01" }), await givenPerson(session, { name: "小陈", birthOn: "2001-04-01" })];
  await session.write("alone", null, async (tx) => { await recordSituations(session, tx, [{ personId: old, kind: "living", value: "独居" }]); return null; });
  await setTier(sessionOf(worker, t, { now: new Date("2026-11-01T02:00:00Z") }), { personId: old, tier: "high", reason: "独居" });
  await setTier(session, { personId: young, tier: "low", reason: "情况稳定" });
  expect(await listRhythm(session)).toMatchObject([
    { name: "赵奶奶", tier: "high", lastOn: null, dueOn: "2026-11-08", overdueDays: 14, points: 9, parts: [{ part: "age80" }, { part: "alone" }, { part: "never" }] },
    { name: "小陈", overdueDays: 0, parts: [{ part: "never" }] },
  ]);
  expect((await listOverdue(session, 20)).map(({ name }) => name)).toEqual(["赵奶奶"]);
  expect((await takeAlong(session)).people.map(({ name }) => name)).toEqual(["赵奶奶"]);
  await givenEncounter(session, old, { happenedOn: "2026-11-22" });
  expect(await listOverdue(session, 20)).toEqual([]);
  expect((await listOverdue(sessionOf(worker, t, { now: new Date("2026-11-29T02:00:00Z") }), 20)).map(({ name, overdueDays }) => [name, overdueDays])).toEqual([["赵奶奶", 0]]);
});

test("taken off the list with a reason somebody is no longer raised; others learn nothing", async () => {
  const worker = anActor({ capabilities: WORKER });
  const session = sessionOf(worker, t);
  const personId = await givenPerson(session);
  await setTier(session, { personId, tier: "high", reason: "刚出院" });
  await setTier(session, { personId, tier: "none", reason: "搬去女儿家" });
  expect(await listRhythm(session)).toEqual([]);
  const elsewhere = sessionOf(anActor({ capabilities: WORKER }), t);
  await expect(setTier(elsewhere, { personId, tier: "low", reason: "x" })).rejects.toMatchObject({ reason: "encounter.person_not_found" });
  const without = sessionOf(anActor({ orgId: worker.orgId }), t);
  await expect(setTier(without, { personId, tier: "low", reason: "x" })).rejects.toMatchObject({ reason: "access.not_allowed" });
  await expect(listRhythm(without)).rejects.toMatchObject({ reason: "access.not_allowed" });
  expect(await listOverdue(without, 5)).toEqual([]);
});

test("a carer under strain puts the one they care for higher, with the reason named; whoever may not read assessments does not learn of it", async () => {
  const session = sessionOf(anActor({ capabilities: [...WORKER, "assessments.work"] }), t);
  const [client, carer] = [await givenPerson(session, { name: "小白" }), await givenPerson(session, { name: "白妈妈" })];
  await session.write("carer", null, (tx) => addRelationships(session, tx, [{ personId: client, otherId: carer, relation: "母亲", isCarer: true }]));
  await givenAssessment(session, carer, { instrumentId: "needs-carer", answers: answersOf(instrumentOf("needs-carer"), ([, , third = 2]) => third) });
  await setTier(session, { personId: client, tier: "low", reason: "情况稳定" });
  expect(await listRhythm(session)).toMatchObject([{ name: "小白", points: 6, parts: [{ part: "never" }, { part: "carer_many" }] }]);
  const without = sessionOf(anActor({ orgId: session.actor.orgId, capabilities: WORKER }), t);
  expect(await listRhythm(without)).toMatchObject([{ points: 3, parts: [{ part: "never" }] }]);
});
