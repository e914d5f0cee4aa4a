import { expect, test } from "vitest";
import { mergePersonsIn } from "#people/index.ts";
import { recordConsents } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { answersOf, anAssessment, ASSESSMENT_CAPABILITIES, givenAssessment, instrumentOf } from "../testing.ts";
import { RecordId } from "../model/record.ts";
import { assessmentAccess } from "./assessment-access.ts";
import { listAssessments, listDueAssessments } from "./list-assessments.ts";
import { prepareSheet } from "./prepare-sheet.ts";
import { recordAssessment } from "./record-assessment.ts";
import { showAssessment } from "./show-assessment.ts";
import { showHistory } from "./show-history.ts";
import { assessmentPaper, showPersonAssessments } from "./show-person-assessments.ts";
import { withdrawAssessment } from "./withdraw-assessment.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: ASSESSMENT_CAPABILITIES }), t);
const all = (id: string, value: number) => answersOf(instrumentOf(id), () => value);
const id = (text: string) => RecordId.parse(text);

test("an assessment is written down with its version, shown with its parts and the one before", async () => {
  const session = worker();
  const personId = await givenPerson(session, { name: "杨桂兰" });
  await givenAssessment(session, personId, { instrumentId: "who5", assessedOn: "2026-08-20", answers: all("who5", 2) });
  const recordId = await givenAssessment(session, personId, { instrumentId: "who5", answers: all("who5", 3) });
  expect(await showAssessment(session, recordId)).toMatchObject({
    name: "杨桂兰", record: { instrumentVersion: 1, total: 60, band: "usual", nextDueOn: "2027-02-18", standing: "stands" }, before: { total: 40 }, comparison: { difference: 20, direction: "better", matters: true },
  });
  expect((await assessmentPaper(session, personId)).lists.评估).toMatchObject([{ 结果: expect.stringContaining("60") }, { 结果: expect.stringContaining("40") }]);
  expect((await showHistory(session, personId, "who5")).records.map(({ total, comparison }) => [total, comparison?.difference ?? null])).toEqual([[40, null], [60, 20]]);
  expect((await showPersonAssessments(session, personId)).records).toHaveLength(2);
});

test("blank items stay blank; the total is not scorable and says how many are missing", async () => {
  const session = worker();
  const recordId = await givenAssessment(session, await givenPerson(session), { instrumentId: "barthel", answers: { i1: 10, i2: 0 } });
  expect((await showAssessment(session, recordId)).record).toMatchObject({ total: null, band: null, answers: { i1: 10, i2: 0 }, score: { total: { value: null, missing: 8 } } });
});

test("a correction takes the place of a record once; both stay to be read", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const first = await givenAssessment(session, personId);
  const second = await givenAssessment(session, personId, { corrects: id(first), answers: all("needs-person", 1) });
  expect(await showAssessment(session, first)).toMatchObject({ record: { standing: "corrected" }, correctedBy: second });
  await expect(givenAssessment(session, personId, { corrects: id(first) })).rejects.toMatchObject({ reason: "assessment.already_corrected" });
  await expect(withdrawAssessment(session, { recordId: id(first), reason: "写错了人" })).rejects.toMatchObject({ reason: "assessment.already_corrected" });
  const third = givenAssessment(session, personId, { corrects: id(second), instrumentId: "who5" });
  await expect(third).rejects.toMatchObject({ reason: "assessment.not_found" });
});

test("two corrections at once: one of them is refused", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const first = await givenAssessment(session, personId);
  const both = await Promise.allSettled([1, 2].map((value) => givenAssessment(session, personId, { corrects: id(first), answers: all("needs-person", value) })));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a withdrawn record counts no more, keeps its reason, and is withdrawn once", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  await givenAssessment(session, personId, { assessedOn: "2026-10-01", answers: all("needs-person", 1) });
  const wrong = await givenAssessment(session, personId, { assessedOn: "2026-11-01", answers: all("needs-person", 3) });
  await withdrawAssessment(session, { recordId: id(wrong), reason: "记到了别人名下" });
  expect(await showAssessment(session, wrong)).toMatchObject({ record: { standing: "withdrawn" }, withdrawal: { reason: "记到了别人名下" } });
  const latest = await givenAssessment(session, personId);
  expect((await showAssessment(session, latest)).before).toMatchObject({ total: 10 });
  await expect(withdrawAssessment(session, { recordId: id(wrong), reason: "再一次" })).rejects.toMatchObject({ reason: "assessment.already_withdrawn" });
});

test.each([
  ["a day to come", { assessedOn: "2026-11-23" }, { field: "assessedOn", reason: "assessment.in_future" }],
  ["nothing answered", { answers: {} }, { field: "answer.i1", reason: "assessment.nothing_answered" }],
  ["a score that is not offered", { answers: { i1: 7 } }, { field: "answer.i1", reason: "assessment.answer_unknown" }],
  ["a fact that is not asked", { facts: { coma: true } }, { field: "fact.coma", reason: "assessment.fact_unknown" }],
  ["a next day before this one", { nextDueOn: "2026-11-20" }, { field: "nextDueOn", reason: "assessment.due_before" }],
  ["one assessor for the ability of elders", { instrumentId: "ability", facts: {} }, { field: "assessorName2", reason: "assessment.two_assessors" }],
  ["the same assessor twice", { instrumentId: "ability", assessors: [{ name: "林晓禾", profession: "nursing" as const }, { name: "林晓禾", profession: "medical" as const }] }, { field: "assessorName2", reason: "assessment.two_assessors" }],
  ["nobody with a medical training", { instrumentId: "ability", assessors: [{ name: "林晓禾", profession: "social_work" as const }, { name: "王月", profession: "other" as const }] }, { field: "assessorProfession1", reason: "assessment.needs_medical" }],
])("%s is refused at its field and leaves no trace", async (_name, over, fault) => {
  const session = worker();
  const personId = await givenPerson(session);
  await expect(recordAssessment(session, anAssessment(personId, over))).rejects.toMatchObject({ fields: [fault] });
  expect((await showPersonAssessments(session, personId)).records).toEqual([]);
});

