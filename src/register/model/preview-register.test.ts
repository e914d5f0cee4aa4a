import { expect, test } from "vitest";
import { csvText, figuresOf, fixturePath, fixtureTable, fixtureTruth, previewOf, textFile, workbookFile } from "../testing/fixture-tables.ts";
import { encodeGb18030 } from "../testing/encode-gb18030.ts";

const TITLE_LINES = 2;
const ENGLISH = ["No.", "Full name", "Sex", "Ethnic group", "ID card number", "Disability certificate no.", "Type of disability", "Disability grade", "Date of birth", "Mobile", "Registered address", "Current address", "Community", "Guardian name", "Relationship", "Guardian phone", "Employment status", "Homebound", "Remarks"];
const OTHER_WORDS = ["编号", "残疾人姓名", "性 别", "族别", "公民身份号码", "残疾人证号", "类别", "级别", "出生年月日", "手机号码（本人）", "户口所在地", "家庭住址", "村（居）", "监护人姓名", "与残疾人关系", "监护人联系电话", "就业情况", "居家情况", "说明"];

const table = await fixtureTable();
const truth = await fixtureTruth();
const people = table.slice(4);

/** As programs export merged cells: the value in each of them. */
function carried(row: readonly string[]): string[] {
  let last = "";
  return row.map((text) => (last = text || last));
}

function withColumns(rows: readonly string[][], order: readonly number[]): string[][] {
  return rows.map((row) => order.map((column) => row[column] ?? ""));
}

test("the street office's register comes to the clerk's figures", async () => {
  const preview = await previewOf({ path: fixturePath("qingyun-register.xlsx") });
  expect(figuresOf(preview, truth)).toEqual(truth);
  expect(preview.suggestions.map(({ proposed }) => proposed)).toContain("530103200206107175");
  expect(preview.suggestionCount).toBe(truth.idTurnedIntoNumber);
  expect(preview.sheets[0]!.rowsByKind).toEqual({ data: 1393, subtotal: 4, total: 1, signature: 1 });
});

test("the list of places changes nothing but the communities", async () => {
  const places = ["金沙社区", "北市社区", "水岸社区", "青松社区", "席子营社区", "云波社区", "白云路社区"];
  const preview = await previewOf({ path: fixturePath("qingyun-register.xlsx") }, { places });
  expect(figuresOf(preview, truth)).toEqual(truth);
  const unknown = preview.faults.find(({ kind }) => kind === "community_unknown")!;
  expect(new Set(unknown.samples.map(({ value }) => value.slice(0, 3)))).toEqual(new Set(["严家地"]));
});

