import { expect, test } from "vitest";
import { neutraliseCell } from "./neutralise-cell.ts";
import { openFile } from "./open-file.ts";
import { workbookBytes } from "./write-workbook.ts";

test("rows come back as they were written, and none can run", async () => {
  const bytes = await workbookBytes([{ name: "退回[的]行", columns: [{ header: "姓名" }, { header: "号码" }, { header: "日期" }, { header: "数" }], rows: [["=HYPERLINK(\"x\")", "530103200206107175", { day: "1969-08-19" }, -5], ["张三", null, null, 1.5]] }]);
  const file = await openFile({ bytes });
  const rows = [];
  for await (const { cells } of file.sheets[0]!.rows()) rows.push(cells.map(({ kind, text }) => `${kind}:${text}`));
  expect(rows).toEqual([
    ["text:姓名", "text:号码", "text:日期", "text:数"],
    ["text:'=HYPERLINK(\"x\")", "text:530103200206107175", "date:1969-08-19", "number:-5"],
    ["text:张三", "blank:", "blank:", "number:1.5"],
  ]);
});

test.each(["=1", "+1", "-1", "@a", "\ta", "\ra", " =1", "＝1"])("%j is made harmless", (text) => {
  expect(neutraliseCell(text)).toBe(`'${text}`);
});
test.each(["张三", "1-2", "", "a=b"])("%j stays", (text) => expect(neutraliseCell(text)).toBe(text));
