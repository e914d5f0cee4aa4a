import exceljs from "exceljs";
import { expect, test } from "vitest";
import { countPersons, createPersons } from "#people/index.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import type { Session } from "#platform/db/session.ts";
import { registerText } from "../../messages/index.ts";
import { csvText } from "../../testing/fixture-tables.ts";
import { encodeGb18030 } from "../../testing/encode-gb18030.ts";
import { givenChecked, look, work } from "../../testing/run-import.ts";
import { acceptImport } from "../applying/accept-import.ts";
import { undoImport } from "../applying/undo-import.ts";
import { showImport } from "../showing/show-import.ts";
import { uploadRegister } from "../upload-register.ts";
import { changeMapping } from "./change-mapping.ts";
import { decideRows } from "./decide-rows.ts";
import { discardImport } from "./discard-import.ts";

const t = testDatabase();
const aSession = (capabilities = ["register.import"]) => sessionOf(anActor({ capabilities }), t);
const HEADER = ["姓名", "性别", "身份证号", "联系电话", "是否长期居家"];
const ROWS = [["王小芳", "女", "110101199003072025", "13800138001", "是"], ["李建国", "男", "11010119850615123X", "13800138002", "否"]];
const csv = (rows: readonly (readonly string[])[], name = "a.csv") => ({ name, bytes: new TextEncoder().encode(csvText(rows)) });
const persons = (session: Session) => session.read(async (tx) => (await countPersons(tx, session.actor.orgId, {}, session.today)).persons);

const OLE2 = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]);
const REFUSED: readonly (readonly [string, Uint8Array, string])[] = [
  ["a picture", Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(100)]), "files.wrong_type"],
  ["a workbook with a password", Buffer.concat([OLE2, Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(3000)]), "files.password_protected"],
  ["an old workbook", Buffer.concat([OLE2, Buffer.from("Workbook", "utf16le"), Buffer.alloc(3000)]), "files.old_excel"],
  ["a broken workbook", Buffer.concat([Buffer.from("504b0304", "hex"), Buffer.alloc(500, 7)]), "files.broken_workbook"],
  ["an empty file", Buffer.alloc(0), "files.empty"],
  ["a file of 200 MB", Buffer.alloc(200 * 1024 * 1024, 0x20), "files.too_large"],
];

test.each(REFUSED)("%s is refused with what to do, in Chinese and English, and nothing is kept", async (_, bytes, reason) => {
  const session = aSession();
  await expect(uploadRegister(session, { name: "名册.xlsx", bytes })).rejects.toMatchObject({ reason });
  for (const { refusals } of [registerText.zh, registerText.en]) expect((refusals as Record<string, string>)[reason]!.length).toBeGreaterThan(20);
  expect((await t.owner.query("select from register.imports where org_id = $1", [session.actor.orgId])).rowCount).toBe(0);
});

test("a header nobody has seen: the columns are shown, a person says what they mean, and it is remembered for the next file", async () => {
  const session = aSession();
  const rows = [["甲栏", "乙栏", "丙栏"], ["阿依古丽", "是", "x1"], ["买买提", "否", "x2"]];
  const { row, status } = await givenChecked(session, csv(rows));
  expect(status).toBe("ready");
  const mapping = { headerRow: 1, columns: [{ column: 0, field: "name" as const }, { column: 1, field: "longAtHome" as const }, { column: 2, field: "remarks" as const }] };
  await changeMapping(session, { importId: row.id, version: row.version, mapping, remember: true });
  await work(session, row.id);
  expect((await look(session, row.id)).row).toMatchObject({ mappingFrom: "chosen", figures: { dataRows: 2, distinctPersons: 2, homebound: 1 } });
  const next = await givenChecked(session, csv([...rows, ["木合塔尔", "是", "x3"]]));
  expect(next.row).toMatchObject({ mappingFrom: "remembered", figures: { dataRows: 3, homebound: 2 } });
  await expect(changeMapping(session, { importId: next.row.id, version: next.row.version, remember: false, mapping: { columns: [{ column: 0, field: "name" }, { column: 1, field: "name" }] } }))
    .rejects.toMatchObject({ reason: "register.field_twice" });
});

