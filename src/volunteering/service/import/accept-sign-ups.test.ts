import { expect, test } from "vitest";
import { workbookBytes } from "#platform/files/index.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenCase } from "#casework/testing.ts";
import { givenPerson } from "#people/testing.ts";
import { givenStreet } from "#places/testing.ts";
import { personCards } from "#people/index.ts";
import { givenProgramme, signUpSheet } from "../../testing.ts";
import { appraiseVolunteers } from "../pathway/appraise-volunteers.ts";
import { recordEvidence } from "../pathway/record-evidence.ts";
import { listEligibleHelpers } from "../volunteers/list-eligible-helpers.ts";
import { listVolunteers } from "../volunteers/list-volunteers.ts";
import { showVolunteer } from "../volunteers/show-volunteer.ts";
import { acceptSignUps } from "./accept-sign-ups.ts";
import { chooseColumns } from "./choose-columns.ts";
import { exportFaultyRows } from "./export-faulty-rows.ts";
import { listImports } from "./list-imports.ts";
import { previewSignUps } from "./preview-sign-ups.ts";
import { undoSignUps } from "./undo-sign-ups.ts";
import { uploadSignUps } from "./upload-sign-ups.ts";

const t = testDatabase();
/** As a coordinator has them: no people.write of their own. */
const COORDINATOR = ["volunteers.read", "volunteers.manage", "people.read"];

async function sheetOf(rows: readonly (readonly string[])[], header: readonly string[] = ["姓名", "手机号", "出生年月", "完成培训（共3次）"]): Promise<Buffer> {
  return workbookBytes([{ name: "报名表", columns: header.map((text) => ({ header: text })), rows }]);
}

test("the office's sheet: preview, accept, and the list says 28, 15 and 13", async () => {
  const session = sessionOf(anActor({ capabilities: COORDINATOR }), t);
  const { communityIds } = await givenStreet(session, ["云波社区", "金沙社区"]);
  const programmeId = await givenProgramme(session);
  const { importId } = await uploadSignUps(session, { programmeId, fileName: "社区老友志愿者.xlsx", content: await signUpSheet() });
  const preview = await previewSignUps(session, importId);
  expect(preview.counts).toMatchObject({ rows: 46, taken: 46, keptOut: 0, known: 0, trained: 28, byStatus: { service_team: 15, reserve: 13, applicant: 18 } });
  expect((await listVolunteers(session, { programmeId })).counts.all).toBe(0);

  expect(await acceptSignUps(session, importId)).toEqual({ added: 46, known: 0, keptOut: 0 });
  const { counts, page } = await listVolunteers(session, { programmeId });
  expect(counts).toMatchObject({ all: 46, trained: 28, declined: 14, byStatus: { service_team: 15, reserve: 13, applicant: 18, approved: 0 } });
  expect(page.rows).toHaveLength(46);
  const helpers = await listEligibleHelpers(session, programmeId, session.today);
  expect([helpers.length, helpers.filter(({ placement }) => placement === "service_team").length]).toEqual([28, 15]);
  expect(helpers.filter(({ communityId }) => communityId === communityIds["云波社区"]).length).toBeGreaterThan(0);
  expect(helpers.every(({ hours, languages, birthOn }) => hours.length > 0 && languages.length > 0 && birthOn !== null)).toBe(true);
});

test("a sheet taken in twice adds nobody, and undoing takes everybody out again", async () => {
  const session = sessionOf(anActor({ capabilities: COORDINATOR }), t);
  const programmeId = await givenProgramme(session);
  const upload = { programmeId, fileName: "a.xlsx", content: await sheetOf([["张三", "13800000001", "1999.1", "3"], ["李四", "13800000002", "2000-05-06", "1"]]) };
  const first = await uploadSignUps(session, upload);
  await acceptSignUps(session, first.importId);
  await expect(acceptSignUps(session, first.importId)).rejects.toMatchObject({ reason: "volunteering.import_already_accepted" });
  const again = await uploadSignUps(session, upload);
  expect(await acceptSignUps(session, again.importId)).toEqual({ added: 0, known: 0, keptOut: 2 });

  const persons = (await listVolunteers(session, { programmeId })).page.rows.map(({ personId }) => personId);
  expect(await undoSignUps(session, first.importId)).toEqual({ removed: 2, kept: 0 });
  expect((await listVolunteers(session, { programmeId })).counts.all).toBe(0);
  expect((await session.read((tx) => personCards(tx, session.actor.orgId, persons))).size).toBe(0);
  await expect(undoSignUps(session, first.importId)).rejects.toMatchObject({ reason: "volunteering.import_already_undone" });
  expect((await listImports(session, programmeId)).filter(({ undoneAt }) => undoneAt !== null)).toMatchObject([{ id: first.importId }]);
});

test("undoing leaves in place whoever was worked on since", async () => {
  const session = sessionOf(anActor({ capabilities: COORDINATOR }), t);
  const programmeId = await givenProgramme(session);
  const { importId } = await uploadSignUps(session, { programmeId, fileName: "a.xlsx", content: await sheetOf([["张三", "13800000001", "1999.1", "3"], ["李四", "13800000002", "2000.5", "1"]]) });
  await acceptSignUps(session, importId);
  const { id: volunteerId } = (await listVolunteers(session, { programmeId, q: "张三" })).page.rows[0]!;
  await recordEvidence(session, { volunteerId, requirement: "screening", on: session.today, result: "met", quantity: 1, reason: "" });
  expect(await undoSignUps(session, importId)).toEqual({ removed: 1, kept: 1 });
  expect((await showVolunteer(session, volunteerId)).card.name).toBe("张三");
});

