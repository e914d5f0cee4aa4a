import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { addMember, createAccount, createOrganization } from "#identity/index.ts";
import { AccountId, OrgId, type PersonId } from "#kernel/ids.ts";
import { givenPerson } from "#people/testing.ts";
import { listNotices } from "#platform/notify/notices.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { Step } from "../model/incident.ts";
import { aRaised, givenIncident } from "../testing.ts";
import { changeKnowing } from "./change-knowing.ts";
import { countNewIncidents } from "./count-new.ts";
import { exportIncidents } from "./export-incidents.ts";
import { listDueIncidents } from "./list-due-incidents.ts";
import { listIncidents } from "./list-incidents.ts";
import { offerReport } from "./offer-report.ts";
import { raiseIncident } from "./raise-incident.ts";
import { safeguardingPanel } from "./safeguarding-panel.ts";
import { showIncident } from "./show-incident.ts";
import { takeStep } from "./take-step.ts";

const t = testDatabase();
const REPORTS = ["people.read", "people.write", "safeguarding.report"];
const CHILD = { birthOn: "2016-03-08", birthPrecision: "day" } as const;

/** An organisation with a worker, two leads and a colleague who knows of nothing. */
async function givenHouse() {
  const masterKey = randomBytes(32);
  const orgId = OrgId.parse(await createOrganization(t.db, masterKey, { name: "青云协同", slug: `guard-${randomUUID().slice(0, 8)}` }));
  const member = async (role: string, name: string, capabilities: readonly string[], personId: PersonId | null = null) => {
    const accountId = AccountId.parse(await createAccount(t.db, { login: `guard-${randomUUID().slice(0, 8)}`, name }));
    await addMember(t.db, masterKey, { orgId, accountId, role, personId });
    const actor = { ...anActor({ orgId, role, capabilities, ...(personId && { personId }) }), accountId, name };
    return { actor, session: sessionOf(actor, t) };
  };
  const worker = await member("worker", "林晓禾", REPORTS);
  const lead = await member("supervisor", "苏明远", [...REPORTS, "safeguarding.lead"]);
  const colleague = await member("worker", "方文", REPORTS);
  return { member, worker, lead, colleague, personId: await givenPerson(worker.session, CHILD) };
}

const step = (given: object) => Step.parse(given);

test("harm to a child is there for who raised it and the lead, and for nobody else: not by list, number, panel, today or bare SQL", async () => {
  const { worker, lead, colleague, personId } = await givenHouse();
  const id = await givenIncident(worker.session, personId, { standing: "adult" });
  expect(await showIncident(lead.session, id)).toMatchObject({ incident: { standing: "minor" }, stands: { state: "open", severity: "serious" }, knowers: [{ accountName: "林晓禾" }, { accountName: "苏明远" }] });
  await expect(showIncident(colleague.session, id)).rejects.toMatchObject({ kind: "not_found" });
  await expect(takeStep(colleague.session, id, step({ step: "acted", words: "x" }))).rejects.toMatchObject({ kind: "not_found" });
  expect((await listIncidents(colleague.session, {})).rows).toEqual([]);
  expect(await listDueIncidents(colleague.session, 9)).toEqual([]);
  expect(await safeguardingPanel(colleague.session, { personId, recordIds: [personId] }, "zh")).toMatchObject({ lines: [] });
  const bare = (table: string) => colleague.session.read(async (tx) => (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)).rows[0]!.n);
  expect([await bare("safeguarding.incidents"), await bare("safeguarding.entries")]).toEqual([0, 0]);
  expect((await listIncidents(worker.session, {})).rows).toMatchObject([{ id, open: [{ rule: { to: "police" } }, { rule: { to: "civil_affairs" } }, { rule: { to: "lead" } }] }]);
  expect(await safeguardingPanel(worker.session, { personId, recordIds: [personId] }, "zh")).toMatchObject({ lines: [{ key: id }] });
});

