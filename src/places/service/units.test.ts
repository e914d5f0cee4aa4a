import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { aUnit, givenStreet, givenUnit } from "../testing.ts";
import { addUnit } from "./add-unit.ts";
import { changeUnit } from "./change-unit.ts";
import { closeUnit } from "./close-unit.ts";
import { ensureUnits, undoUnitsOfSource } from "./ensure-units.ts";
import { listTerritory, showUnit } from "./show-territory.ts";

const t = testDatabase();
const keeper = () => sessionOf(anActor({ capabilities: ["places.read", "places.manage"] }), t);
const fieldsOf = (attempt: Promise<unknown>) => attempt.then(() => [], (refusal: { fields: { field: string; reason: string }[] }) => refusal.fields.map(({ field, reason }) => `${field} ${reason}`));
/** Why attempts made at once were refused. */
const refusals = async (...attempts: Promise<unknown>[]) => [...new Set((await Promise.allSettled(attempts)).map((result) => (result.status === "rejected" ? result.reason.reason : "allowed")))];

test("adds a street, its communities, their lanes; each in its place", async () => {
  const session = keeper();
  const streetId = await addUnit(session, aUnit({ kind: "street", name: "青云街道", code: "530103001000" }));
  const communityId = await addUnit(session, aUnit({ code: "530103001001", parentId: streetId }));
  await addUnit(session, aUnit({ kind: "lane", name: "二巷", parentId: communityId }));
  expect((await listTerritory(session)).map(({ kind, name }) => `${kind} ${name}`)).toEqual(["street 青云街道", "community 金沙社区", "lane 二巷"]);
  const { above, below } = await showUnit(session, communityId);
  expect([above.map(({ name }) => name), below.map(({ name }) => name)]).toEqual([["青云街道"], ["二巷"]]);
});

test("names each field that does not fit", async () => {
  const session = keeper();
  const streetId = await addUnit(session, aUnit({ kind: "street", name: "青云街道", code: "530103001000" }));
  await addUnit(session, aUnit({ code: "530103001001", parentId: streetId }));
  expect(await fieldsOf(addUnit(session, aUnit({ code: "530103001001", parentId: streetId })))).toEqual(["code place.code_taken", "name place.name_taken"]);
  expect(await fieldsOf(addUnit(session, aUnit({ name: "银沙", code: "530103002001", parentId: streetId })))).toEqual(["code place.code_outside_parent"]);
  expect(await fieldsOf(addUnit(session, aUnit({ kind: "lane", name: "二巷" })))).toEqual(["parentId place.parent_missing"]);
  expect(await fieldsOf(addUnit(session, aUnit({ kind: "lane", name: "二巷", parentId: streetId })))).toEqual(["parentId place.parent_not_wider"]);
  expect(await fieldsOf(addUnit(session, aUnit({ kind: "lane", name: "二巷", parentId: await givenUnit(keeper()) })))).toEqual(["parentId place.parent_unknown"]);
});

test("a former name still finds the unit", async () => {
  const session = keeper();
  const unitId = await givenUnit(session, { name: "沙沟社区" });
  await changeUnit(session, { unitId, version: 1, fields: { name: "金沙社区" } });
  const [found] = await session.write("x", null, (tx) => ensureUnits(session, tx, [{ kind: "community", name: "沙沟" }]));
  expect(found).toBe(unitId);
  await expect(changeUnit(session, { unitId, version: 1, fields: { name: "银沙社区" } })).rejects.toMatchObject({ status: 412, difference: { name: { stored: "金沙社区", sent: "银沙社区" } } });
  await expect(changeUnit(session, { unitId, version: undefined, fields: { name: "银沙社区" } })).rejects.toMatchObject({ status: 428 });
});

test("a revoked code names its successors, and the past still shows it", async () => {
  const session = keeper();
  const { streetId, communityIds } = await givenStreet(session);
  const [old, heir] = [communityIds["席子营社区"]!, communityIds["金沙社区"]!];
  const laneId = await givenUnit(session, { kind: "lane", name: "五巷", parentId: old });
  await expect(closeUnit(session, { unitId: old, version: 1, on: "2026-07-01", successorIds: [] })).rejects.toMatchObject({ reason: "place.has_children", params: { count: 1 } });
  expect(await closeUnit(session, { unitId: old, version: 1, on: "2026-07-01", successorIds: [heir] })).toEqual({ movedChildren: 1 });
  const names = async (on: string) => (await listTerritory(session, { on })).map(({ name }) => name);
  expect(await names("2026-06-30")).toContain("席子营社区");
  expect(await names("2026-07-01")).not.toContain("席子营社区");
  expect((await showUnit(session, laneId)).above.map(({ id }) => id)).toEqual([streetId, heir]);
  expect((await showUnit(session, old)).became).toMatchObject([{ toId: heir, onDay: "2026-07-01" }]);
  expect((await showUnit(session, heir)).cameFrom).toMatchObject([{ fromId: old }]);
  await expect(closeUnit(session, { unitId: old, version: 2, on: "2026-08-01", successorIds: [] })).rejects.toMatchObject({ reason: "place.closed" });
});

