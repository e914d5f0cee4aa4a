import { expect, test } from "vitest";
import { planImport } from "./plan-import.ts";
import { readGeoJson } from "./read-geojson.ts";
import { readTable } from "./read-table.ts";
import type { Unit } from "./unit.ts";

const table = (...rows: string[][]) => readTable(rows.map((cells, index) => ({ rowNumber: index + 1, cells })));
const unit = (over: Partial<Unit>): Unit => ({
  id: "u", kind: "community", code: null, urbanRuralClass: null, name: "金沙社区", aliases: [], parentId: null, validFrom: "2020-01-01", validTo: null, shape: null, longitude: null, latitude: null, version: 1, ...over,
});

test("reads a list below a title, kinds from the codes, codes without their zeros", () => {
  const read = table(["2026 年区划"], ["统计用区划代码", "名称", "城乡分类代码"], ["530103001", "青云街道", ""], ["530103001001", "金沙社区", "111"], ["", "", ""], ["530103001002", "", ""])!;
  expect(read.drafts.map(({ row, kind, name, code, urbanRuralClass }) => [row, kind, name, code, urbanRuralClass])).toEqual([[3, "street", "青云街道", "530103001000", null], [4, "community", "金沙社区", "530103001001", "111"]]);
  expect(read.faults).toEqual([{ row: 6, reason: "place.name_missing", text: "" }]);
});

test.each([
  [["53010300100A", "金沙", "社区"], "place.code_form"], [["5.30103E+11", "金沙", "社区"], "place.code_turned_into_number"], [["", "金沙", "星球"], "place.kind_unknown"],
  [["", "金沙", ""], "place.kind_unknown"], [["", "金沙", "社区", "200", "25"], "place.point_wrong"], [["", "金沙", "社区", "102.7", ""], "place.point_wrong"], [["", "金".repeat(61), "社区"], "place.name_long"],
])("%o: %s", (cells, reason) => expect(table(["代码", "名称", "类型", "经度", "纬度"], cells)!.faults.map((fault) => fault.reason)).toEqual([reason]));

test("a table without a head, and text that is no GeoJSON, are none", () => {
  expect(table(["张三", "李四"])).toBeNull();
  for (const text of ["", "{", "[]", '{"type":"Feature"}']) expect(readGeoJson(text)).toBeNull();
});

test("reads outlines and points from GeoJSON, and says which cannot be drawn", () => {
  const ring = [[102.7, 25], [102.8, 25], [102.8, 25.1], [102.7, 25]];
  const feature = (properties: unknown, geometry: unknown) => ({ type: "Feature", properties, geometry });
  const read = readGeoJson(JSON.stringify({ type: "FeatureCollection", features: [
    feature({ code: 530103001001, name: "金沙社区" }, { type: "Polygon", coordinates: [ring] }), feature({ name: "二巷", kind: "lane", parent: "金沙" }, { type: "Point", coordinates: [102.75, 25.05] }),
    feature({ name: "坏" }, { type: "Polygon", coordinates: [[[500, 25]]] }), feature({}, null),
  ] }))!;
  expect(read.drafts).toMatchObject([{ row: 1, kind: "community", code: "530103001001", shape: { type: "Polygon" } }, { row: 2, kind: "lane", longitude: 102.75, latitude: 25.05, shape: null }]);
  expect(read.faults.map(({ row, reason }) => [row, reason])).toEqual([[3, "place.shape_wrong"], [4, "place.name_missing"]]);
});

const drafts = (...rows: string[][]) => table(["代码", "名称", "类型", "上级", "别名"], ...rows)!.drafts;

test("parents may stand below what lies in them, by code or by name, in the file or here already", () => {
  const { units, faults } = planImport(drafts(["", "二巷", "巷", "金沙"], ["530103001001", "金沙社区"], ["530103001000", "青云街道"], ["", "五巷", "巷", "月牙塘"]), [unit({ id: "moon", name: "月牙塘社区" })], "2026-11-22");
  expect(faults).toEqual([]);
  expect(units.map(({ draft, action, parent }) => [draft.name, action, parent])).toEqual([
    ["青云街道", "add", null], ["金沙社区", "add", { row: 4 }], ["二巷", "add", { row: 3 }], ["五巷", "add", { unitId: "moon" }],
  ]);
});

test("what is here already is changed or left alone, by code before name", () => {
  const known = [unit({ id: "a", code: "530103001001", name: "金沙社区" }), unit({ id: "b", code: "530103001002", name: "席子营社区" }), unit({ id: "gone", name: "老社区", validTo: "2024-01-01" })];
  const { units } = planImport(drafts(["530103001001", "金沙湾社区"], ["530103001002", "席子营社区"], ["", "老社区", "社区"]), known, "2026-11-22");
  expect(units.map(({ action, unitId, changes }) => [action, unitId, changes])).toEqual([["change", "a", ["name"]], ["same", "b", []], ["add", null, []]]);
});

test.each([
  [[["", "二巷", "巷", "无此社区"]], "place.parent_unknown"], [[["", "二巷", "巷", ""]], "place.parent_unknown"], [[["530103001001", "银沙"], ["530103001001", "铜沙"]], "place.twice_in_file"],
  [[["", "金沙", "社区"], ["", "金沙", "社区"]], "place.twice_in_file"], [[["530103001001", "金沙", "街道"]], "place.code_other_kind"], [[["530103001009", "金沙社区", "社区"]], "place.name_has_other_code"],
])("%o: %s", (rows, reason) => {
  expect(planImport(drafts(...rows), [unit({ code: "530103001007" })], "2026-11-22").faults.map((fault) => fault.reason)).toEqual([reason]);
});