test("formula cells and mixed encodings go in and are told", async () => {
  const session = aSession();
  const mixed = Buffer.concat([Buffer.from(`${HEADER.join(",")}\r\n${ROWS[0]!.join(",")}\r\n`, "utf8"), encodeGb18030(`${ROWS[1]!.join(",")}\r\n`)]);
  const { row } = await givenChecked(session, { name: "mixed.csv", bytes: mixed });
  expect(row.figures).toMatchObject({ dataRows: 2, distinctPersons: 2 });
  const { preview } = await showImport(session, row.id);
  expect(preview?.encoding).toBe("mixed");
  expect(preview?.faults.map(({ kind }) => kind)).toContain("characters_doubtful");

  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet("名册");
  sheet.addRows([HEADER, ...ROWS, ["赵强", "男", "", { formula: "\"1380013\"&\"8003\"", result: "13800138003" }, ""]]);
  const withFormula = await givenChecked(session, { name: "b.xlsx", bytes: new Uint8Array(await book.xlsx.writeBuffer()) });
  expect(withFormula.row.figures).toMatchObject({ dataRows: 3, rowsIn: 3 });
  expect((await showImport(session, withFormula.row.id)).preview?.faults.map(({ kind }) => kind)).toContain("formula_result");
});

test("who may be here already is shown with what would be filled in, and the decision is followed", async () => {
  const session = aSession();
  const [known] = await session.write("given", null, (tx) => createPersons(session, tx, [{ name: "王小方", birthOn: "1990-03-07" }], { source: "hand" }));
  const given = csv([HEADER, ...ROWS]);
  const { row } = await givenChecked(session, given);
  const shown = await showImport(session, row.id);
  expect(shown.possible).toMatchObject([{ name: "王小芳", known: { id: known, name: "王小方" }, fills: expect.arrayContaining([{ field: "phone", value: "13800138001" }]) }]);
  await decideRows(session, { importId: row.id, version: row.version, matches: [{ position: shown.possible[0]!.position, decision: "complete" }] });
  await acceptImport(session, { importId: row.id, version: (await look(session, row.id)).row.version });
  await work(session, row.id);
  const { row: applied } = await look(session, row.id);
  expect(applied).toMatchObject({ createdCount: 1, completedCount: 1 });
  expect(await persons(session)).toBe(2);
  await undoImport(session, { importId: row.id, version: applied.version });
  await work(session, row.id);
  expect(await persons(session)).toBe(1);
  expect((await look(session, row.id)).row).toMatchObject({ removedCount: 1, restoredCount: 1 });
});

test("identity numbers recovered from the certificate go in only where confirmed", async () => {
  const session = aSession();
  const { row } = await givenChecked(session);
  const { recoveries } = await showImport(session, row.id);
  expect(recoveries.length).toBeGreaterThan(0);
  for (const { proposed } of recoveries) expect(proposed).toContain("•");
  await decideRows(session, { importId: row.id, version: row.version, confirmed: [recoveries[0]!.position] });
  const after = await showImport(session, row.id);
  expect(after.recoveries.filter(({ confirmed }) => confirmed)).toHaveLength(1);
  await expect(decideRows(session, { importId: row.id, version: row.version, confirmed: "all" })).rejects.toMatchObject({ status: 412 });
});

test("nothing of a file stands readable in the database before it is accepted, and nothing at all once it is thrown away", async () => {
  const session = aSession();
  const { row } = await givenChecked(session, csv([HEADER, ...ROWS]));
  const { rows } = await t.owner.query("select encode(sealed, 'escape') as text from register.rows where import_id = $1 union all select encode(sealed, 'escape') from register.import_parts where import_id = $1", [row.id]);
  expect(rows.length).toBe(3);
  for (const { text } of rows) expect(text).not.toContain("13800138001");
  await discardImport(session, { importId: row.id });
  expect((await t.owner.query("select from register.rows where import_id = $1", [row.id])).rowCount).toBe(0);
  await expect(showImport(session, row.id)).rejects.toMatchObject({ reason: "register.import_not_found" });
});

test("a stranger, another organisation and another role see and do nothing", async () => {
  const session = aSession();
  const { row } = await givenChecked(session, csv([HEADER, ...ROWS]));
  const step = { importId: row.id, version: row.version };
  const other = aSession();
  await expect(showImport(other, row.id)).rejects.toMatchObject({ reason: "register.import_not_found" });
  await expect(acceptImport(other, step)).rejects.toMatchObject({ reason: "register.import_not_found" });
  const clerk = sessionOf({ ...anActor({ capabilities: ["places.read", "returns.read", "people.write"] }), orgId: session.actor.orgId }, t);
  for (const attempt of [() => showImport(clerk, row.id), () => acceptImport(clerk, step), () => uploadRegister(clerk, csv(ROWS)), () => undoImport(clerk, step), () => discardImport(clerk, step)]) {
    await expect(attempt()).rejects.toMatchObject({ status: 403 });
  }
});
