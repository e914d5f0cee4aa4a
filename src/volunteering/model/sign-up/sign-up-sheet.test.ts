import { expect, test } from "vitest";
import { findHeader, proposeColumns, type SheetLine } from "./sheet-columns.ts";
import { RepeatFinder } from "./sheet-repeats.ts";
import { readSignUpRow } from "./sign-up-sheet.ts";

const ON = "2026-11-21";

function line(rowNumber: number, ...texts: string[]): SheetLine {
  return { rowNumber, cells: texts.map((text) => ({ kind: text === "" ? "blank" : "text", text })) };
}

test("a header is found below a title and a note, whatever order its columns have", () => {
  const lines = [line(1, "志愿者报名汇总表"), line(2, "填表说明：请如实填写"), line(3, "联系电话", "紧急联系人电话", "姓 名", "方便的时间段"), line(4, "13800000001", "13900000001", "张三", "周末")];
  expect(findHeader(lines)).toBe(2);
  expect(proposeColumns(lines[2]!, lines.slice(3)).columns).toEqual({ phone: 0, emergencyContact: 1, name: 2, availability: 3 });
});

test("a sheet nobody would call a sign-up list has no header", () => {
  expect(findHeader([line(1, "品名", "数量"), line(2, "大米", "3")])).toBeUndefined();
});

const COLUMNS = { name: 0, phone: 1, birth: 2, sex: 3, training: 4, availability: 5 };

test.each([
  [["", "13800000001", "1999.1", "男", "3", ""], "name", "name_missing"],
  [["张三", "138", "1999.1", "男", "3", ""], "phone", "phone_unreadable"],
  [["张三", "13800000001", "99年", "男", "3", ""], "birth", "birth_unreadable"],
  [["张三", "13800000001", "1999.1", "帅", "3", ""], "sex", "sex_unreadable"],
  [["张三", "13800000001", "1999.1", "男", "差不多", ""], "training", "training_unreadable"],
])("%o is kept out because of %s", (texts, field, reason) => {
  const row = readSignUpRow(line(7, ...texts), COLUMNS, ON);
  expect(row).toMatchObject({ taken: false, faults: [{ rowNumber: 7, field, reason }] });
});

test("what only describes never keeps a row out", () => {
  const row = readSignUpRow(line(7, "张三", "", "", "", "1", "看情况"), COLUMNS, ON);
  expect(row.taken).toBe(true);
  expect(row.faults.map(({ reason }) => reason)).toEqual(["availability_unread", "phone_missing", "birth_missing"]);
  expect(row.signUp).toMatchObject({ name: "张三", hours: [], hoursText: "看情况" });
});

test("a number cell 1996.1 may have been October: the row waits for an answer", () => {
  const cells = [{ kind: "text", text: "张三" }, { kind: "text", text: "13800000001" }, { kind: "number", text: "1996.1" }] as const;
  expect(readSignUpRow({ rowNumber: 2, cells }, COLUMNS, ON).faults[0]).toMatchObject({ field: "birth", reason: "birth_unreadable", written: "1996.1" });
});

test("the same person twice goes in once; two names on one phone are only noted", () => {
  const repeats = new RepeatFinder();
  const read = (rowNumber: number, ...texts: string[]) => repeats.check(readSignUpRow(line(rowNumber, ...texts), COLUMNS, ON));
  expect(read(2, "张三", "13800000001", "1999.1").taken).toBe(true);
  expect(read(3, "张三", "13800000001", "")).toMatchObject({ taken: false, faults: [{ reason: "birth_missing" }, { reason: "repeats_row", otherRow: 2 }] });
  expect(read(4, "张三", "13800000009", "1999.1")).toMatchObject({ taken: false, faults: [{ reason: "repeats_row", otherRow: 2 }] });
  expect(read(5, "张四", "13800000001", "2001.1")).toMatchObject({ taken: true, faults: [{ reason: "phone_shared", otherRow: 2 }] });
  expect(read(6, "张三", "13800000002", "1980.5").taken).toBe(true);
});