test("how many are new is counted by each for what they may know of", async () => {
  const { worker, lead, colleague, personId } = await givenHouse();
  const week = new Date(worker.session.now.getTime() - 7 * 86_400_000);
  await givenIncident(worker.session, personId);
  await givenIncident(worker.session, personId, { allegedAccount: lead.actor.accountId });
  expect(await Promise.all([worker, lead, colleague].map(({ session }) => countNewIncidents(session, week)))).toEqual([2, 1, 0]);
  expect(await countNewIncidents(worker.session, new Date(worker.session.now.getTime() + 1000))).toBe(0);
  expect(await countNewIncidents(sessionOf({ ...worker.actor, strong: false }, t), week)).toBeNull();
});

test("the form knows a child by the birthday on file, offers colleagues but not oneself, and nobody from elsewhere", async () => {
  const { worker, colleague, lead, personId } = await givenHouse();
  const offer = await offerReport(worker.session, personId);
  expect(offer).toMatchObject({ personId, isMinor: true });
  expect(offer.colleagues.map(({ name }) => name).toSorted()).toEqual([colleague.actor.name, lead.actor.name].toSorted());
  expect(await offerReport(worker.session, await givenPerson(worker.session, { name: "王五", birthOn: "1950-01-01", birthPrecision: "day" }))).toMatchObject({ isMinor: false });
  await expect(offerReport((await givenHouse()).worker.session, personId)).rejects.toMatchObject({ reason: "safeguarding.person_not_found" });
});

test("the lead is told that something waits, without a name; the notice goes when it is opened", async () => {
  const { worker, lead, colleague, personId } = await givenHouse();
  const id = await givenIncident(worker.session, personId);
  expect(await lead.session.read((tx) => listNotices(tx, lead.actor))).toMatchObject([{ kind: "safeguarding", params: {}, link: `/safeguarding/${id}` }]);
  expect(await colleague.session.read((tx) => listNotices(tx, colleague.actor))).toEqual([]);
  await showIncident(lead.session, id);
  expect(await lead.session.read((tx) => listNotices(tx, lead.actor))).toEqual([]);
});

test("a colleague it is said of never learns of it, lead or not, and cannot be let in", async () => {
  const { member, worker, lead, personId } = await givenHouse();
  const second = await member("supervisor", "许南", [...REPORTS, "safeguarding.lead"]);
  const id = await givenIncident(worker.session, personId, { allegedAccount: lead.actor.accountId });
  expect((await listIncidents(lead.session, {})).rows).toEqual([]);
  await expect(showIncident(lead.session, id)).rejects.toMatchObject({ kind: "not_found" });
  expect(await lead.session.read((tx) => listNotices(tx, lead.actor))).toEqual([]);
  await expect(changeKnowing(second.session, { incidentId: id, accountId: lead.actor.accountId, change: "given", why: "他是负责人" })).rejects.toMatchObject({ reason: "safeguarding.never_told" });
  await expect(raiseIncident(worker.session, personId, aRaised({ allegedAccount: worker.actor.accountId }))).rejects.toMatchObject({ reason: "safeguarding.said_of_oneself" });
});

test("the person it is about never sees it, even as a volunteer with every right", async () => {
  const { member, worker, lead } = await givenHouse();
  const personId = await givenPerson(worker.session, { name: "罗一鸣" });
  const own = await member("supervisor", "罗一鸣", [...REPORTS, "safeguarding.lead"], personId as PersonId);
  const id = await givenIncident(worker.session, personId);
  expect((await listIncidents(own.session, {})).rows).toEqual([]);
  await expect(showIncident(own.session, id)).rejects.toMatchObject({ kind: "not_found" });
  await expect(raiseIncident(own.session, personId, aRaised())).rejects.toMatchObject({ reason: "safeguarding.person_not_found" });
  expect(await safeguardingPanel(own.session, { personId, recordIds: [personId] }, "zh")).toBeNull();
  expect((await listIncidents(lead.session, {})).rows).toHaveLength(1);
});

