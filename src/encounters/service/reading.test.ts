import { expect, test } from "vitest";
import { givenNeed } from "#casework/testing.ts";
import { addRelationships } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenEncounter } from "../testing.ts";
import { exportEncounters } from "./export-encounters.ts";
import { findPeople } from "./find-people.ts";
import { listOfPerson } from "./list-of-person.ts";
import { offerEntry } from "./offer-entry.ts";
import { servicesPanel } from "./services-panel.ts";

const t = testDatabase();
const WORKER = ["people.read", "people.write", "outreach.work", "encounters.read", "encounters.write"];

async function givenFamily() {
  const session = sessionOf(anActor({ capabilities: WORKER }), t);
  const [personId, motherId, friendId] = [await givenPerson(session), await givenPerson(session, { name: "李桂英", roles: [] }), await givenPerson(session, { name: "何雨欣", roles: [{ role: "volunteer", fromOn: "2026-01-01" }] })];
  await session.write("kin", null, (tx) => addRelationships(session, tx, [{ personId, otherId: motherId, relation: "母亲", isCarer: true } as never]));
  return { session, personId, motherId, friendId };
}

test("the form offers the person's family, their open needs and whom else was searched for, each in the part they have", async () => {
  const { session, personId, motherId, friendId } = await givenFamily();
  const needId = await givenNeed(session, personId);
  const offer = await offerEntry(session, personId, [friendId]);
  expect(offer).toMatchObject({ person: { name: "张三" }, others: [{ personId: motherId, role: "carer", relation: "母亲" }, { personId: friendId, role: "volunteer", relation: "" }], needs: [{ id: needId, words: "想有人一起打球" }] });
  expect((await findPeople(session, "hyx")).map(({ name }) => name)).toEqual(["何雨欣"]);
  expect(await findPeople(session, "")).toEqual([]);
});

test("a person's services stand together, newest first, and a workbook holds what the list shows", async () => {
  const { session, personId, motherId } = await givenFamily();
  await givenEncounter(session, personId, { happenedOn: "2026-11-01" });
  await givenEncounter(session, personId, { happenedOn: "2026-11-20", people: [{ personId, role: "client" }, { personId: motherId, role: "carer" }] });
  expect(await listOfPerson(session, personId)).toMatchObject({ name: "张三", figures: { sessions: 2, personTimes: 3, persons: 2 }, rows: [{ happenedOn: "2026-11-20" }, { happenedOn: "2026-11-01" }] });
  expect((await listOfPerson(session, motherId)).rows).toHaveLength(1);
  expect(await servicesPanel(session, { personId, recordIds: [personId] }, "zh")).toMatchObject({ title: "服务记录", lines: [{ text: "11月20日 · 上门 · 40 分钟" }, { text: "11月1日 · 上门 · 40 分钟" }] });
  expect(await servicesPanel(sessionOf(anActor({ orgId: session.actor.orgId, capabilities: ["people.read"] }), t), { personId, recordIds: [personId] }, "zh")).toBeNull();
  expect(await exportEncounters(session, { from: "2026-11-10" })).toHaveLength(1);
});

test("nobody of another organisation, and nobody without the right, is offered, found or listed", async () => {
  const { session, personId } = await givenFamily();
  const elsewhere = sessionOf(anActor({ capabilities: WORKER }), t);
  await expect(offerEntry(elsewhere, personId)).rejects.toMatchObject({ reason: "encounter.person_not_found" });
  await expect(listOfPerson(elsewhere, personId)).rejects.toMatchObject({ reason: "encounter.person_not_found" });
  expect(await findPeople(elsewhere, "zhangsan")).toEqual([]);
  const without = sessionOf(anActor({ orgId: session.actor.orgId, capabilities: ["people.read"] }), t);
  for (const attempt of [() => offerEntry(without, personId), () => listOfPerson(without, personId), () => findPeople(without, "z"), () => exportEncounters(without, {})]) await expect(attempt()).rejects.toMatchObject({ reason: "access.not_allowed" });
});
