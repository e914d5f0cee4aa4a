import { expect, test } from "vitest";
import { readKeys, verifyCertificate, verifyRevocations } from "../../../../docs/verify-certificate/verify-certificate.mjs";
import type { OrgId, PersonId } from "#kernel/ids.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenProgramme, givenVolunteer } from "#volunteering/testing.ts";
import { anOffer, givenConfirmed, givenHours } from "../../testing.ts";
import { decideEntry } from "../entries/decide-hours.ts";
import { addHonour, takeBackHonour } from "../record/add-honour.ts";
import { showRecord } from "../record/show-record.ts";
import { listOwnHours } from "../record/list-own-hours.ts";
import { applyForCertificate } from "./apply-for-certificate.ts";
import { checkCertificate, publicKeys, signRevocations } from "./check-certificate.ts";
import { issueCertificate } from "./issue-certificate.ts";
import { exportRegister, listCertificates } from "./list-certificates.ts";
import { listOnShow, objectToCertificate } from "./list-on-show.ts";
import { revokeCertificate } from "./revoke-certificate.ts";
import { showApplication } from "./show-application.ts";
import { showCertificate } from "./show-certificate.ts";
import { stepApplication } from "./step-application.ts";

const t = testDatabase();
const STAFF = ["people.read", "people.write", "hours.read", "hours.confirm", "certificates.issue", "volunteers.manage"];
const PERIOD = { fromOn: "2026-11-01", untilOn: "2026-11-30", purpose: "学校实践学分" };
const FORM = { head: "周敏", contact: "0871-65500000", notes: "" };

async function givenServed() {
  const staff = sessionOf(anActor({ capabilities: STAFF }), t);
  const personId = await givenPerson(staff, { name: "何雨欣" });
  const own = sessionOf(anActor({ capabilities: ["hours.own"], orgId: staff.actor.orgId, role: "volunteer", personId: personId as PersonId, strong: false }), t);
  const entryIds = await givenConfirmed(staff, [anOffer(personId), anOffer(personId, { happenedOn: "2026-11-20", time: { minutes: 45 } })]);
  return { staff, own, personId, entryIds };
}
async function givenIssued() {
  const served = await givenServed();
  const { id: applicationId } = await applyForCertificate(served.own, null, PERIOD);
  await stepApplication(served.staff, { applicationId, step: "accepted" });
  return { ...served, applicationId, ...(await issueCertificate(served.staff, applicationId, FORM)) };
}
const publicOf = (orgId: OrgId, now?: Date) => sessionOf(anActor({ orgId, role: "public" }), t, now ? { now } : {});

test("from an application to a certificate that anybody can check, here and without this program", async () => {
  const { staff, own, id, number } = await givenIssued();
  const { certificate, statement, entries } = await showCertificate(staff, id);
  expect(statement).toMatchObject({ number, volunteer: { name: "何雨欣", number: "V00000195" }, service: { minutes: 165, lines: [{ title: "社区老友", times: 2 }] }, issuer: { head: "周敏" }, wording: "本机构出具" });
  expect(entries).toHaveLength(2);
  expect(await checkCertificate(publicOf(staff.actor.orgId), ` ${number.toLowerCase()} `)).toEqual({ number, fromOn: "2026-11-01", untilOn: "2026-11-30", minutes: 165, state: "on_show", revokedOn: null, revokedReason: null });
  const keys = readKeys(await publicKeys(publicOf(staff.actor.orgId)));
  expect(verifyCertificate(Buffer.from(certificate.document), keys)).toMatchObject({ valid: true, states: { number } });
  expect(await checkCertificate(publicOf(staff.actor.orgId, new Date("2026-12-01T02:00:00Z")), number)).toMatchObject({ state: "valid" });
  expect(await listOwnHours(own)).toMatchObject({ applications: [{ state: "issued" }], certificates: [{ number, state: "on_show" }] });
  expect((await showCertificate(own, id)).entries).toEqual([]);
});

