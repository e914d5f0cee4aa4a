import { expect, test } from "vitest";
import { testDatabase } from "#platform/testing/database.ts";
import { SegmentId } from "../../model/round/round.ts";
import { givenSegment, givenTeam, HOMEBOUND } from "../../testing.ts";
import { findSegment } from "./find-segment.ts";
import { listSegments } from "./list-segments.ts";
import { retireSegment } from "./retire-segment.ts";
import { saveSegment } from "./save-segment.ts";

const t = testDatabase();

test("a segment is saved, changed and offered by name", async () => {
  const { supervisor, li } = await givenTeam(t);
  const id = await givenSegment(supervisor, "长期居家");
  await saveSegment(supervisor, { id, version: 1, name: "长期居家的青年", criteria: { ...HOMEBOUND, sex: "female" } });
  expect(await listSegments(li)).toMatchObject([{ id, name: "长期居家的青年", criteria: { sex: "female" }, version: 2, persons: 0 }]);
});

test("two of one name are refused, at the same moment too", async () => {
  const { supervisor } = await givenTeam(t);
  const both = await Promise.allSettled([1, 2].map(() => saveSegment(supervisor, { name: "独居老人", criteria: {} })));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(saveSegment(supervisor, { name: "独居老人", criteria: {} })).rejects.toMatchObject({ reason: "segment.name_taken" });
});

test("who saves an old version is shown what changed meanwhile", async () => {
  const { supervisor } = await givenTeam(t);
  const id = await givenSegment(supervisor);
  await saveSegment(supervisor, { id, version: 1, name: "甲", criteria: HOMEBOUND });
  await expect(saveSegment(supervisor, { id, version: 1, name: "乙", criteria: HOMEBOUND })).rejects.toMatchObject({ kind: "stale", difference: { name: { stored: "甲", sent: "乙" } } });
  await expect(saveSegment(supervisor, { id, name: "乙", criteria: HOMEBOUND })).rejects.toMatchObject({ kind: "precondition_required" });
});

test("a retired one is offered no longer and its name is free, but it can still be looked up", async () => {
  const { supervisor } = await givenTeam(t);
  const id = await givenSegment(supervisor, "旧人群");
  await retireSegment(supervisor, id);
  expect(await listSegments(supervisor)).toEqual([]);
  expect(await findSegment(supervisor, id)).toMatchObject({ retiredOn: "2026-11-22" });
  await givenSegment(supervisor, "旧人群");
  await expect(retireSegment(supervisor, id)).rejects.toMatchObject({ reason: "segment.not_found" });
});

test("a worker may not save, another organisation does not find it", async () => {
  const { supervisor, li } = await givenTeam(t);
  const id = await givenSegment(supervisor);
  await expect(saveSegment(li, { name: "甲", criteria: {} })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(retireSegment(li, id)).rejects.toMatchObject({ kind: "forbidden" });
  const { supervisor: stranger } = await givenTeam(t);
  await expect(findSegment(stranger, id)).rejects.toMatchObject({ reason: "segment.not_found" });
  await expect(saveSegment(stranger, { id: SegmentId.parse(id), version: 1, name: "甲", criteria: {} })).rejects.toMatchObject({ reason: "segment.not_found" });
  expect(await listSegments(stranger)).toEqual([]);
});