test("what the law asks for comes first: not closed before the police are told, then not before every duty is settled", async () => {
  const { worker, lead, personId } = await givenHouse();
  const id = await givenIncident(worker.session, personId);
  expect(await listDueIncidents(worker.session, 9)).toMatchObject([{ id, duty: { rule: { to: "police", mandatory: true } } }]);
  await expect(takeStep(lead.session, id, step({ step: "closed", words: "已处理" }))).rejects.toMatchObject({ reason: "safeguarding.report_first" });
  await takeStep(worker.session, id, step({ step: "told", toWhom: "police", toName: "东里派出所", reference: "2026-1187" }));
  await expect(takeStep(worker.session, id, step({ step: "closed", words: "已处理" }))).rejects.toMatchObject({ reason: "safeguarding.lead_only" });
  await expect(takeStep(lead.session, id, step({ step: "closed", words: "已处理" }))).rejects.toMatchObject({ reason: "safeguarding.duties_open" });
  await takeStep(lead.session, id, step({ step: "reviewed", words: "看过，已安排随访" }));
  await takeStep(lead.session, id, step({ step: "not_told", toWhom: "civil_affairs", words: "已由派出所通知民政" }));
  await takeStep(lead.session, id, step({ step: "closed", words: "孩子已由祖母照料，社工每周随访" }));
  expect(await showIncident(worker.session, id)).toMatchObject({ stands: { state: "closed" } });
  expect(await listDueIncidents(worker.session, 9)).toEqual([]);
  await expect(takeStep(worker.session, id, step({ step: "acted", words: "x" }))).rejects.toMatchObject({ reason: "safeguarding.already_closed" });
  await takeStep(worker.session, id, step({ step: "reopened", words: "又发生了" }));
  expect(await showIncident(worker.session, id)).toMatchObject({ stands: { state: "open" } });
});

test("two steps at once are both kept, in order", async () => {
  const { worker, lead, personId } = await givenHouse();
  const id = await givenIncident(worker.session, personId);
  await Promise.all([takeStep(worker.session, id, step({ step: "acted", words: "送到祖母家" })), takeStep(lead.session, id, step({ step: "acted", words: "联系学校" }))]);
  expect((await showIncident(lead.session, id)).entries.map(({ number }) => number)).toEqual([1, 2, 3]);
});

test("a lead lets a colleague know and shuts them out again; both with a reason, both kept", async () => {
  const { worker, lead, colleague, personId } = await givenHouse();
  const id = await givenIncident(worker.session, personId);
  await expect(changeKnowing(worker.session, { incidentId: id, accountId: colleague.actor.accountId, change: "given", why: "接手" })).rejects.toMatchObject({ reason: "safeguarding.lead_only" });
  await changeKnowing(lead.session, { incidentId: id, accountId: colleague.actor.accountId, change: "given", why: "接手随访" });
  expect((await listIncidents(colleague.session, {})).rows).toHaveLength(1);
  await changeKnowing(lead.session, { incidentId: id, accountId: colleague.actor.accountId, change: "ended", why: "随访结束" });
  await expect(showIncident(colleague.session, id)).rejects.toMatchObject({ kind: "not_found" });
  expect((await showIncident(lead.session, id)).knowing.map(({ why }) => why)).toEqual(["raised", "lead", "接手随访", "随访结束"]);
});

test("a lead who comes later is let in to what was before, once, and stays out where they were shut out", async () => {
  const { member, worker, lead, personId } = await givenHouse();
  const id = await givenIncident(worker.session, personId);
  const later = await member("supervisor", "许南", [...REPORTS, "safeguarding.lead"]);
  await expect(showIncident(later.session, id)).rejects.toMatchObject({ kind: "not_found" });
  expect((await listIncidents(later.session, {})).rows).toHaveLength(1);
  await listIncidents(later.session, {});
  expect((await showIncident(lead.session, id)).knowing.filter(({ accountName }) => accountName === "许南")).toHaveLength(1);
  await changeKnowing(lead.session, { incidentId: id, accountId: later.actor.accountId, change: "ended", why: "与当事人是亲戚" });
  expect((await listIncidents(later.session, {})).rows).toEqual([]);
});

test("the table for leads holds no names, and another organisation nothing at all", async () => {
  const { worker, lead, personId } = await givenHouse();
  await givenIncident(worker.session, personId);
  expect(JSON.stringify(await exportIncidents(lead.session, {}))).not.toContain(personId);
  await expect(exportIncidents(worker.session, {})).rejects.toMatchObject({ reason: "access.not_allowed" });
  const other = await givenHouse();
  expect((await listIncidents(other.lead.session, {})).rows).toEqual([]);
  await expect(raiseIncident(other.worker.session, personId, aRaised())).rejects.toMatchObject({ reason: "safeguarding.person_not_found" });
});
