import { expect, test } from "vitest";
import { givenStreet } from "#places/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenPerson } from "../../testing.ts";
import { searchPersons } from "../lists/search-persons.ts";
import { changePerson } from "./change-person.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: ["people.write", "people.read"] }), t);

test("changes what is sent, keeps the rest, and finds the person by the new name only", async () => {
  const session = worker();
  const personId = await givenPerson(session, { name: "张三" });
  expect(await changePerson(session, { personId, version: 1, fields: { name: "李四", preferredName: "四哥" } })).toEqual({ version: 2 });
  const found = async (q: string) => (await searchPersons(session, q)).map(({ id }) => id);
  expect([await found("张三"), await found("lisi"), await found("四哥"), await found("5678")]).toEqual([[], [personId], [personId], [personId]]);
});

test("without the version read 428, with an old one 412 and both sides, places by name", async () => {
  const session = worker();
  const { communityIds } = await givenStreet(session);
  const personId = await givenPerson(session, { communityId: communityIds["金沙社区"] });
  await expect(changePerson(session, { personId, version: undefined, fields: { address: "一巷" } })).rejects.toMatchObject({ status: 428 });
  await changePerson(session, { personId, version: 1, fields: { address: "一巷", communityId: communityIds["席子营社区"] } });
  await expect(changePerson(session, { personId, version: 1, fields: { address: "二巷", communityId: communityIds["月牙塘社区"] } })).rejects.toMatchObject({
    status: 412, difference: { address: { stored: "一巷", sent: "二巷" }, communityId: { stored: "席子营社区", sent: "月牙塘社区" } },
  });
});

test("of twenty changes at once one wins and the others are told", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => changePerson(session, { personId, version: 1, fields: { address: `${index}号` } })));
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused).toHaveLength(19);
  expect(new Set(refused.map((result) => result.reason.status))).toEqual(new Set([412]));
});

test("nothing changed writes nothing", async () => {
  const session = worker();
  const personId = await givenPerson(session, { name: "张三" });
  expect(await changePerson(session, { personId, version: 1, fields: { name: "张三" } })).toEqual({ version: 1 });
});

test("a birth date taken away takes its precision along", async () => {
  const session = worker();
  const personId = await givenPerson(session, { birthOn: "1980-01-01", birthPrecision: "year" });
  await changePerson(session, { personId, version: 1, fields: { birthOn: null } });
  await changePerson(session, { personId, version: 2, fields: { birthOn: "1980-05-06" } });
  const { rows } = await t.owner.query("select birth_on::text, birth_precision from people.persons where id = $1", [personId]);
  expect(rows).toEqual([{ birth_on: "1980-05-06", birth_precision: "day" }]);
});

test("refuses a day to come, a stranger, another organisation, a reader", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  await expect(changePerson(session, { personId, version: 1, fields: { deceasedOn: "2027-01-01" } })).rejects.toMatchObject({ fields: [{ field: "deceasedOn", reason: "person.in_future" }] });
  await expect(changePerson(worker(), { personId, version: 1, fields: { address: "x" } })).rejects.toMatchObject({ reason: "person.not_found" });
  const reader = sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t);
  await expect(changePerson(reader, { personId, version: 1, fields: { address: "x" } })).rejects.toMatchObject({ reason: "access.not_allowed" });
});
