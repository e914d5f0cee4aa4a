import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import type { Session } from "#platform/db/session.ts";
import { aPerson, givenPerson } from "../../testing.ts";
import { completePersons } from "./complete-persons.ts";
import { createPersons } from "../persons/create-persons.ts";
import { mergePersonsIn } from "./merge-persons.ts";
import { personCards } from "../persons/person-cards.ts";
import { recordConsent } from "../consents/record-consents.ts";
import { undoSource, type UndoneBatch } from "./undo-source.ts";

const t = testDatabase();
const importer = () => sessionOf(anActor({ capabilities: ["register.import", "people.write"] }), t);

async function undoAll(session: Session, sourceId: string) {
  let after: string | null = null;
  const sum = { removed: 0, restored: 0, kept: [] as string[] };
  do {
    const from: string | null = after;
    const batch: UndoneBatch = await session.write("undo", from, (tx) => undoSource(session, tx, sourceId, { after: from, limit: 7 }));
    sum.removed += batch.removed; sum.restored += batch.restored; sum.kept.push(...batch.kept);
    after = batch.next;
  } while (after);
  return sum;
}

test("fills blanks, adds what is missing, overwrites nothing, and takes it all back", async () => {
  const session = importer();
  const sourceId = randomUUID();
  const id = await givenPerson(session, aPerson({ name: "李四", sex: null, birthOn: null, address: "一巷1号", contacts: [{ kind: "mobile", value: "13800001111" }] }));
  const card = async () => (await session.read((tx) => personCards(tx, session.actor.orgId, [id]))).get(id)!;
  const before = await card();
  const facts = aPerson({ name: "李四", sex: "female", birthOn: "1971-01-02", address: "九巷9号", contacts: [{ kind: "mobile", value: "13800001111" }, { kind: "mobile", value: "13900002222" }], disability: { type: 1, grade: 1 } });
  await session.write("complete", null, (tx) => completePersons(session, tx, sourceId, [{ personId: id, facts }, { personId: id, facts: { name: "李四", ethnicity: "白族" } }]));
  const filled = await card();
  expect(filled).toMatchObject({ sex: "female", birthOn: "1971-01-02", address: "一巷1号", disabilityType: 1 });
  expect(filled.phones.map(({ value }) => value)).toEqual(["13800001111", "13900002222"]);
  expect(await undoAll(session, sourceId)).toEqual({ removed: 0, restored: 1, kept: [] });
  expect(await card()).toEqual(before);
});

test("removes what a source created, keeps whom others refer to or somebody changed", async () => {
  const session = importer();
  const sourceId = randomUUID();
  const persons = Array.from({ length: 40 }, (_, index) => aPerson({ name: `王${String.fromCodePoint(0x4e00 + index)}`, identifiers: [{ system: "resident_id", value: "11010519491231002X" }] }));
  const ids = await session.write("create", null, (tx) => createPersons(session, tx, persons, { source: "register", sourceId }));
  const earlier = await givenPerson(session);
  await recordConsent(session, { personId: ids[3]!, purpose: "contact", state: "given", capacity: "self", fromOn: "2026-01-01", channel: "phone" });
  await t.owner.query("update people.persons set version = 2 where id = $1", [ids[11]]);
  await session.write("merge", null, (tx) => mergePersonsIn(session, tx, { survivorId: earlier, mergedId: ids[20]!, reason: "import", sourceId }));
  const { removed, kept } = await undoAll(session, sourceId);
  expect(kept.toSorted()).toEqual([ids[3]!, ids[11]!, ids[20]!].toSorted());
  expect(removed).toBe(37);
  const left = await t.owner.query("select count(*)::int as n from people.search_tokens where person_id = any($1)", [ids.filter((id) => !kept.includes(id))]);
  expect(left.rows[0].n).toBe(0);
});

test("another organisation's source is out of reach, and a reader may undo nothing", async () => {
  const session = importer();
  const sourceId = randomUUID();
  await session.write("create", null, (tx) => createPersons(session, tx, [aPerson()], { source: "register", sourceId }));
  expect(await undoAll(importer(), sourceId)).toEqual({ removed: 0, restored: 0, kept: [] });
  const reader = sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t);
  await expect(undoAll(reader, sourceId)).rejects.toMatchObject({ reason: "access.not_allowed" });
});
