import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import { expect, test } from "vitest";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { openFile, type OpenFile } from "./open-file.ts";
import { aZip } from "./testing/a-zip.ts";
import { workbookBytes } from "./write-workbook.ts";

const OLE2 = Buffer.from("d0cf11e0a1b11ae1", "hex");

function ole2With(name: string): Buffer {
  return Buffer.concat([OLE2, Buffer.alloc(1024), Buffer.from(name, "utf16le"), Buffer.alloc(512)]);
}

async function rowsOf(file: OpenFile, sheet = 0): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of file.sheets[sheet]!.rows()) rows.push(cells.map(({ text }) => text));
  file.close();
  return rows;
}

async function readAll(bytes: Uint8Array, limits = {}): Promise<string[][]> {
  return rowsOf(await openFile({ bytes }, limits));
}

test.each([
  ["nothing", Buffer.alloc(0), "files.empty"],
  ["blank text", Buffer.from(" \r\n "), "files.empty"],
  ["a workbook with a password", ole2With("EncryptedPackage"), "files.password_protected"],
  ["an old workbook", ole2With("Workbook"), "files.old_excel"],
  ["an old document", ole2With("WordDocument"), "files.wrong_type"],
  ["a PDF", Buffer.from("%PDF-1.7 …"), "files.wrong_type"],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d", "hex"), "files.wrong_type"],
  ["a web page named .xls", Buffer.from("<html><table><tr><td>姓名"), "files.web_page"],
  ["bytes", Buffer.from([1, 2, 3, 0, 5, 0, 0, 9]), "files.wrong_type"],
  ["a zip of something else", aZip({ "word/document.xml": "<w/>" }), "files.wrong_type"],
  ["a binary workbook", aZip({ "xl/workbook.bin": "x" }), "files.binary_workbook"],
  ["a workbook without its list of sheets", aZip({ "xl/worksheets/sheet1.xml": "<x/>" }), "files.broken_workbook"],
  ["a text whose quote is never closed", Buffer.from('姓名,备注\n张三,"需要\n李四,好'), "files.broken_text"],
])("%s is refused: %s", async (_, bytes, reason) => {
  await expect(readAll(bytes)).rejects.toMatchObject({ name: "Refusal", reason });
  expect(Object.keys(zh)).toContain(reason);
  expect(en[reason as keyof typeof en]).toBeTruthy();
});

test("a name decides only where the bytes leave it open", async () => {
  const bytes = Buffer.concat([OLE2, Buffer.alloc(2048)]);
  await expect(openFile({ bytes, name: "名册.xlsx" })).rejects.toMatchObject({ reason: "files.password_protected" });
  await expect(openFile({ bytes, name: "名册.xls" })).rejects.toMatchObject({ reason: "files.old_excel" });
});

test("too large a file is refused before it is read", async () => {
  await expect(readAll(Buffer.from("a,b\n1,2"), { maxBytes: 3 })).rejects.toMatchObject({ reason: "files.too_large", kind: "too_large" });
});

test("too many rows are refused while they are read", async () => {
  await expect(readAll(Buffer.from("a\n1\n2\n3"), { maxRows: 2 })).rejects.toMatchObject({ reason: "files.too_many_rows" });
});

