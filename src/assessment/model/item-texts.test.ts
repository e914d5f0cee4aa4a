import { expect, test } from "vitest";
import { instrumentOf } from "../testing.ts";
import { itemsOf } from "./instrument.ts";
import { readItemTexts, withTexts } from "./item-texts.ts";
import { rowsOfJson, rowsOfTable } from "./text-files.ts";

const who5 = instrumentOf("who5");

test("a table with its head is read by number, text and score", () => {
  const { rows, faults } = rowsOfTable([{ row: 1, cells: ["题号", "题目", "0", "5"] }, { row: 3, cells: ["1", "甲", "从来没有", "一直"] }, { row: 4, cells: ["2", "乙"] }]);
  expect(faults).toEqual([]);
  const { texts } = readItemTexts(who5, rows);
  expect(texts).toEqual({ i1: { text: "甲", choices: { 0: "从来没有", 5: "一直" } }, i2: { text: "乙", choices: {} } });
  const named = itemsOf(withTexts(who5, texts));
  expect(named[0]).toMatchObject({ text: { zh: "甲" }, choices: [{ value: 0, label: { zh: "从来没有" } }, { value: 1 }, {}, {}, {}, { value: 5, label: { zh: "一直" } }] });
  expect(named[2]!.text).toBeUndefined();
});

test("every fault is named by row and field", () => {
  const row = (number: number, item: string, text = "x", choices = {}) => ({ row: number, item, text, choices });
  expect(readItemTexts(who5, [row(2, ""), row(3, "9"), row(4, "1"), row(5, "1"), row(6, "2", " "), row(7, "3", "x", { 6: "不存在" }), row(8, "4", "长".repeat(1001))]).faults).toEqual([
    { row: 2, field: "item", reason: "item_missing" }, { row: 3, field: "item", reason: "item_unknown" }, { row: 5, field: "item", reason: "item_twice" }, { row: 6, field: "text", reason: "text_missing" },
    { row: 7, field: "6", reason: "choice_unknown" }, { row: 8, field: "text", reason: "text_too_long" },
  ]);
  expect(readItemTexts(who5, []).faults).toEqual([{ row: 1, field: "item", reason: "no_rows" }]);
});

test("a table without its head, and JSON that is none, say so", () => {
  expect(rowsOfTable([{ row: 1, cells: ["1", "甲"] }]).faults).toEqual([{ row: 1, field: "item", reason: "no_header" }]);
  expect(rowsOfJson("{").faults).toEqual([{ row: 1, field: "", reason: "not_json" }]);
  expect(rowsOfJson('[{"item":1,"text":"甲"},{"item":"2"}]').faults).toEqual([{ row: 2, field: "text", reason: "text_missing" }]);
  expect(rowsOfJson('[{"item":1,"text":"甲","choices":{"0":"否"}}]').rows).toEqual([{ row: 1, item: "1", text: "甲", choices: { 0: "否" } }]);
});

test("our own items keep their words", () => {
  const own = instrumentOf("needs-person");
  expect(withTexts(own, { i1: { text: "别的", choices: {} } }).parts).toEqual(own.parts);
});
