import { expect, test } from "vitest";
import { givenStreet } from "#places/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenPerson } from "../../testing.ts";
import { keepApart, listAlike } from "./list-alike.ts";
import { mergePersons } from "./merge-persons.ts";
import { previewMerge } from "./preview-merge.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: ["people.write"] }), t);

test("proposes records that may be the same person until somebody says that they are two", async () => {
  const session = worker();
  const number = { identifiers: [{ system: "resident_id" as const, value: "11010519491231002X" }], birthOn: null };
  const [personId, otherId, third] = [await givenPerson(session, { name: "王芳", ...number, contacts: [] }), await givenPerson(session, { name: "王方", ...number, contacts: [] }), await givenPerson(session, { name: "赵六", ...number })];
  expect((await listAlike(session, personId)).map(({ personId: id, certain }) => [id, certain])).toEqual(expect.arrayContaining([[otherId, true], [third, false]]));
  await keepApart(session, { personId, otherId: third });
  expect((await listAlike(session, personId)).map((match) => match.personId)).toEqual([otherId]);
  expect((await listAlike(session, third)).map((match) => match.personId)).toEqual([otherId]);
});

test("shows every field side by side before anything is merged, places by name", async () => {
  const session = worker();
  const { communityIds } = await givenStreet(session);
  const survivorId = await givenPerson(session, { name: "王芳", sex: null, communityId: communityIds["金沙社区"] });
  const mergedId = await givenPerson(session, { name: "王方", sex: "female", communityId: communityIds["席子营社区"] });
  const { lines, counts } = await previewMerge(session, { survivorId, mergedId });
  const line = (field: string) => lines.find((one) => one.field === field);
  expect([line("name"), line("sex"), line("communityId")]).toEqual([
    { field: "name", survivor: "王芳", merged: "王方", taken: false }, { field: "sex", survivor: null, merged: "female", taken: true },
    { field: "communityId", survivor: "金沙社区", merged: "席子营社区", taken: false },
  ]);
  expect(counts).toEqual({ contacts: [1, 1], roles: [1, 1] });
});

test("refuses what cannot be merged, strangers and readers", async () => {
  const session = worker();
  const [survivorId, mergedId] = [await givenPerson(session, { name: "甲" }), await givenPerson(session, { name: "乙" })];
  await expect(previewMerge(session, { survivorId, mergedId: survivorId })).rejects.toMatchObject({ reason: "person.merge_self" });
  await expect(keepApart(session, { personId: survivorId, otherId: survivorId })).rejects.toMatchObject({ reason: "person.merge_self" });
  await expect(previewMerge(worker(), { survivorId, mergedId })).rejects.toMatchObject({ reason: "person.not_found" });
  await expect(listAlike(worker(), survivorId)).rejects.toMatchObject({ reason: "person.not_found" });
  await mergePersons(session, { survivorId, mergedId, reason: "" });
  await expect(previewMerge(session, { survivorId, mergedId })).rejects.toMatchObject({ reason: "person.already_merged" });
  const reader = sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t);
  await expect(listAlike(reader, survivorId)).rejects.toMatchObject({ reason: "access.not_allowed" });
});