const reversed = Array.from({ length: 19 }, (_, column) => 18 - column);
const variants: readonly (readonly [string, () => ReturnType<typeof textFile> | Promise<ReturnType<typeof textFile>>])[] = [
  ["CSV in UTF-8", () => textFile(csvText(table))],
  ["CSV with a byte-order mark and semicolons", () => textFile(`\uFEFF${csvText(table, ";")}`)],
  ["text with tabs in UTF-16", () => textFile(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csvText(table, "\t"), "utf16le")]))],
  ["CSV in GB 18030", () => textFile(encodeGb18030(csvText(table)))],
  ["CSV in GB 18030 where Excel showed long numbers short", () => textFile(encodeGb18030(csvText(table.map((row) => row.map((text) => (/^\d{15}000$/.test(text) && !row[5]!.startsWith(text) ? `${text[0]}.${text.slice(1, 6)}E+17` : text))))))],
  ["one header line in other words", () => textFile(csvText([OTHER_WORDS, ...people]))],
  ["English headers", () => textFile(csvText([ENGLISH, ...people]))],
  ["no header group, columns in reverse order", () => textFile(csvText(withColumns([OTHER_WORDS, ...people], reversed)))],
  ["no header at all", () => textFile(csvText(people.slice(0, -2)))],
  ["more title lines and blank lines", () => textFile(csvText([["附件3"], [], ["青云街道"], ...table.slice(0, TITLE_LINES), ["说明：1. 身份证号必须准确；2. 本表一式两份。"], [], ...table.slice(2)]))],
  ["header again on every page", () => textFile(csvText([...table.slice(0, 4), ...people.flatMap((row, index) => (index > 0 && index % 100 === 0 ? [...table.slice(2, 4), row] : [row]))]))],
  ["column numbers under the header", () => textFile(csvText([...table.slice(0, 4), OTHER_WORDS.map((_, column) => String(column + 1)), ...people]))],
  ["vertically merged headers beside a group", () => textFile(csvText([
    OTHER_WORDS.map((word, column) => (column < 13 || column > 15 ? word : column === 13 ? "监护人情况" : "")),
    OTHER_WORDS.map((_, column) => ["姓名", "关系", "电话"][column - 13] ?? ""), ...people,
  ]))],
  ["merged cells written out in every cell", () => textFile(csvText([...table.slice(0, 2).map((row) => row.map(() => row[0]!)), carried(table[2]!), ...table.slice(3)]))],
  ["sums that carry counts, a section line for each block, notes at the end", () => textFile(csvText([
    ...table.slice(0, 4), ["一、金沙社区"], ...people.slice(0, -2).map((row) => (row[1] === "小计" ? ["", "本页小计：", "", "300人", ...row.slice(4)] : row)),
    ["总计", "1393", "人"], ["注：1.本表由社区填报", ""], ["单位负责人（签字）：", "", "填报日期：2021年6月30日"],
  ]))],
  ["a blank column between, spaces and line breaks in headers", () => textFile(csvText([OTHER_WORDS, ...people].map((row, line) => ["", ...row.map((text) => (line === 0 ? `${text[0]}\n ${text.slice(1)}*` : text)).flatMap((text, column) => (column === 6 ? [text, ""] : [text]))])))],
  ["a workbook whose first sheet is instructions", () => workbookFile({ 填表说明: [["填表说明"], ["1. 请如实填写"], ["2. 身份证号为 18 位"]], 名册: table })],
  ["a sheet for each half", () => workbookFile({ 上半: table.slice(0, 700), 下半: [...table.slice(0, 4), ...table.slice(700)] })],
];

test.each(variants)("the same people in %s", async (_, file) => {
  expect(figuresOf(await previewOf(await file()), truth)).toEqual(truth);
});

test("a header nobody has seen is read by its values, and can be put right", async () => {
  const strange = OTHER_WORDS.map((_, column) => `字段甲${"乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"[column]}`);
  const source = textFile(csvText([strange, ...people]));
  const proposed = await previewOf(source);
  const byColumn = proposed.sheets[0]!.columns.map(({ field }) => field);
  expect([byColumn[1], byColumn[2], byColumn[4], byColumn[5], byColumn[8], byColumn[9]]).toEqual(["name", "sex", "residentId", "certificateNumber", "birthOn", "phone"]);
  expect(proposed.sheets[0]!.columns[4]).toMatchObject({ reason: "values", header: [strange[4]] });
  const home = { columns: proposed.mapping.columns.map((column) => ({ ...column, field: column.column === 17 ? "longAtHome" as const : column.column === 18 ? "remarks" as const : column.field })) };
  expect(figuresOf(await previewOf(source, { mapping: home }), truth)).toEqual(truth);
});