test("a zip that unpacks too far is refused before it is unpacked", async () => {
  const bomb = aZip({ "xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": " ".repeat(70 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(200_000);
  await expect(readAll(bomb)).rejects.toMatchObject({ reason: "files.inflates_too_far" });
  await expect(readAll(aZip({ "xl/workbook.xml": "x".repeat(2000) }), { maxInflatedBytes: 1000 })).rejects.toMatchObject({ reason: "files.inflates_too_far" });
});

test("a workbook cut off or with bytes changed anywhere gives its rows or a refusal, never a fault of ours", async () => {
  const whole = await workbookBytes([{ name: "名册", columns: [{ header: "姓名" }], rows: Array.from({ length: 200 }, (_, row) => [`张${row}`]) }]);
  for (let step = 1; step < 60; step++) {
    const at = Math.floor((whole.length * step) / 60);
    const damaged = Buffer.from(whole);
    for (let byte = 0; byte < 8; byte++) damaged[at + byte] = (damaged[at + byte] ?? 0) ^ 0x5a;
    for (const bytes of [whole.subarray(0, at), damaged]) {
      const outcome = await readAll(bytes).then(() => "rows", (error: Error) => error.name);
      expect(["rows", "Refusal"]).toContain(outcome);
    }
  }
});

test("what cells hold, as Excel and WPS write it", async () => {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet("一");
  sheet.addRow(["文", 530103200206107000, 0.1 + 0.2, true, { error: "#N/A" }, { formula: "1+1", result: 2 }, { richText: [{ text: "富" }, { text: "文本" }] }, null, new Date(Date.UTC(1969, 7, 19)), new Date(Date.UTC(2021, 5, 1, 8, 30))]);
  sheet.addRow([]);
  sheet.addRow(["a<b&c\"d", "two\nlines"]);
  sheet.mergeCells("A5:C5");
  sheet.getCell("A5").value = "合并";
  workbook.addWorksheet("藏", { state: "hidden" }).addRow(["x"]);
  const file = await openFile({ bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) });
  const rows = [];
  for await (const row of file.sheets[0]!.rows()) rows.push(row);
  expect(file.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([["一", false], ["藏", true]]);
  expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([1, 3, 5]);
  expect(rows[0]!.cells.map(({ kind, text, formula }) => [kind, text, formula])).toEqual([
    ["text", "文", false], ["number", "530103200206107000", false], ["number", "0.3", false], ["boolean", "TRUE", false], ["error", "#N/A", false], ["number", "2", true],
    ["text", "富文本", false], ["blank", "", false], ["date", "1969-08-19", false], ["date", "2021-06-01 08:30:00", false],
  ]);
  expect(rows[1]!.cells.map(({ text }) => text)).toEqual(["a<b&c\"d", "two\nlines"]);
  expect(rows[2]!.cells[0]!.text).toBe("合并");
  file.close();
});

test("a workbook written by hand: texts after the sheet, prefixes, inline texts, 1904, Chinese date formats", async () => {
  const bytes = aZip({
    "xl/worksheets/data.xml": '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="B1" t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>内</x:t></x:is></x:c><x:c s="1"><x:v>24000</x:v></x:c><x:c><x:v>5.30103200206107E+17</x:v></x:c><x:c t="str"><x:f>A1&amp;"x"</x:f><x:v>算</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="/xl/worksheets/data.xml"/><Relationship Id="r2" Type="http://x/sharedStrings" Target="texts.xml"/><Relationship Id="r3" Type="http://x/styles" Target="styles.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook><workbookPr date1904="1"/><sheets><sheet name="表&amp;1" r:id="r1"/></sheets></workbook>',
    "xl/styles.xml": '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs></styleSheet>',
    "xl/texts.xml": '<sst><si><t>王</t><rPh sb="0" eb="1"><t>wang</t></rPh><r><t xml:space="preserve"> 芳_x000D_</t></r></si></sst>',
  });
  const file = await openFile({ bytes });
  expect(file.sheets[0]!.name).toBe("表&1");
  expect(await rowsOf(file)).toEqual([["", "王 芳\r", "内", "1969-09-16", "530103200206107000", "算"]]);
});

test.each([
  ["UTF-8", Buffer.from("姓名,电话\n张三,1", "utf8"), "utf-8"],
  ["UTF-16 without a mark", Buffer.from("姓名,电话\n张三,13812345678\n", "utf16le"), "utf-16le"],
  ["GB 18030", Buffer.from("d0d5c3fb2cb5e7bbb00ad5c5c8fd2c31", "hex"), "gb18030"],
  ["Big5", Buffer.from("a96da6572cb971b8dc0ab169a454 2c31".replaceAll(" ", ""), "hex"), "big5"],
])("text in %s", async (_, bytes, encoding) => {
  const file = await openFile({ bytes });
  expect(file.encoding).toBe(encoding);
  expect((await rowsOf(file))[0]).toEqual(encoding === "big5" ? ["姓名", "電話"] : ["姓名", "电话"]);
});

test("a file on disk reads as the same bytes do", async () => {
  const folder = await mkdtemp(join(tmpdir(), "linli-test-"));
  try {
    const bytes = await workbookBytes([{ name: "a", columns: [{ header: "姓名" }], rows: [["张三"]] }]);
    const path = join(folder, "file");
    await writeFile(path, bytes);
    expect(await rowsOf(await openFile({ path }))).toEqual(await readAll(bytes));
  } finally {
    await rm(folder, { recursive: true });
  }
});