test("who is due: the latest record says when, oldest first; a newer one or none puts it off", async () => {
  const session = worker();
  const [early, late, done, never] = [await givenPerson(session, { name: "早" }), await givenPerson(session, { name: "晚" }), await givenPerson(session, { name: "已做" }), await givenPerson(session, { name: "不用" })];
  await givenAssessment(session, late, { assessedOn: "2026-06-15" });
  await givenAssessment(session, early, { assessedOn: "2026-05-01" });
  await givenAssessment(session, done, { assessedOn: "2026-05-01" });
  await givenAssessment(session, done, { assessedOn: "2026-11-20" });
  await givenAssessment(session, never, { assessedOn: "2026-05-01", nextDueOn: null });
  expect((await listAssessments(session, { view: "due" })).rows.map(({ name }) => name)).toEqual(["早", "晚"]);
  expect((await listDueAssessments(session, 20)).map(({ name, dueOn }) => [name, dueOn])).toEqual([["早", "2026-10-28"]]);
  const first = await listAssessments(session, { view: "recent", limit: 3 });
  const second = await listAssessments(session, { view: "recent", limit: 3, after: first.next });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([3, 2, null]);
  expect((await listAssessments(session, { view: "due", instrumentId: "who5" })).rows).toEqual([]);
});

test("a merged person's assessments are the survivor's", async () => {
  const session = worker();
  const [survivorId, mergedId] = [await givenPerson(session), await givenPerson(session)];
  await givenAssessment(session, mergedId, { assessedOn: "2026-05-01" });
  await session.write("merge", null, (tx) => mergePersonsIn(session, tx, { survivorId, mergedId, reason: "同一人" }));
  expect((await showPersonAssessments(session, survivorId)).records).toHaveLength(1);
  await givenAssessment(session, survivorId);
  expect((await listAssessments(session, { view: "due" })).rows).toEqual([]);
});

test("a sheet is prepared in today's version; a correction in the version of its record, with its answers", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const recordId = await givenAssessment(session, personId);
  expect(await prepareSheet(session, personId, "needs-person")).toMatchObject({ instrument: { version: 1 }, corrects: undefined, latest: { id: recordId } });
  expect(await prepareSheet(session, personId, "needs-person", recordId)).toMatchObject({ corrects: { id: recordId } });
  await expect(prepareSheet(session, personId, "no-such")).rejects.toMatchObject({ reason: "assessment.instrument_unknown" });
  await expect(prepareSheet(session, await givenPerson(session), "needs-person", recordId)).rejects.toMatchObject({ reason: "assessment.not_found" });
});

test("whoever does not let data be kept is neither opened nor named in a list", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const recordId = await givenAssessment(session, personId, { assessedOn: "2026-05-01" });
  await session.write("refuse", null, (tx) => recordConsents(session, tx, [{ personId, purpose: "keep_data", state: "refused", capacity: "self", fromOn: session.today, channel: "in_person", text: { language: "zh", text: "不同意" } }] as never));
  await expect(showAssessment(session, recordId)).rejects.toMatchObject({ reason: "assessment.withheld" });
  await expect(recordAssessment(session, anAssessment(personId))).rejects.toMatchObject({ reason: "assessment.withheld" });
  expect((await listAssessments(session, { view: "due" })).rows).toMatchObject([{ name: null }]);
  expect(await listDueAssessments(session, 20)).toEqual([]);
});

test("a stranger may not, a session without a second factor may not, another organisation's record is not there", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const recordId = await givenAssessment(session, personId);
  const clerk = sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t);
  const weak = sessionOf(anActor({ capabilities: ASSESSMENT_CAPABILITIES, orgId: session.actor.orgId, strong: false }), t);
  for (const other of [clerk, weak]) {
    await expect(showAssessment(other, recordId)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(assessmentAccess(other, recordId, "zh")).rejects.toMatchObject({ kind: "forbidden" });
    await expect(recordAssessment(other, anAssessment(personId))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listAssessments(other, { view: "due" })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(withdrawAssessment(other, { recordId: id(recordId), reason: "不是我的" })).rejects.toMatchObject({ kind: "forbidden" });
    expect(await listDueAssessments(other, 20)).toEqual([]);
  }
  expect(await assessmentAccess(session, recordId, "zh")).toMatchObject({ title: "张三的评估", to: `/assessments/records/${recordId}` });
  await expect(assessmentAccess(worker(), recordId, "zh")).rejects.toMatchObject({ reason: "assessment.not_found" });
  await expect(showAssessment(worker(), recordId)).rejects.toMatchObject({ reason: "assessment.not_found" });
  await expect(showHistory(worker(), personId, "needs-person")).rejects.toMatchObject({ reason: "assessment.person_not_found" });
});