test("only confirmed hours of the period are stated; none, no certificate", async () => {
  const { staff, own, personId } = await givenServed();
  const taken = anOffer(personId, { happenedOn: "2026-11-22" });
  await givenConfirmed(staff, [taken]);
  const [refused] = (await listOwnHours(own)).entries.filter(({ happenedOn }) => happenedOn === "2026-11-22").map(({ id }) => id);
  await decideEntry(staff, { id: refused!, kind: "withdrawn", words: "抽查不实" });
  await givenHours(staff, [anOffer(personId, { happenedOn: "2026-11-21" }), anOffer(personId, { happenedOn: "2026-11-21", time: { fromAt: "2026-11-21T01:00:00Z", untilAt: null } })]);
  const { id: applicationId } = await applyForCertificate(own, null, PERIOD);
  expect(await showApplication(staff, applicationId)).toMatchObject({ state: "applied", minutes: 165, waiting: 2, name: "何雨欣" });
  expect((await showApplication(staff, applicationId)).counted).toHaveLength(2);
  await stepApplication(own, { applicationId, step: "taken_back" });
  const { id: empty } = await applyForCertificate(own, null, { ...PERIOD, fromOn: "2026-01-01", untilOn: "2026-10-31" });
  await stepApplication(staff, { applicationId: empty, step: "accepted" });
  await expect(issueCertificate(staff, empty, FORM)).rejects.toMatchObject({ reason: "hours.nothing_to_state" });
});

test("a snapshot: later corrections do not touch it, but whoever issued it is told", async () => {
  const { staff, id, entryIds } = await givenIssued();
  await expect(decideEntry(staff, { id: entryIds[0]!, kind: "reopened", words: "再看" })).rejects.toMatchObject({ reason: "hours.on_certificate" });
  await decideEntry(staff, { id: entryIds[0]!, kind: "withdrawn", words: "抽查不实" });
  expect(await showCertificate(staff, id)).toMatchObject({ changed: 1, statement: { service: { minutes: 165 } }, state: "on_show" });
});

test("revoked for good with a reason, on the page and in a signed list", async () => {
  const { staff, own, id, number } = await givenIssued();
  const revocation = { certificateId: id, reason: "hours_wrong" as const, words: "有一次没有去" };
  await expect(revokeCertificate(own, revocation)).rejects.toMatchObject({ status: 403 });
  await revokeCertificate(staff, revocation);
  await expect(revokeCertificate(staff, revocation)).rejects.toMatchObject({ reason: "hours.revoked_already" });
  const anybody = publicOf(staff.actor.orgId);
  expect(await checkCertificate(anybody, number)).toMatchObject({ state: "revoked", revokedOn: "2026-11-22", revokedReason: "hours_wrong" });
  expect(JSON.stringify(await checkCertificate(anybody, number))).not.toContain("有一次");
  const list = verifyRevocations(Buffer.from(await signRevocations(anybody, "青云")), readKeys(await publicKeys(anybody)));
  expect(list).toMatchObject({ valid: true, states: { issuer: "青云", revoked: [{ number, on: "2026-11-22", reason: "hours_wrong" }] } });
});

test("the register is numbered without a gap, searched and exported; two issued at once get two numbers", async () => {
  const { staff, personId, number } = await givenIssued();
  const other = await givenPerson(staff, { name: "孙琳" });
  const applications: string[] = [];
  for (const person of [personId, other]) {
    await givenConfirmed(staff, [anOffer(person)]);
    const { id: applicationId } = await applyForCertificate(staff, person, PERIOD);
    await stepApplication(staff, { applicationId, step: "accepted" });
    applications.push(applicationId);
  }
  expect((await listCertificates(staff, {})).applications).toHaveLength(2);
  await Promise.all(applications.map((id) => issueCertificate(staff, id, FORM)));
  const { page } = await listCertificates(staff, {});
  expect(page.rows.map((row) => row.number.slice(0, 9)).sort()).toEqual(["2026-0001", "2026-0002", "2026-0003"]);
  expect((await listCertificates(staff, { q: number })).page.rows).toMatchObject([{ number, name: "何雨欣" }]);
  expect(await exportRegister(staff, { state: "on_show" })).toHaveLength(3);
  await expect(issueCertificate(staff, applications[0]!, FORM)).rejects.toMatchObject({ reason: "hours.application_over" });
});

test("one application at a time, declined only with words, and nobody handles their own", async () => {
  const { staff, own, personId } = await givenServed();
  const { id: applicationId } = await applyForCertificate(own, null, PERIOD);
  await expect(applyForCertificate(own, null, PERIOD)).rejects.toMatchObject({ reason: "hours.applied_already" });
  await expect(stepApplication(staff, { applicationId, step: "declined" })).rejects.toMatchObject({ reason: "hours.words_missing" });
  await expect(stepApplication(own, { applicationId, step: "accepted" })).rejects.toMatchObject({ reason: "hours.application_not_found" });
  const both = sessionOf(anActor({ capabilities: STAFF, orgId: staff.actor.orgId, personId: personId as PersonId }), t);
  await expect(stepApplication(both, { applicationId, step: "accepted" })).rejects.toMatchObject({ reason: "hours.own_application" });
  await stepApplication(staff, { applicationId, step: "declined", words: "请先补齐签到" });
  expect((await listOwnHours(own)).applications).toMatchObject([{ state: "declined", words: "请先补齐签到" }]);
});

