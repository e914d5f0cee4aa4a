import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenProgramme, givenVolunteer } from "../../testing.ts";
import { keepPaper, openPaper, showAgreement } from "./show-agreement.ts";
import { publishAgreement } from "./publish-agreement.ts";
import { signAgreement } from "./sign-agreement.ts";

const t = testDatabase();
const manager = () => sessionOf(anActor({ capabilities: ["volunteers.read", "volunteers.manage", "people.read", "people.write"] }), t);
const PDF = Buffer.from("%PDF-1.7 一张签过字的纸");

async function givenSigned() {
  const session = manager();
  const programmeId = await givenProgramme(session);
  const volunteerId = await givenVolunteer(session, programmeId, "approved");
  const words = { programmeId, requirement: "agreement", title: "志愿服务协议", body: "每周一次。", easyBody: "我每周去一次。" };
  const { id: templateId } = await publishAgreement(session, words);
  const { agreementId } = await signAgreement(session, { volunteerId, templateId, signerName: "林小满", signerCapacity: "volunteer", guardianRelation: "", manner: "on_paper", answer: "signed", signedOn: session.today });
  return { session, words, volunteerId, agreementId };
}

test("the words signed stay provable after a new version, the easy-read ones too; one changed sign would show", async () => {
  const { session, words, volunteerId, agreementId } = await givenSigned();
  await publishAgreement(session, { ...words, body: "每周两次。" });
  expect(await showAgreement(session, { volunteerId, agreementId })).toMatchObject({ proven: true, text: { version: 1, body: "每周一次。", easyBody: "我每周去一次。" }, agreement: { signerName: "林小满", countersignedByName: "测试员" } });
  await t.owner.query("update volunteering.agreement_templates set easy_body = '我每周去两次。' where version = 1");
  expect(await showAgreement(session, { volunteerId, agreementId })).toMatchObject({ proven: false });
});

test("the paper is kept once, by what its bytes say it is, and handed out on record", async () => {
  const { session, volunteerId, agreementId } = await givenSigned();
  const address = { volunteerId, agreementId };
  await expect(keepPaper(session, { ...address, content: Buffer.from("<html>") })).rejects.toMatchObject({ reason: "volunteering.paper_kind" });
  await expect(keepPaper(session, { ...address, content: Buffer.concat([PDF, Buffer.alloc(5 * 1024 * 1024)]) })).rejects.toMatchObject({ reason: "volunteering.paper_too_large" });
  const { hash } = await keepPaper(session, { ...address, content: PDF });
  await keepPaper(session, { ...address, content: PDF });
  expect((await showAgreement(session, address)).scans).toMatchObject([{ hash, mediaType: "application/pdf" }]);
  expect((await openPaper(session, { ...address, hash })).content.equals(PDF)).toBe(true);
  const { rows } = await t.owner.query<{ action: string }>("select action from audit.entries where org_id = $1 and action like 'agreement.paper%' order by seq", [session.actor.orgId]);
  expect(rows.map(({ action }) => action)).toEqual(["agreement.paper_kept", "agreement.paper_kept", "agreement.paper_read"]);
});

test("another organisation and a stranger learn nothing", async () => {
  const { session, volunteerId, agreementId } = await givenSigned();
  const { hash } = await keepPaper(session, { volunteerId, agreementId, content: PDF });
  await expect(showAgreement(manager(), { volunteerId, agreementId })).rejects.toMatchObject({ status: 404 });
  await expect(openPaper(manager(), { volunteerId, agreementId, hash })).rejects.toMatchObject({ status: 404 });
  const stranger = sessionOf(anActor({ orgId: session.actor.orgId }), t);
  await expect(openPaper(stranger, { volunteerId, agreementId, hash })).rejects.toMatchObject({ status: 403 });
});
