import { expect, test } from "vitest";
import type { Field } from "../fields.ts";
import { classifyRow, type RowSorter } from "./classify-row.ts";

const SORTER: RowSorter = { columns: new Map<Field, number[]>([["serial", [0]], ["name", [1]], ["residentId", [2]], ["phone", [3]], ["community", [4]]]), headerLines: new Set(["序号|姓名|身份证号|电话|社区"]), mappedColumns: 4 };

test.each([
  [["1", "于春芳", "530102196908196605", "", "金沙"], "data"], [["1", "", "530102196908196605", "", ""], "data"], [["", "于春芳"], "data"], [["3", "", "", "", ""], "blank"],
  [["", "小计"], "subtotal"], [["", "金沙社区小计", "", "30"], "subtotal"], [["合　计", "1393"], "total"], [["", "合计：1393人"], "total"], [["总计", "", "", "8"], "total"],
  [["审核人：", "", "", "填表人："], "signature"], [["单位负责人（签字）："], "signature"], [["注：以上为虚构"], "note"], [["金沙社区"], "section"], [["以上共八人，均已核实。"], "note"],
  [["序号", "姓名", "身份证号", "电话", "社区"], "header_again"], [["例", "张三", "530102196908196605"], "example"], [["2", "", "", "", "金沙"], "note"], [["", "合计", "530102196908196605"], "data"],
] as const)("%j is %s", (texts, kind) => {
  expect(classifyRow({ rowNumber: 9, doubtful: false, cells: texts.map((text) => ({ kind: text === "" ? "blank" as const : "text" as const, text, formula: false })) }, SORTER)).toBe(kind);
});
