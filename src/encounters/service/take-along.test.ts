import { expect, test } from "vitest";
import { givenCase } from "#casework/testing.ts";
import { addRelationships, recordConsents } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { aSent, givenEncounter } from "../testing.ts";
import { recordEncounter } from "./record-encounter.ts";
import { takeAlong } from "./take-along.ts";
import { topicsOn } from "./topics-on.ts";

const t = testDatabase();
const WORKER = ["people.read", "people.write", "outreach.work", "encounters.read", "encounters.write"];

test("whom somebody promised a next step, and whom they ask for, come along with what is needed at the door", async () => {
  const worker = anActor({ capabilities: WORKER });
  const session = sessionOf(worker, t);
  const [promised, asked, motherId] = [await givenPerson(session), await givenPerson(session, { name: "陈国庆" }), await givenPerson(session, { name: "李桂英" })];
  await session.write("kin", null, (tx) => addRelationships(session, tx, [{ personId: promised, otherId: motherId, relation: "母亲", isCarer: true } as never]));
  await givenEncounter(session, promised, { happenedOn: "2026-11-10", nextWords: "带上辅具目录", nextOn: "2026-11-23" });
  const { people, topics, entries } = await takeAlong(session, [asked]);
  expect(people.map(({ name, phone, carers, lastOn }) => ({ name, phone, carers: carers.length, lastOn }))).toEqual([
    { name: "陈国庆", phone: "13812345678", carers: 0, lastOn: null }, { name: "张三", phone: "13812345678", carers: 1, lastOn: "2026-11-10" },
  ]);
  expect([topics, entries]).toEqual([topicsOn("2026-11-22"), []]);
  await givenEncounter(session, promised, { happenedOn: "2026-11-22" });
  expect((await takeAlong(session)).entries).toHaveLength(1);
  const colleague = sessionOf(anActor({ capabilities: WORKER, orgId: worker.orgId }), t);
  expect((await takeAlong(colleague)).people).toEqual([]);
  await expect(takeAlong(sessionOf(anActor({ orgId: worker.orgId }), t))).rejects.toMatchObject({ reason: "access.not_allowed" });
});

test("whoever is cut comes along no more: with them go the records they are in, and those of a case that is no longer near", async () => {
  const worker = anActor({ capabilities: [...WORKER, "cases.work"] });
  const session = sessionOf(worker, t);
  const [personId, ofCase] = [await givenPerson(session), await givenPerson(session, { name: "陈国庆" })];
  await givenCase(session, ofCase);
  for (const id of [personId, ofCase]) await givenEncounter(session, id, { happenedOn: "2026-11-22", nextWords: "再来", nextOn: "2026-11-23" });
  await session.write("consent", null, (tx) => recordConsents(session, tx, [{ personId, purpose: "photograph", state: "given", capacity: "self", fromOn: session.today, channel: "in_person" }]));
  const before = await takeAlong(session);
  expect([before.people.map(({ name, mayPhotograph }) => [name, mayPhotograph]).toSorted(), before.entries.length]).toEqual([[["张三", true], ["陈国庆", false]], 2]);
  await session.write("consent", null, (tx) => recordConsents(session, tx, [{ personId, purpose: "keep_data", state: "withdrawn", capacity: "self", fromOn: session.today, channel: "in_person" }]));
  const far = sessionOf({ ...worker, capabilities: new Set(WORKER) }, t);
  expect(await takeAlong(far)).toMatchObject({ people: [], entries: [] });
});

test("a person known otherwise by now is shown side by side; sent again knowing it, it counts", async () => {
  const session = sessionOf(anActor({ capabilities: WORKER }), t);
  const personId = await givenPerson(session);
  const { people: [known] } = await takeAlong(session, [personId]);
  const sent = aSent(personId, {}, { stamps: { [personId]: known!.stamp } });
  await t.owner.query("update people.persons set address = $2 where id = $1", [personId, "青云街道严家地社区五号"]);
  const refusal = await recordEncounter(session, sent).then(() => null, (error: { reason: string; difference: Record<string, { stored: { stamp: string; address: string } }> }) => error);
  const { stored } = refusal!.difference[`person.${personId}`]!;
  expect(refusal).toMatchObject({ reason: "encounter.person_changed" });
  expect(stored.address).toContain("严家地");
  expect(await recordEncounter(session, { ...sent, sendKey: "key-looked-at", stamps: { [personId]: stored.stamp } })).toMatchObject({ revision: 1 });
});
