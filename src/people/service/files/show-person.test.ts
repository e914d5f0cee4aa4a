import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { aPerson, givenPerson } from "../../testing.ts";
import { addRelationship } from "../facts/add-relationships.ts";
import { mergePersons } from "../merging/merge-persons.ts";
import { addIdentifier } from "./add-identifier.ts";
import { addContact, removeContact } from "./change-contacts.ts";
import { listReadings } from "./list-readings.ts";
import { namePerson } from "./name-person.ts";
import { revealIdentifier } from "./reveal-identifier.ts";
import { showPerson, type PersonFile } from "./show-person.ts";

const t = testDatabase();
const worker = (more: { strong?: boolean } = {}) => sessionOf(anActor({ capabilities: ["people.write", "people.read", "people.reveal"], ...more }), t);
const full = () => aPerson({ identifiers: [{ system: "resident_id", value: "440524188001010014" }], disability: { type: 5, grade: 1 }, relatives: [{ name: "李梅", relation: "母亲", isGuardian: true, isCarer: true, phone: "13900001111" }] });
const open = async (session: ReturnType<typeof worker>, id: string) => await showPerson(session, id) as PersonFile;

test("shows the file with the last four signs of a number, and notes who read it", async () => {
  const session = worker();
  const id = await givenPerson(session, full());
  const file = await open(session, id);
  expect(file.identifiers).toMatchObject([{ system: "resident_id", last4: "0014", fault: null }]);
  expect(JSON.stringify(file)).not.toContain("440524188001010014");
  expect(file.disabilities).toMatchObject([{ type: 5, grade: 1 }]);
  expect(file.relatives).toMatchObject([{ otherName: "李梅", relation: "母亲", isGuardian: true, otherPhone: "13900001111" }]);
  const { rows } = await session.read(async () => listReadings(session, id));
  expect(rows.map(({ action, actorName }) => [action, actorName])).toEqual([["person.read", "测试员"], ["person.created", "测试员"]]);
});

test("without a second factor the sensitive part is missing, and a number cannot be shown", async () => {
  const session = worker();
  const id = await givenPerson(session, full());
  const weak = sessionOf({ ...session.actor, strong: false }, t);
  const file = await open(weak, id);
  expect([file.identifiers, file.disabilities, file.sensitive]).toEqual([[], [], false]);
  const [identifier] = (await open(session, id)).identifiers;
  await expect(revealIdentifier(weak, { identifierId: identifier!.id, purpose: "verify_identity" })).rejects.toMatchObject({ reason: "access.second_factor" });
});

test("a whole number is shown one by one, each time noted with its purpose, and kept nowhere else", async () => {
  const session = worker();
  const id = await givenPerson(session, full());
  const [identifier] = (await open(session, id)).identifiers;
  const keyed = sessionOf(session.actor, t, { key: "reveal-12345678" });
  expect(await revealIdentifier(keyed, { identifierId: identifier!.id, purpose: "apply_for_benefit" })).toEqual({ system: "resident_id", value: "440524188001010014" });
  const { rows } = await t.owner.query("select details from audit.entries where subject_id = $1 and action = 'person.identifier_revealed'", [id]);
  expect(rows).toEqual([{ details: { system: "resident_id", purpose: "apply_for_benefit" } }]);
  const kept = await t.owner.query("select answer::text from platform.idempotency where org_id = $1", [session.actor.orgId]);
  expect(JSON.stringify(kept.rows)).not.toContain("440524188001010014");
  const reader = sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t);
  await expect(revealIdentifier(reader, { identifierId: identifier!.id, purpose: "emergency" })).rejects.toMatchObject({ reason: "access.not_allowed" });
  await expect(revealIdentifier(worker(), { identifierId: identifier!.id, purpose: "emergency" })).rejects.toMatchObject({ reason: "person.identifier_not_found" });
});

