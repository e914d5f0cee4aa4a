import { expect, test } from "vitest";
import { givenAssessment } from "#assessment/testing.ts";
import { CASE_CAPABILITIES, givenCase, givenNeed } from "#casework/testing.ts";
import { givenEncounter } from "#encounters/testing.ts";
import { givenOrganization, testGround } from "#identity/testing.ts";
import { OrgId } from "#kernel/ids.ts";
import { recordConsents, type Purpose } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { givenSettledPlan } from "#planning/testing.ts";
import { listAudit } from "#platform/audit/list.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { OF_CASE } from "../model/catalogue.ts";
import { CASE_FORMS, FORMATS } from "../model/forms.ts";
import { SHIPPED } from "../model/shipped/index.ts";
import { wordsOfDocx, wordsOfPdf } from "../testing.ts";
import { changeTemplate } from "./change-template.ts";
import { documentsPanel } from "./documents-panel.ts";
import { gatherFacts } from "./gather-facts.ts";
import { listMade } from "./list-made.ts";
import { makeDocument } from "./make-document.ts";
import { renderForm } from "./render-form.ts";
import { listForms, previewFile, showTemplate } from "./show-template.ts";

const t = testDatabase();
const ALL = [...CASE_CAPABILITIES, "cases.work", "cases.supervise", "people.read", "people.write", "plans.work", "assessments.work", "encounters.read", "encounters.write"];

async function givenFile() {
  const orgId = OrgId.parse(await givenOrganization(testGround(t)));
  const lead = sessionOf(anActor({ orgId, capabilities: ALL }), t);
  const personId = await givenPerson(lead, { name: "罗小满", relatives: [{ name: "罗桂芬", relation: "母亲", isGuardian: true, isCarer: true, phone: "13900001111" }] });
  const caseId = await givenCase(lead, personId, { words: "想学修自行车" });
  await givenNeed(lead, personId, { words: "想有个伴" });
  await givenSettledPlan(lead, personId, { about: "早上有地方去" });
  await givenAssessment(lead, personId, { note: "本人自评说明" });
  await givenEncounter(lead, personId, { seen: "自己开的门", nextWords: "周三去公园" });
  const consent = (purpose: Purpose, state: "given" | "withdrawn") => lead.write(`consent ${purpose} ${state}`, null, (tx) => recordConsents(lead, tx, [{ personId, purpose, state, capacity: "self", fromOn: lead.today, channel: "in_person" }]));
  return { orgId, lead, personId, caseId, consent };
}

test("a form is filled from every slice, as PDF and as Word; what was made is a row and a line of the trail, and its name says nobody's name", async () => {
  const { lead, caseId, consent } = await givenFile();
  await consent("share", "given");
  const said: string[] = [];
  for (const form of CASE_FORMS) {
    for (const format of FORMATS) {
      const { bytes, fileName } = await makeDocument(lead, { caseId, form, format });
      expect(fileName).toMatch(new RegExp(`^${form}-\\d{4}-\\d{4}-\\d{4}-\\d\\d-\\d\\d\\.${format}$`));
      said.push(await (format === "pdf" ? wordsOfPdf : wordsOfDocx)(bytes));
    }
  }
  for (const words of said) expect(words).toContain("罗小满");
  for (const word of ["想学修自行车", "罗桂芬", "想有个伴", "早上有地方去", "本人自评说明", "自己开的门", "周三去公园", "青云社会工作服务中心"]) expect(said.filter((words) => words.includes(word)).length, word).toBeGreaterThan(1);
  const { made } = await listMade(lead, caseId);
  expect(made).toHaveLength(16);
  expect(made[0]).toMatchObject({ form: "referral", format: "docx", templateVersion: 0, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await documentsPanel(lead, { caseId }, "zh"))!.lines).toHaveLength(3);
  const { rows } = await lead.read((tx) => listAudit(tx, lead.actor, { action: "document.made" }));
  expect(rows).toHaveLength(16);
  await expect(t.owner.query("begin; set local role linli_app; delete from documents.made; commit")).rejects.toThrow(/permission denied/);
  await t.owner.query("rollback");
});

