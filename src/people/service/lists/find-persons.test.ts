import { expect, test } from "vitest";
import { givenUnit } from "#places/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenPerson } from "../../testing.ts";
import { findPersons } from "./find-persons.ts";

const t = testDatabase();

test("somebody is found by pinyin or the end of a number, with where they live; by nothing nobody is, and nobody from elsewhere", async () => {
  const session = sessionOf(anActor({ capabilities: ["people.write", "places.manage"] }), t);
  const communityId = await givenUnit(session, { kind: "community", name: "金沙社区" });
  const id = await givenPerson(session, { name: "何雨欣", communityId, contacts: [{ kind: "mobile", value: "13812345678" }] });
  const found = (q: string, by = session) => by.read((tx) => findPersons(by, tx, q));
  expect(await found(" heyuxin ")).toMatchObject([{ id, name: "何雨欣", communityName: "金沙社区" }]);
  expect(await found("5678")).toHaveLength(1);
  expect(await found("  ")).toEqual([]);
  expect(await found("heyuxin", sessionOf(anActor(), t))).toEqual([]);
});
