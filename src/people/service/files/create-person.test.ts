import { expect, test } from "vitest";
import { givenStreet } from "#places/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { aPerson } from "../../testing.ts";
import { personCards } from "../persons/person-cards.ts";
import { createPerson } from "./create-person.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: ["people.write", "people.read"] }), t);
const reasons = async (attempt: Promise<unknown>) => attempt.then(() => [], (refusal: { fields: { field: string; reason: string }[] }) => refusal.fields.map(({ field, reason }) => `${field} ${reason}`));

test("reads birth and sex from the identity number", async () => {
  const session = worker();
  const { id } = await createPerson(session, { person: { name: "王芳", identifiers: [{ system: "resident_id", value: "11010519491231002x" }] } });
  const card = (await session.read((tx) => personCards(tx, session.actor.orgId, [id!]))).get(id!);
  expect(card).toMatchObject({ birthOn: "1949-12-31", birthPrecision: "day", sex: "female" });
});

test("asks first when somebody like this is here, and adds when told that it is another", async () => {
  const session = worker();
  const person = aPerson({ name: "王芳", birthOn: "1980-02-03", contacts: [] });
  const { id: first } = await createPerson(session, { person });
  const asked = await createPerson(session, { person: { ...person, name: "王方" } });
  expect(asked).toMatchObject({ id: null, same: [{ personId: first, reasons: ["pinyin_birth"] }] });
  expect((await createPerson(session, { person: { ...person, name: "王方" }, confirmed: true })).id).not.toBeNull();
});

test("names each field that cannot be", async () => {
  const session = worker();
  const { communityIds, streetId } = await givenStreet(session);
  const lane = communityIds["席子营社区"]!;
  const add = (over: Parameters<typeof aPerson>[0]) => reasons(createPerson(session, { person: aPerson(over) }));
  expect(await add({ birthOn: "2026-11-23" })).toEqual(["birthOn person.in_future"]);
  expect(await add({ communityId: streetId })).toEqual(["communityId person.community_unknown"]);
  expect(await add({ communityId: communityIds["金沙社区"], laneId: lane })).toEqual(["laneId person.lane_elsewhere"]);
  expect(await add({ identifiers: [{ system: "resident_id", value: "110105194912310021" }] })).toEqual(["residentId person.id_check"]);
  expect(await add({ birthOn: "1950-01-01", identifiers: [{ system: "resident_id", value: "11010519491231002X" }] })).toEqual(["birthOn person.birth_other_than_id"]);
  expect(await add({ sex: "male", birthOn: null, identifiers: [{ system: "resident_id", value: "11010519491231002X" }] })).toEqual(["sex person.sex_other_than_id"]);
});

test("the same form sent twice adds one person, and what is kept of it holds no number", async () => {
  const actor = anActor({ capabilities: ["people.write"] });
  const person = aPerson({ birthOn: "1949-12-31", sex: "female", identifiers: [{ system: "resident_id", value: "11010519491231002X" }] });
  const send = () => createPerson(sessionOf(actor, t, { key: "form-12345678" }), { person, confirmed: true });
  expect((await send()).id).toBe((await send()).id);
  const kept = await t.owner.query("select input_hash, answer::text from platform.idempotency where org_id = $1", [actor.orgId]);
  expect(JSON.stringify(kept.rows)).not.toContain("11010519491231002X");
});

test("a reader may not add", async () => {
  const reader = sessionOf(anActor({ capabilities: ["people.read"] }), t);
  await expect(createPerson(reader, { person: aPerson() })).rejects.toMatchObject({ reason: "access.not_allowed" });
});
