import { expect, test } from "vitest";
import { workbookBytes } from "#platform/files/index.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenUnit } from "../testing.ts";
import { applyUnits, previewUnits, uploadUnits } from "./import-units.ts";
import { listTerritory } from "./show-territory.ts";

const t = testDatabase();
const keeper = () => sessionOf(anActor({ capabilities: ["places.read", "places.manage"] }), t);
const csv = (text: string) => ({ name: "青云.csv", bytes: Buffer.from(text) });
const LIST = "代码,名称,类型,上级,别名\n530103001000,青云街道,街道,,\n530103001001,金沙社区,社区,,沙沟\n,二巷,巷,金沙,\n,无家巷,巷,火星社区,\n";
/** Why attempts made at once were refused. */
const refusals = async (...attempts: Promise<unknown>[]) => [...new Set((await Promise.allSettled(attempts)).map((result) => (result.status === "rejected" ? result.reason.reason : "allowed")))];

test("nothing is written before the preview is accepted; good rows go in, bad ones say why", async () => {
  const session = keeper();
  const importId = await uploadUnits(session, csv(LIST));
  const preview = await previewUnits(session, importId);
  expect(preview.units.map(({ draft, action }) => `${action} ${draft.name}`)).toEqual(["add 青云街道", "add 金沙社区", "add 二巷"]);
  expect(preview.faults).toEqual([{ row: 5, reason: "place.parent_unknown", text: "火星社区" }]);
  expect(await listTerritory(session)).toEqual([]);
  expect(await applyUnits(session, importId)).toEqual({ added: 3, changed: 0 });
  const territory = await listTerritory(session);
  expect(territory.find(({ name }) => name === "二巷")!.parentId).toBe(territory.find(({ name }) => name === "金沙社区")!.id);
  await expect(applyUnits(session, importId)).rejects.toMatchObject({ reason: "place.import_applied" });
});

test("the same list again changes nothing; a newer one renames and keeps the old name", async () => {
  const session = keeper();
  await applyUnits(session, await uploadUnits(session, csv(LIST)));
  expect((await previewUnits(session, await uploadUnits(session, csv(LIST)))).units.map(({ action }) => action)).toEqual(["same", "same", "same"]);
  const newer = await uploadUnits(session, csv("代码,名称\n530103001001,金沙湾社区\n"));
  expect(await applyUnits(session, newer)).toEqual({ added: 0, changed: 1 });
  expect((await listTerritory(session)).find(({ code }) => code === "530103001001")).toMatchObject({ name: "金沙湾社区", aliases: ["沙沟", "金沙社区"], version: 2 });
});

test("outlines come onto the units that are there", async () => {
  const session = keeper();
  await givenUnit(session, { name: "金沙社区", code: "530103001001" });
  const ring = [[102.7, 25], [102.8, 25], [102.8, 25.1], [102.7, 25]];
  const file = { name: "shapes.geojson", bytes: Buffer.from(JSON.stringify({ type: "FeatureCollection", features: [{ type: "Feature", properties: { code: "530103001001", name: "金沙社区" }, geometry: { type: "Polygon", coordinates: [ring] } }] })) };
  expect(await applyUnits(session, await uploadUnits(session, file))).toEqual({ added: 0, changed: 1 });
  expect((await listTerritory(session))[0]!.shape).toEqual({ type: "Polygon", coordinates: [ring] });
});

test("reads a workbook, several thousand rows", async () => {
  const session = keeper();
  const rows = [["530103001000", "青云街道", "街道", ""], ...Array.from({ length: 3000 }, (_, index) => ["", `${index}号楼`, "楼栋", "金沙社区"]), ["530103001001", "金沙社区", "社区", "青云街道"]];
  const bytes = await workbookBytes([{ name: "表", columns: ["代码", "名称", "类型", "上级"].map((header) => ({ header })), rows }]);
  expect(await applyUnits(session, await uploadUnits(session, { name: "青云.xlsx", bytes }))).toEqual({ added: 3002, changed: 0 });
});

test("refuses what is no list of units, and who may not import", async () => {
  const session = keeper();
  await expect(uploadUnits(session, csv("张三,李四\n1,2\n"))).rejects.toMatchObject({ reason: "place.head_unknown" });
  await expect(uploadUnits(session, { name: "a.geojson", bytes: Buffer.from("{}") })).rejects.toMatchObject({ reason: "place.geojson_wrong" });
  await expect(uploadUnits(session, csv("代码,名称\n"))).rejects.toMatchObject({ reason: "place.file_without_units" });
  const importId = await uploadUnits(session, csv(LIST));
  const stranger = keeper();
  expect(await refusals(previewUnits(stranger, importId), applyUnits(stranger, importId))).toEqual(["place.import_not_found"]);
  const reader = sessionOf(anActor({ capabilities: ["places.read"], orgId: session.actor.orgId }), t);
  expect(await refusals(uploadUnits(reader, csv(LIST)), previewUnits(reader, importId), applyUnits(reader, importId))).toEqual(["access.not_allowed"]);
});
