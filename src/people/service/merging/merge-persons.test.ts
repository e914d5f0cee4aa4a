import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import type { Session } from "#platform/db/session.ts";
import { listPersonRows } from "../../store/persons/list-persons.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { aPerson, givenPerson } from "../../testing.ts";
import { consentsInForce } from "../consents/consents-in-force.ts";
import { mergePersons } from "./merge-persons.ts";
import { personCards } from "../persons/person-cards.ts";
import { recordConsent } from "../consents/record-consents.ts";
import { undoMerge } from "./undo-merge.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: ["people.write", "people.read"] }), t);
const finds = async (session: Session, q: string) => (await session.read((tx) => listPersonRows(tx, session.actor.orgId, { q }, session.today))).rows.map(({ id }) => id);

/** Everything stored of some persons, without instants and versions. */
async function everything(ids: readonly string[]): Promise<unknown> {
  const of = async (table: string, column = "person_id") => (await t.owner.query(`select * from people.${table} where ${column} = any($1)`, [ids])).rows
    .map((row) => JSON.stringify({ ...row, version: 0, changed_at: null })).sort();
  const tables = ["contacts", "identifiers", "disability_facts", "situations", "role_episodes", "interests", "languages", "search_tokens"];
  return [await of("persons", "id"), ...await Promise.all(tables.map((table) => of(table)))];
}

async function twoRecords(session: Session) {
  const survivorId = await givenPerson(session, aPerson({ name: "王芳", sex: "female", birthOn: null, address: null, contacts: [{ kind: "mobile", value: "13800001111" }], roles: [] }));
  const mergedId = await givenPerson(session, aPerson({
    name: "王方", preferredName: "芳姐", sex: null, birthOn: "1980-02-03", address: "二巷60号", contacts: [{ kind: "mobile", value: "13800001111" }, { kind: "landline", value: "0871-65548529", whose: "other", relation: "女儿" }],
    identifiers: [{ system: "resident_id", value: "11010519491231002X" }], disability: { type: 4, grade: 2 }, situations: [{ kind: "long_at_home", value: "yes" }], interests: ["下棋"],
  }));
  return { survivorId, mergedId };
}

test("loses no field, finds the person under both names, and answers under both ids", async () => {
  const session = worker();
  const { survivorId, mergedId } = await twoRecords(session);
  await mergePersons(session, { survivorId, mergedId, reason: "同一人" });
  const cards = await session.read((tx) => personCards(tx, session.actor.orgId, [survivorId, mergedId]));
  expect(cards.get(mergedId)).toEqual(cards.get(survivorId));
  expect(cards.get(survivorId)).toMatchObject({ id: survivorId, name: "王芳", preferredName: "芳姐", sex: "female", birthOn: "1980-02-03", address: "二巷60号", disabilityType: 4, longAtHome: "yes" });
  expect(cards.get(survivorId)!.phones.map(({ value }) => value)).toEqual(["13800001111", "0871-65548529"]);
  for (const query of ["王方", "芳姐", "wangfang", "wf", "8529"]) expect(await finds(session, query)).toEqual([survivorId]);
  expect(await session.read((tx) => identitiesOf(tx, session.actor.orgId, [mergedId]))).toEqual(new Map([[mergedId, [survivorId, mergedId]]]));
});

test("undone, everything stands as before", async () => {
  const session = worker();
  const { survivorId, mergedId } = await twoRecords(session);
  const before = await everything([survivorId, mergedId]);
  const mergeId = await mergePersons(session, { survivorId, mergedId, reason: "同一人", take: ["name"] });
  expect(await everything([survivorId, mergedId])).not.toEqual(before);
  await undoMerge(session, mergeId);
  expect(await everything([survivorId, mergedId])).toEqual(before);
  await expect(undoMerge(session, mergeId)).rejects.toMatchObject({ reason: "person.merge_already_undone" });
});

test("a chain of merges can be undone in any order", async () => {
  const session = worker();
  const [a, b, c] = [await givenPerson(session, { name: "甲一" }), await givenPerson(session, { name: "乙二" }), await givenPerson(session, { name: "丙三" })];
  const before = await everything([a, b, c]);
  const ab = await mergePersons(session, { survivorId: b, mergedId: a, reason: "" });
  const bc = await mergePersons(session, { survivorId: c, mergedId: b, reason: "" });
  expect(await finds(session, "甲一")).toEqual([c]);
  await undoMerge(session, ab);
  expect(await finds(session, "甲一")).toEqual([a]);
  expect(await finds(session, "乙二")).toEqual([c]);
  await undoMerge(session, bc);
  expect(await everything([a, b, c])).toEqual(before);
});

test("what somebody changed after the merge stays theirs", async () => {
  const session = worker();
  const { survivorId, mergedId } = await twoRecords(session);
  const mergeId = await mergePersons(session, { survivorId, mergedId, reason: "" });
  await t.owner.query("update people.persons set address = '三巷1号' where id = $1", [survivorId]);
  await undoMerge(session, mergeId);
  const card = (await session.read((tx) => personCards(tx, session.actor.orgId, [survivorId]))).get(survivorId);
  expect(card).toMatchObject({ address: "三巷1号", birthOn: null });
});

test("a refusal noted under the merged record still holds", async () => {
  const session = worker();
  const { survivorId, mergedId } = await twoRecords(session);
  await recordConsent(session, { personId: survivorId, purpose: "be_matched", state: "given", capacity: "self", fromOn: "2026-01-01", channel: "paper" });
  await recordConsent(session, { personId: mergedId, purpose: "be_matched", state: "withdrawn", capacity: "self", fromOn: "2026-03-01", channel: "phone" });
  await mergePersons(session, { survivorId, mergedId, reason: "" });
  const held = await session.read((tx) => consentsInForce(tx, session.actor.orgId, [survivorId], "2026-11-22"));
  expect(held.get(survivorId)!.get("be_matched")).toBe("withdrawn");
});

test("refuses a record with itself, one merged already, a reader, and another organisation's record", async () => {
  const session = worker();
  const { survivorId, mergedId } = await twoRecords(session);
  await expect(mergePersons(session, { survivorId, mergedId: survivorId, reason: "" })).rejects.toMatchObject({ reason: "person.merge_self" });
  await mergePersons(session, { survivorId, mergedId, reason: "" });
  await expect(mergePersons(session, { survivorId, mergedId, reason: "" })).rejects.toMatchObject({ reason: "person.already_merged" });
  const reader = sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t);
  await expect(mergePersons(reader, { survivorId, mergedId, reason: "" })).rejects.toMatchObject({ reason: "access.not_allowed" });
  await expect(mergePersons(worker(), { survivorId, mergedId, reason: "" })).rejects.toMatchObject({ reason: "person.not_found" });
});