test("a merged record says where it went; a stranger learns nothing", async () => {
  const session = worker();
  const [survivorId, mergedId] = [await givenPerson(session, { name: "王芳" }), await givenPerson(session, { name: "王方" })];
  await mergePersons(session, { survivorId, mergedId, reason: "" });
  expect(await showPerson(session, mergedId)).toEqual({ movedTo: survivorId });
  await expect(showPerson(worker(), survivorId)).rejects.toMatchObject({ reason: "person.not_found" });
  await expect(listReadings(worker(), survivorId)).rejects.toMatchObject({ reason: "person.not_found" });
  await expect(showPerson(sessionOf(anActor({ capabilities: ["places.read"], orgId: session.actor.orgId }), t), survivorId)).rejects.toMatchObject({ reason: "access.not_allowed" });
});

test("relatives are seen from both ends", async () => {
  const session = worker();
  const [child, mother] = [await givenPerson(session, { name: "张小" }), await givenPerson(session, { name: "李梅" })];
  await addRelationship(session, { personId: child, otherId: mother, relation: "母亲", inverse: "儿子", isGuardian: true });
  expect((await open(session, child)).relatives).toMatchObject([{ otherId: mother, otherName: "李梅", relation: "母亲", isGuardian: true, forward: true }]);
  expect((await open(session, mother)).relatives).toMatchObject([{ otherId: child, otherName: "张小", relation: "儿子", isGuardian: false, forward: false }]);
});

test("numbers come and go, and the person is found by those that are there", async () => {
  const session = worker();
  const personId = await givenPerson(session, { contacts: [{ kind: "mobile", value: "13812345678" }] });
  await addContact(session, { personId, contact: { kind: "landline", value: "0871-65548529", whose: "other", relation: "女儿" } });
  const { contacts } = await open(session, personId);
  expect(contacts.map(({ value, rank }) => [value, rank])).toEqual([["13812345678", 1], ["0871-65548529", 2]]);
  await removeContact(session, { personId, contactId: contacts[0]!.id });
  const tokens = await t.owner.query("select token from people.search_tokens where person_id = $1 and token ~ '^[0-9]+$'", [personId]);
  expect(tokens.rows).toEqual([{ token: "8529" }]);
  await expect(addContact(session, { personId, contact: { kind: "mobile", value: "12345" } })).rejects.toMatchObject({ fields: [{ reason: "person.mobile_form" }] });
  await expect(addContact(session, { personId, contact: { kind: "landline", value: "0871-65548529" } })).rejects.toMatchObject({ reason: "person.contact_known" });
  await expect(removeContact(worker(), { personId, contactId: contacts[1]!.id })).rejects.toMatchObject({ reason: "person.contact_not_found" });
});

test("a paper's number is checked, sealed, kept once; a certificate says kind and grade where none stands", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const add = (value: string, system: "resident_id" | "disability_certificate" = "disability_certificate") => addIdentifier(session, { personId, system, value });
  await expect(add("110105194912310021", "resident_id")).rejects.toMatchObject({ fields: [{ field: "value", reason: "person.id_check" }] });
  await expect(add("123")).rejects.toMatchObject({ fields: [{ reason: "person.certificate_form" }] });
  await add("11010519491231002X43");
  await expect(add("11010519491231002x43")).rejects.toMatchObject({ reason: "person.identifier_known" });
  const file = await open(session, personId);
  expect([file.identifiers, file.disabilities]).toMatchObject([[{ system: "disability_certificate", last4: "2X43" }], [{ type: 4, grade: 3 }]]);
  const reader = sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t);
  await expect(addIdentifier(reader, { personId, system: "passport", value: "E1" })).rejects.toMatchObject({ reason: "access.not_allowed" });
});

test("somebody's name alone is what they like to be called", async () => {
  const session = worker();
  const id = await givenPerson(session, { name: "张三", preferredName: "三哥" });
  expect(await namePerson(session, id)).toEqual({ name: "三哥", withheld: false });
  await expect(namePerson(worker(), id)).rejects.toMatchObject({ reason: "person.not_found" });
  await expect(namePerson(sessionOf(anActor({ capabilities: [], orgId: session.actor.orgId }), t), id)).rejects.toMatchObject({ reason: "access.not_allowed" });
});