test("on show to members by family name only; who sees something wrong objects while it lasts", async () => {
  const { staff, own, id } = await givenIssued();
  expect(await listOnShow(own)).toMatchObject([{ id, name: "何**", minutes: 165 }]);
  await objectToCertificate(own, { certificateId: id, words: "11月20日的活动改期了" });
  expect((await showCertificate(staff, id)).objections).toMatchObject([{ words: "11月20日的活动改期了" }]);
  const later = sessionOf(own.actor, t, { now: new Date("2026-12-01T02:00:00Z") });
  expect(await listOnShow(later)).toEqual([]);
  await expect(objectToCertificate(later, { certificateId: id, words: "晚了" })).rejects.toMatchObject({ reason: "hours.not_on_show" });
});

test("the record has its five groups; opening another's is on record, a resident's is none", async () => {
  const staff = sessionOf(anActor({ capabilities: [...STAFF, "volunteers.read"] }), t);
  const volunteerId = await givenVolunteer(staff, await givenProgramme(staff), "service_team", "林小满");
  const { rows: [{ person_id: personId } = { person_id: "" }] } = await t.owner.query<{ person_id: string }>("select person_id from volunteering.volunteers where id = $1", [volunteerId]);
  await givenConfirmed(staff, [anOffer(personId)]);
  const { id: honourId } = await addHonour(staff, personId, { kind: "thanks", title: "周思佳一家的感谢信", givenBy: "周思佳家人", givenOn: "2026-11-20" });
  const record = await showRecord(staff, personId);
  expect(record).toMatchObject({ minutes: 120, card: { name: "林小满" }, pathway: { programmes: ["社区老友"] }, honours: [{ id: honourId }], entries: [{ title: "社区老友" }] });
  expect(record.pathway.lines.map(({ kind }) => kind).sort()).toEqual(["appraisal", "training"]);
  expect((await showRecord(staff, personId, { exported: true })).number).toBe(record.number);
  await takeBackHonour(staff, { honourId, reason: "写错了人" });
  await expect(takeBackHonour(staff, { honourId, reason: "再来" })).rejects.toMatchObject({ reason: "hours.honour_not_found" });
  expect((await showRecord(staff, personId)).honours).toEqual([]);
  const { rows } = await t.owner.query<{ action: string }>("select action from audit.entries where org_id = $1 and action like 'record.%' order by seq", [staff.actor.orgId]);
  expect(rows.map(({ action }) => action)).toEqual(["record.read", "record.exported", "record.read"]);
  await expect(showRecord(staff, await givenPerson(staff, { name: "周思佳" }))).rejects.toMatchObject({ reason: "hours.person_not_found" });
});

test("a stranger, another organisation and another volunteer learn nothing", async () => {
  const { staff, personId, id, number, applicationId } = await givenIssued();
  const elsewhere = sessionOf(anActor({ capabilities: STAFF }), t);
  await expect(showCertificate(elsewhere, id)).rejects.toMatchObject({ reason: "hours.certificate_not_found" });
  await expect(showApplication(elsewhere, applicationId)).rejects.toMatchObject({ reason: "hours.application_not_found" });
  await expect(issueCertificate(elsewhere, applicationId, FORM)).rejects.toMatchObject({ reason: "hours.application_not_found" });
  await expect(showRecord(elsewhere, personId)).rejects.toMatchObject({ reason: "hours.person_not_found" });
  expect(await checkCertificate(elsewhere, number)).toBeNull();
  expect(await checkCertificate(elsewhere, "2026-9999-222222")).toBeNull();
  const other = sessionOf(anActor({ capabilities: ["hours.own"], orgId: staff.actor.orgId, personId: (await givenPerson(staff, { name: "孙琳" })) as PersonId }), t);
  await expect(showCertificate(other, id)).rejects.toMatchObject({ reason: "hours.certificate_not_found" });
  await expect(showRecord(other, personId)).rejects.toMatchObject({ status: 403 });
  await expect(applyForCertificate(other, personId, PERIOD)).rejects.toMatchObject({ status: 403 });
  await expect(listOnShow(sessionOf(anActor({ orgId: staff.actor.orgId }), t))).rejects.toMatchObject({ status: 403 });
});
