import { expect, test } from "vitest";
import { mergePersonsIn } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { aNeed, NEED_CAPABILITIES } from "../testing.ts";
import { listNeeds } from "./list-needs.ts";
import { recordNeed } from "./record-need.ts";
import { recordNeedsIn } from "./record-needs.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: NEED_CAPABILITIES }), t);

test("a need is written down with the words, for the population the person belongs to", async () => {
  const session = worker();
  const personId = await givenPerson(session, { birthOn: "2000-01-01", disability: { type: 5, grade: 2 } });
  const { needId, heardAgain } = await recordNeed(session, aNeed(personId, { priority: "urgent" }));
  expect(heardAgain).toBe(false);
  expect(await listNeeds(session, personId)).toMatchObject([{ id: needId, population: "disabled_youth", status: "noted", priority: "urgent", words: "想有人一起打球", packVersion: 1, version: 1 }]);
});

test("the same need heard again is not counted twice: its words and priority are added", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const first = await recordNeed(session, aNeed(personId, { heardOn: "2026-11-01" }));
  const again = await recordNeed(session, aNeed(personId, { heardOn: "2026-11-20", priority: "urgent", words: "还是没有朋友" }));
  expect(again).toEqual({ needId: first.needId, heardAgain: true });
  const [need, ...others] = await listNeeds(session, personId);
  expect(others).toEqual([]);
  expect(need).toMatchObject({ priority: "urgent", version: 2, statusOn: "2026-11-20" });
  expect(need?.events.map(({ words }) => words)).toEqual(["", "还是没有朋友"]);
});

test("somebody may have one need as carer and another as elder", async () => {
  const session = worker();
  const personId = await givenPerson(session, { birthOn: "1955-01-01" });
  await recordNeed(session, aNeed(personId, { code: "health.mind" }));
  await recordNeed(session, aNeed(personId, { code: "health.mind", population: "carer" }));
  expect((await listNeeds(session, personId)).map(({ population }) => population).toSorted()).toEqual(["carer", "elder"]);
});

test("two who write down the same need at once give one need heard twice", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const both = await Promise.all([1, 2].map(() => recordNeed(session, aNeed(personId))));
  expect(both.filter(({ heardAgain }) => heardAgain)).toHaveLength(1);
  expect(await listNeeds(session, personId)).toHaveLength(1);
});

test("a need known under a merged record is the same need", async () => {
  const session = worker();
  const [survivorId, mergedId] = [await givenPerson(session), await givenPerson(session)];
  const first = await recordNeed(session, aNeed(mergedId));
  await session.write("merge", null, (tx) => mergePersonsIn(session, tx, { survivorId, mergedId, reason: "同一人" }));
  expect(await recordNeed(session, aNeed(survivorId))).toEqual({ needId: first.needId, heardAgain: true });
});

test.each([
  ["an unknown code", { code: "company.robot" }, "need.code_unknown"],
  ["a day to come", { heardOn: "2026-11-23" }, "need.in_future"],
])("%s is refused and leaves no trace", async (_name, over, reason) => {
  const session = worker();
  const personId = await givenPerson(session);
  await expect(recordNeed(session, aNeed(personId, over))).rejects.toMatchObject({ reason });
  expect(await listNeeds(session, personId)).toEqual([]);
});

test("several needs at once go in together or not at all", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const attempt = session.write("both", null, (tx) => recordNeedsIn(session, tx, [aNeed(personId), aNeed(personId, { code: "no.such" })]));
  await expect(attempt).rejects.toMatchObject({ reason: "need.code_unknown" });
  expect(await listNeeds(session, personId)).toEqual([]);
});

test("a stranger may not, and another organisation's person is not there", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const clerk = sessionOf(anActor({ capabilities: ["returns.read", "places.read"], orgId: session.actor.orgId }), t);
  await expect(recordNeed(clerk, aNeed(personId))).rejects.toMatchObject({ kind: "forbidden" });
  await expect(recordNeed(worker(), aNeed(personId))).rejects.toMatchObject({ reason: "need.person_not_found" });
});