test("a code may be given out again once its unit is gone, never twice at a time", async () => {
  const session = keeper();
  const unitId = await addUnit(session, aUnit({ code: "530103001001" }));
  await closeUnit(session, { unitId, version: 1, on: "2026-07-01", successorIds: [] });
  expect(await fieldsOf(addUnit(session, aUnit({ code: "530103001001", validFrom: "2026-06-30" })))).toEqual(["code place.code_taken"]);
  await addUnit(session, aUnit({ code: "530103001001", validFrom: "2026-07-01" }));
  const both = await Promise.allSettled([1, 2].map(() => addUnit(session, aUnit({ name: "银沙社区", code: "530103001002" }))));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a split needs a place for what lies in it, and successors of its own kind", async () => {
  const session = keeper();
  const { streetId, communityIds } = await givenStreet(session);
  const [unitId, a, b] = [communityIds["席子营社区"]!, communityIds["金沙社区"]!, communityIds["月牙塘社区"]!];
  await givenUnit(session, { kind: "lane", name: "五巷", parentId: unitId });
  for (const successorIds of [[streetId], [unitId], [a, "7f0f0a9e-3a51-4a06-9d5e-16d3d1c1a111"]]) {
    expect(await fieldsOf(closeUnit(session, { unitId, version: 1, on: "2026-07-01", successorIds }))).toEqual(["successorIds place.successor_unfit"]);
  }
  expect(await fieldsOf(closeUnit(session, { unitId, version: 1, on: "2019-07-01", successorIds: [a] }))).toEqual(["on place.closed_before_begin"]);
  await expect(closeUnit(session, { unitId, version: 1, on: "2026-07-01", successorIds: [a, b] })).rejects.toMatchObject({ reason: "place.has_children" });
  expect(await closeUnit(session, { unitId, version: 1, on: "2026-07-01", successorIds: [a, b], childrenTo: b })).toEqual({ movedChildren: 1 });
});

test("a register's places are found by any of their names, added once, and taken back unless used", async () => {
  const session = keeper();
  const { communityIds } = await givenStreet(session);
  const jinsha = communityIds["金沙社区"]!;
  const sourceId = "7f0f0a9e-3a51-4a06-9d5e-16d3d1c1a222";
  const wanted = [{ kind: "community", name: "金沙社区居委会" }, { kind: "community", name: "东华社区" }, { kind: "community", name: "东华" }, { kind: "lane", name: "二巷", parentId: jinsha }] as const;
  const ids = await session.write("x", null, (tx) => ensureUnits(session, tx, wanted, { sourceId }));
  expect(ids[0]).toBe(jinsha);
  expect(ids[1]).toBe(ids[2]);
  expect(await session.write("y", null, (tx) => ensureUnits(session, tx, wanted, { sourceId }))).toEqual(ids);
  await givenUnit(session, { kind: "building", name: "60号", parentId: ids[3]! });
  expect(await session.write("z", null, (tx) => undoUnitsOfSource(session, tx, sourceId))).toBe(1);
  expect((await listTerritory(session)).map(({ name }) => name)).toEqual(expect.arrayContaining(["二巷"]));
});

test("a reader changes nothing; another organisation's units are not there", async () => {
  const session = keeper();
  const unitId = await givenUnit(session);
  const reader = sessionOf(anActor({ capabilities: ["places.read"], orgId: session.actor.orgId }), t);
  expect(await refusals(addUnit(reader, aUnit()), changeUnit(reader, { unitId, version: 1, fields: { name: "x" } }), closeUnit(reader, { unitId, version: 1, on: "2026-07-01", successorIds: [] }),
    reader.write("x", null, (tx) => ensureUnits(reader, tx, [])), reader.write("y", null, (tx) => undoUnitsOfSource(reader, tx, unitId)))).toEqual(["access.not_allowed"]);
  const stranger = keeper();
  expect(await listTerritory(stranger)).toEqual([]);
  expect(await refusals(showUnit(stranger, unitId), changeUnit(stranger, { unitId, version: 1, fields: {} }), closeUnit(stranger, { unitId, version: 1, on: "2026-07-01", successorIds: [] }))).toEqual(["place.not_found"]);
  await expect(listTerritory(sessionOf(anActor({ capabilities: [] }), t))).rejects.toMatchObject({ reason: "access.not_allowed" });
});
