import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleOf, OF_CASE } from "./catalogue.ts";
import { fillForm, type FilledBlock } from "./fill.ts";
import { catalogueOf, FORMS, isOfGroup } from "./forms.ts";
import { OF_GROUP } from "./group-catalogue.ts";
import { SHIPPED } from "./shipped/index.ts";
import { readTemplate } from "./template.ts";

const wordsOf = (blocks: readonly FilledBlock[]) => blocks.flatMap((block) => (block.kind === "table" ? block.rows.flatMap((row) => row.map(({ text }) => text)) : [block.content.text]));

test("every shipped template can be read whole and says whose it is", () => {
  for (const form of FORMS) {
    const { blocks, faults } = readTemplate(SHIPPED[form], catalogueOf(form));
    expect(faults, form).toEqual([]);
    expect(wordsOf(fillForm(blocks, exampleOf(catalogueOf(form)))).join("\n"), form).toContain(isOfGroup(form) ? "象棋小组" : "白浩然");
  }
});

test.each([
  ["{{姓明}}", "unknown_field", "{{姓名}}"], ["{{#目的}}\n{{/目的}}", "unknown_list", "{{目标}}"], ["{{#目标}}\n{{目标}}", "unclosed", "{{/目标}}"], ["{{/需求}}", "not_open", "{{#需求}}"],
  ["{{#目标}}\n{{#需求}}\n{{/目标}}", "nested", "{{/目标}}"], ["姓名 {{姓名", "bad_placeholder", "{{姓名}}"], ["| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |", "too_wide", "8"],
])("%s is a fault: %s, and what would mend it is named", (text, reason, instead) => {
  const { faults: [fault] } = readTemplate(`# 题\n${text}`, OF_CASE);
  expect(fault).toMatchObject({ reason, instead });
  expect(fault!.line).toBeGreaterThan(1);
});

test("rows become one table; a blank is lines to write on; an empty list leaves one line; a list's own blank is not filled by another's fact", () => {
  const { blocks } = readTemplate("# {{机构}}\n| 姓名 | {{姓名}} |\n| 说明 | {{接案说明:4}} |\n由{{责任社工}}填写\n{{#家人}}\n| {{姓名}} | {{关系}} | {{个案编号}} |\n{{/家人}}", OF_CASE);
  const filled = fillForm(blocks, { fields: { 姓名: "张三", 个案编号: "2026-0001" }, lists: {} });
  expect(filled.map(({ kind }) => kind)).toEqual(["title", "table", "line", "table"]);
  expect(filled[1]).toMatchObject({ rows: [[{ text: "姓名", label: true }, { text: "张三", blankLines: 0, label: false }], [{ label: true }, { text: "", blankLines: 4 }]] });
  expect(wordsOf([filled[2]!])).toEqual(["由＿＿＿＿＿＿填写"]);
  expect(filled[3]).toMatchObject({ rows: [[{ text: "", blankLines: 1 }, { text: "" }, { text: "2026-0001" }]] });
});

test("a form of a group may not name what only a case has, and the other way round", () => {
  expect(readTemplate("{{小组名称}} {{姓名}}", OF_GROUP).faults).toEqual([]);
  expect(readTemplate("{{个案编号}}\n{{#家人}}\n{{/家人}}", OF_GROUP).faults.map(({ reason }) => reason)).toEqual(["unknown_field", "unknown_list"]);
  expect(readTemplate("{{小组目标}}\n{{#出席}}\n{{/出席}}", OF_CASE).faults.map(({ reason }) => reason)).toEqual(["unknown_field", "unknown_list"]);
});

const piece = fc.oneof(fc.constantFrom("# ", "## ", "|", "{{", "}}", "{{#", "{{/", "\n", ":3", " ", "{{姓名}}", "{{#目标}}\n", "{{/目标}}\n", "{{目标:2}}", "| {{姓名}} | ", "constructor", "__proto__", "{{__proto__}}", "{{#constructor}}\n", "{{toString}}"), fc.constantFrom(...[OF_CASE, OF_GROUP].flatMap(({ fields, lists }) => [...Object.keys(fields), ...Object.keys(lists)])), fc.string({ maxLength: 8, unit: "grapheme" }));

test("no text whatever makes reading or filling fail; one without faults is filled with facts of the catalogue alone", () => {
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")), fc.boolean(), fc.constantFrom(OF_CASE, OF_GROUP), (text, known, catalogue) => {
    const { blocks, faults } = readTemplate(text, catalogue);
    const filled = fillForm(blocks, known ? exampleOf(catalogue) : { fields: {}, lists: {} });
    if (faults.length === 0) expect(wordsOf(filled).some((words) => words.includes("undefined") || words.includes("[object"))).toBe(false);
  }), { numRuns: 3000 });
});