test("every fact a slice gives has a place in the catalogue", async () => {
  const { lead, caseId } = await givenFile();
  const { fields, lists } = await gatherFacts(lead, caseId, "intake");
  expect(Object.keys(fields).filter((name) => !Object.hasOwn(OF_CASE.fields, name))).toEqual([]);
  expect(Object.entries(lists).flatMap(([name, rows]) => rows.flatMap((row) => Object.keys(row).filter((field) => !Object.hasOwn(OF_CASE.lists[name]?.fields ?? {}, field))))).toEqual([]);
});

test("the gate is the case's own, and consents count at the moment of making", async () => {
  const { orgId, lead, caseId, consent } = await givenFile();
  const far = sessionOf(anActor({ orgId, capabilities: ["cases.work"] }), t);
  await expect(makeDocument(far, { caseId, form: "intake", format: "pdf" })).rejects.toMatchObject({ reason: "case.not_near" });
  await expect(listMade(far, caseId)).rejects.toMatchObject({ reason: "case.not_near" });
  await expect(makeDocument(sessionOf(anActor({ orgId, capabilities: [] }), t), { caseId, form: "intake", format: "pdf" })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(makeDocument(sessionOf(anActor({ capabilities: ALL }), t), { caseId, form: "intake", format: "pdf" })).rejects.toMatchObject({ reason: "case.not_found" });
  await expect(makeDocument(lead, { caseId, form: "referral", format: "pdf" })).rejects.toMatchObject({ reason: "document.no_share" });
  await consent("keep_data", "withdrawn");
  await expect(makeDocument(lead, { caseId, form: "intake", format: "pdf" })).rejects.toMatchObject({ reason: "document.withheld" });
});

test("what the maker may not see stays blank", async () => {
  const { orgId, lead, caseId } = await givenFile();
  const narrow = sessionOf({ ...lead.actor, orgId, capabilities: new Set(["cases.work", "cases.supervise"]) }, t);
  const { lists } = await gatherFacts(narrow, caseId, "intake");
  expect(Object.keys(lists).toSorted()).toEqual(["家人", "经过", "需求"].toSorted());
});

test("a template is changed in versions, refused with faults or over another's change, and goes back to the shipped one", async () => {
  const { orgId, lead, caseId } = await givenFile();
  const text = `${SHIPPED.intake}\n本表由{{责任社工}}保管`;
  expect(await changeTemplate(lead, { form: "intake", basis: 0, text, note: "加一行" })).toEqual({ version: 1 });
  await expect(changeTemplate(lead, { form: "intake", basis: 0, text: "# 别的", note: "" })).rejects.toMatchObject({ reason: "document.changed_meanwhile" });
  await expect(changeTemplate(lead, { form: "intake", basis: 1, text, note: "" })).rejects.toMatchObject({ reason: "document.no_change" });
  await expect(changeTemplate(lead, { form: "intake", basis: 1, text: "{{姓明}}", note: "" })).rejects.toMatchObject({ reason: "document.template_faults" });
  await expect(changeTemplate(sessionOf(anActor({ orgId, capabilities: ["cases.work"] }), t), { form: "intake", basis: 1, text: null })).rejects.toMatchObject({ kind: "forbidden" });
  expect(await wordsOfDocx((await makeDocument(lead, { caseId, form: "intake", format: "docx" })).bytes)).toContain("保管");
  expect((await listForms(lead)).find(({ form }) => form === "intake")!.version).toBe(1);
  expect(await wordsOfPdf(await previewFile(lead, "intake", "pdf", "预览"))).toContain("白浩然");
  await changeTemplate(lead, { form: "intake", basis: 1, text: null });
  expect(await showTemplate(lead, "intake")).toMatchObject({ changed: false, latest: 2, faults: [], versions: [{ number: 2, shipped: true }, { number: 1, note: "加一行" }] });
  expect((await showTemplate(lead, "intake", { version: 1 })).text).toContain("保管");
  expect((await showTemplate(lead, "intake", { draft: "{{姓明}}" })).faults).toHaveLength(1);
  expect((await listMade(lead, caseId)).made[0]!.templateVersion).toBe(1);
  expect((await renderForm({ form: "intake", text: "# 空", facts: { fields: {}, lists: {} }, title: "", footer: "" }, "docx")).length).toBeGreaterThan(1000);
});