const atHome = (row: readonly string[]) => /^(√|Y|是 ?)$/.test(row[17]!);
const questions: readonly (readonly [string, string[][]])[] = [
  ["a tick", [["残疾人姓名", "身份证号码", "监护人", "联系电话", "联系电话", "长期居家打√", "备注"], ...people.map((row) => [row[1]!, row[4]!, row[13]!, row[9]!, row[15]!, atHome(row) ? "√" : "", row[18]!])]],
  ["a column for each answer", [["姓名", "身份证号", "性别", "是否长期居家", "", "备注"], ["", "", "", "是", "否"], ...people.map((row) => [row[1]!, row[4]!, row[2]!, atHome(row) ? "√" : "", /^(否|×)$/.test(row[17]!) ? "√" : "", row[18]!])]],
  ["the opposite question", [["姓名", "身份证号", "性别", "是否外出", "备注"], ...people.map((row) => [row[1]!, row[4]!, row[2]!, atHome(row) ? "否" : row[17] === "" ? "" : "是", row[18]!])]],
  ["words", [["服务对象", "身份证", "联系方式", "居家情况", "其他"], ...people.map((row) => [row[1]!, row[4]!, row[9]!, atHome(row) ? "长期居家" : row[17] === "" ? "" : "偶尔外出", row[18]!])]],
  ["English", [["Resident", "National ID", "Tel.", "Never leaves home", "Comment"], ...people.map((row) => [row[1]!, row[4]!, row[9]!, atHome(row) ? "Yes" : "", row[18]!])]],
];

test.each(questions)("who stays at home, asked by %s", async (_, rows) => {
  expect(figuresOf(await previewOf(textFile(csvText(rows))), truth)).toMatchObject({ homebound: truth.homebound, dataRows: truth.dataRows });
});

test("a second column of telephones beside a guardian is the guardian's", async () => {
  const { columns } = (await previewOf(textFile(csvText(questions[0]![1])))).sheets[0]!;
  expect(columns.map(({ field }) => field)).toEqual(["name", "residentId", "guardianName", "phone", "guardianPhone", "longAtHome", "remarks"]);
});

test("merged community cells and section lines hold no one and lose no one", async () => {
  const rows = [["姓名", "身份证号", "社区", "电话"], ["金沙社区"], ["于春芳", "530102196908196605", "金沙社区", "18826792813"], ["姚峰轩", "530128195709210119", "", ""], ["", "", "", "小计"]];
  const preview = await previewOf(textFile(csvText(rows)));
  expect(preview).toMatchObject({ dataRows: 2, distinctPersons: 2 });
});

test("a serial prefilled on an empty row is nobody", async () => {
  const rows = [["序号", "姓名", "身份证号", "电话"], ["1", "于春芳", "530102196908196605", "18826792813"], ["2", "", "", ""], ["3", "", "", ""]];
  expect(await previewOf(textFile(csvText(rows)))).toMatchObject({ dataRows: 1, rowsWithoutName: 0 });
});

test("formula cells give their last result and are named, error cells are refused", async () => {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet("名册");
  sheet.addRow(["姓名", "身份证号", "性别", "出生日期"]);
  sheet.addRow(["于春芳", "530102196908196605", { formula: "IF(1,\"女\",\"男\")", result: "女" }, { formula: "DATE(1969,8,19)", result: new Date(Date.UTC(1969, 7, 19)) }]);
  sheet.addRow(["姚峰轩", "530128195709210119", { error: "#N/A" }, "1957年9月21日"]);
  const preview = await previewOf({ bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) });
  expect(preview.faults.map(({ kind, rows }) => [kind, rows])).toEqual([["cell_error", 1], ["formula_result", 1]]);
});

test("a mixed file is read line by line and says which rows are in doubt", async () => {
  const half = Buffer.concat([Buffer.from(`${csvText(table.slice(0, 700))}\r\n`), encodeGb18030(csvText(table.slice(700)))]);
  const preview = await previewOf(textFile(half));
  expect(figuresOf(preview, truth)).toEqual(truth);
  expect(preview.encoding).toBe("mixed");
  expect(preview.faults.find(({ kind }) => kind === "characters_doubtful")!.rows).toBeGreaterThan(650);
});

test("sign-ups to a programme are people too", async () => {
  const preview = await previewOf({ path: fixturePath("community-friend-volunteers.xlsx") });
  expect(preview).toMatchObject({ dataRows: 46, distinctPersons: 46, rowsWithoutName: 0 });
});