test("bad rows stay out and come back in a workbook with reason and remedy", async () => {
  const session = sessionOf(anActor({ capabilities: COORDINATOR }), t);
  const programmeId = await givenProgramme(session);
  const content = await sheetOf([["张三", "13800000001", "1999.1", "3"], ["", "13800000002", "", "1"], ["王五", "1380", "", "很多"], ["张三", "13800000001", "", "2"]]);
  const { importId } = await uploadSignUps(session, { programmeId, fileName: "a.xlsx", content });
  const { counts, rows } = await previewSignUps(session, importId);
  expect(counts).toMatchObject({ rows: 4, taken: 1, keptOut: 3 });
  expect(rows.filter(({ taken }) => !taken).map(({ rowNumber, faults }) => [rowNumber, ...faults.map(({ reason }) => reason)])).toEqual([
    [3, "name_missing", "birth_missing"], [4, "phone_unreadable", "birth_missing", "training_unreadable"], [5, "birth_missing", "repeats_row"],
  ]);
  const { bytes } = await exportFaultyRows(session, importId, "zh");
  const mended = await uploadSignUps(session, { programmeId, fileName: "faults.xlsx", content: bytes });
  expect((await previewSignUps(session, mended.importId)).counts.rows).toBe(3);
});

test("somebody on file is found again and not made twice", async () => {
  const session = sessionOf(anActor({ capabilities: [...COORDINATOR, "people.write"] }), t);
  const programmeId = await givenProgramme(session);
  const personId = await givenPerson(session, { name: "张三", birthOn: "1999-01-05", birthPrecision: "day", contacts: [{ kind: "mobile", value: "13800000001" }] });
  const { importId } = await uploadSignUps(session, { programmeId, fileName: "a.xlsx", content: await sheetOf([["张三", "13800000001", "1999-01-05", "3"]]) });
  expect((await previewSignUps(session, importId)).counts).toMatchObject({ taken: 1, known: 1 });
  await acceptSignUps(session, importId);
  expect((await listVolunteers(session, { programmeId })).page.rows[0]!.personId).toBe(personId);
});

test("whoever is served themselves comes in, and is not placed before those who must have agreed", async () => {
  const session = sessionOf(anActor({ capabilities: [...COORDINATOR, "people.write", "cases.work"] }), t);
  const programmeId = await givenProgramme(session);
  const personId = await givenPerson(session, { name: "张三", birthOn: "1999-01-05", birthPrecision: "day", contacts: [{ kind: "mobile", value: "13800000001" }] });
  await givenCase(session, personId);
  const HEADER = ["姓名", "手机号", "出生年月", "完成培训（共3次）", "无犯罪记录证明", "面试意见"];
  const content = await sheetOf([["张三", "13800000001", "1999-01-05", "3", "已提交", "通过"], ["李四", "13800000002", "2000-05-06", "3", "已提交", "通过"]], HEADER);
  const { importId } = await uploadSignUps(session, { programmeId, fileName: "a.xlsx", content });
  const { rows } = await previewSignUps(session, importId);
  expect(rows.map(({ taken, status, faults }) => [taken, status, faults.map(({ reason }) => reason)])).toEqual([[true, "approved", ["must_agree_first"]], [true, "service_team", []]]);
  expect(await acceptSignUps(session, importId)).toEqual({ added: 2, known: 1, keptOut: 0 });
  expect((await listVolunteers(session, { programmeId })).counts.byStatus).toMatchObject({ approved: 1, service_team: 1 });
  const { id } = (await listVolunteers(session, { programmeId, q: "张三" })).page.rows[0]!;
  await expect(appraiseVolunteers(session, { volunteerIds: [id], outcome: "service_team", words: "" })).rejects.toMatchObject({ reason: "pathways.ask_first" });
});

test("columns can be named by hand where no header says what they are", async () => {
  const session = sessionOf(anActor({ capabilities: COORDINATOR }), t);
  const programmeId = await givenProgramme(session);
  const { importId } = await uploadSignUps(session, { programmeId, fileName: "a.xlsx", content: await sheetOf([["张三", "甲"], ["李四", "乙"]], ["谁", "什么"]) });
  await expect(acceptSignUps(session, importId)).rejects.toMatchObject({ reason: "volunteering.name_column_missing" });
  await expect(chooseColumns(session, { importId, columns: {}, sheetOn: "2026-11-01" })).rejects.toMatchObject({ reason: "volunteering.name_column_missing" });
  await chooseColumns(session, { importId, columns: { name: 0 }, sheetOn: "2026-11-01" });
  expect((await acceptSignUps(session, importId)).added).toBe(3);
});

test("two people accepting at once: one does, the other is told", async () => {
  const session = sessionOf(anActor({ capabilities: COORDINATOR }), t);
  const programmeId = await givenProgramme(session);
  const { importId } = await uploadSignUps(session, { programmeId, fileName: "a.xlsx", content: await sheetOf([["张三", "13800000001", "1999.1", "3"]]) });
  const both = await Promise.allSettled([acceptSignUps(session, importId), acceptSignUps(session, importId)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await listVolunteers(session, { programmeId })).counts.all).toBe(1);
});

test.each([
  [Buffer.from("not a table at all"), "x.pdf"],
  [Buffer.alloc(0), "empty.xlsx"],
])("a file that is no list is refused and nothing is kept", async (content, fileName) => {
  const session = sessionOf(anActor({ capabilities: COORDINATOR }), t);
  const programmeId = await givenProgramme(session);
  const attempt = uploadSignUps(session, { programmeId, fileName, content }).then(({ importId }) => acceptSignUps(session, importId));
  await expect(attempt).rejects.toMatchObject({ name: "Refusal" });
  expect((await listVolunteers(session, { programmeId })).counts.all).toBe(0);
});
