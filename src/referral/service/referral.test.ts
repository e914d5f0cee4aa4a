import { createDecipheriv, pbkdf2Sync, randomBytes } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createOrganization } from "#identity/index.ts";
import { addDays } from "#kernel/calendar.ts";
import { OrgId } from "#kernel/ids.ts";
import { mergePersonsIn, recordConsents } from "#people/index.ts";
import { givenPerson, undoMerge } from "#people/testing.ts";
import type { Session } from "#platform/db/session.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { isShared, OUTCOMES, REFUSALS, STEPS, type Step, type StepKind } from "../model/referral.ts";
import { standingOf } from "../model/standing.ts";
import { eventsOf, packetFor } from "../store/referrals.ts";
import { givenReferral, REFERRAL_CAPABILITIES } from "../testing.ts";
import { listDueReferrals } from "./list-due-referrals.ts";
import { exportReferrals, listReferrals } from "./list-referrals.ts";
import { referralPanel } from "./referral-panels.ts";
import { sealPacket } from "./seal-packet.ts";
import { prepareReferral } from "./prepare-referral.ts";
import { previewReferral, sendReferral } from "./send-referral.ts";
import { showReferral } from "./show-referral.ts";
import { stepReferral } from "./step-referral.ts";
import { offerTaking, takeIn } from "./take-in.ts";

const t = testDatabase();
const at = { ours: "", theirs: "" };
const ALL = [...REFERRAL_CAPABILITIES, "referrals.manage"];
const member = (org: string, capabilities: readonly string[] = REFERRAL_CAPABILITIES, now?: string) => sessionOf(anActor({ orgId: OrgId.parse(org), capabilities }), t, now ? { now: new Date(now) } : {});

beforeAll(async () => {
  const key = randomBytes(32);
  at.ours = await createOrganization(t.db, key, { name: "甲社工站", shortName: "甲", slug: "ours" });
  at.theirs = await createOrganization(t.db, key, { name: "乙就业中心", shortName: "乙", slug: "theirs" });
});

const later = (session: Session, days: number) => sessionOf(session.actor, t, { now: new Date(`${addDays(session.today, days)}T02:00:00Z`) });
const consent = (session: Session, personId: string, state: "given" | "withdrawn", more: { untilOn?: string; purpose?: "share" | "keep_data" } = {}) =>
  session.write("test.consent", null, (tx) => recordConsents(session, tx, [{ personId, purpose: "share", state, capacity: "self", fromOn: session.today, channel: "in_person", ...more }]));

async function givenPair(more: { untilOn?: string } = {}) {
  const sender = member(at.ours);
  const receiver = member(at.theirs);
  const personId = await givenPerson(sender, { name: "小张", birthOn: "1998-03-04", disability: { type: 4, grade: 2 } });
  await consent(sender, personId, "given", more);
  return { sender, receiver, personId, id: await givenReferral(sender, personId, { toOrg: at.theirs, parts: ["birth", "phones"] }) };
}

const step = (kind: StepKind, over: Partial<Step> = {}): Step => ({ step: kind, words: "", ...over });

test("without a consent to share nothing leaves; with one exactly what was seen does, and nothing else", async () => {
  const sender = member(at.ours);
  const personId = await givenPerson(sender);
  await expect(givenReferral(sender, personId)).rejects.toMatchObject({ reason: "referral.no_consent" });
  expect(await prepareReferral(sender, { personId, caseId: null })).toMatchObject({ mayShare: false, parts: [] });
  await consent(sender, personId, "given");
  const offer = await prepareReferral(sender, { personId, caseId: null });
  expect(offer.chosen).toEqual(["phones", "birth", "sex"]);
  expect(offer.organizations.map(({ id }) => id)).toContain(at.theirs);
  expect(offer.organizations.map(({ id }) => id)).not.toContain(at.ours);
  const wish = { personId, caseId: null, toName: "区残联", topic: "disability" as const, words: "请评估", dueOn: addDays(sender.today, 5), parts: ["sex" as const] };
  const { packet, seen } = await previewReferral(sender, wish);
  expect(packet).toEqual({ name: "张三", words: "请评估", sex: "male" });
  await expect(sendReferral(sender, { ...wish, words: "请安排工作", seen })).rejects.toMatchObject({ reason: "referral.changed_since_seen" });
  await expect(givenReferral(sender, personId, { parts: ["carers"] })).rejects.toMatchObject({ fields: [{ field: "parts", reason: "referral.part_not_allowed" }] });
  await expect(givenReferral(sender, personId, { toName: "" })).rejects.toMatchObject({ fields: [{ field: "toName", reason: "referral.to_missing" }] });
  await expect(givenReferral(sender, personId, { toOrg: at.ours })).rejects.toMatchObject({ fields: [{ field: "toOrg", reason: "referral.to_missing" }] });
  await expect(givenReferral(sender, personId, { dueOn: sender.today })).rejects.toMatchObject({ fields: [{ field: "dueOn", reason: "referral.due_past" }] });
  const { id } = await sendReferral(sender, { ...wish, seen });
  expect((await showReferral(sender, id)).packet).toEqual(packet);
});

test("from one organisation to another and back: both sides see the same from their own rows", async () => {
  const { sender, receiver, personId, id } = await givenPair();
  expect((await listReferrals(receiver, { side: "in" })).rows.find((row) => row.id === id)).toMatchObject({ called: "小张", otherName: "甲社工站", state: "waiting", workerName: null });
  expect((await showReferral(receiver, id)).packet).toBeNull();
  await expect(stepReferral(sender, id, step("accepted", { dueOn: addDays(sender.today, 9) }))).rejects.toMatchObject({ reason: "referral.other_side" });
  await stepReferral(receiver, id, step("opened"));
  const opened = await showReferral(receiver, id);
  expect(opened.packet).toEqual({ name: "小张", words: "想找离家近的工作", birthOn: "1998-03-04", phones: [{ value: "13812345678", whose: "" }] });
  expect(opened.referral.personId).toBeNull();
  await stepReferral(receiver, id, step("accepted", { dueOn: addDays(sender.today, 9) }));
  expect(await showReferral(sender, id)).toMatchObject({ standing: { state: "accepted", dueOn: addDays(sender.today, 9), openedOn: sender.today, workerId: sender.actor.accountId } });
  expect((await offerTaking(receiver, id, "")).name).toBe("小张");
  const { caseId } = await takeIn(receiver, { id, words: "转来找工作" });
  expect(await showReferral(receiver, id)).toMatchObject({ referral: { caseId } });
  await expect(takeIn(receiver, { id, words: "再开一个" })).rejects.toMatchObject({ reason: "referral.taken_in_already" });
  await stepReferral(receiver, id, step("completed", { reason: "helped", words: "在便利店上班了" }));
  expect(await showReferral(sender, id)).toMatchObject({ standing: { state: "completed", reason: "helped", dueOn: null } });
  await expect(stepReferral(sender, id, step("withdrawn", { words: "不用了" }))).rejects.toMatchObject({ reason: "referral.over" });
  expect(await referralPanel(sender, { personId, recordIds: [personId] }, "zh")).toMatchObject({ lines: [{ text: "转给 乙就业中心", chip: { label: "有结果" } }] });
  // What happened here stays here: no case, no account, no colleague of theirs.
  const { rows } = await t.owner.query("select kind, case_id, by_account, worker_id from referral.events where org_id = $1 and referral_id = $2 and by_side = 'in'", [at.ours, id]);
  expect(rows.map(({ kind }) => kind)).toEqual(["opened", "accepted", "completed"]);
  expect(rows.every((row) => row.case_id === null && row.by_account === null && row.worker_id === null)).toBe(true);
});

test("a consent withdrawn closes the packet at once, on both sides, and comes back to the sender", async () => {
  const { sender, receiver, personId, id } = await givenPair();
  await stepReferral(receiver, id, step("opened"));
  await consent(sender, personId, "withdrawn");
  expect(await showReferral(receiver, id)).toMatchObject({ packet: null, mayOpen: false, standing: { state: "consent_ended", dueOn: null } });
  expect((await listReferrals(receiver, { side: "in" })).rows.find((row) => row.id === id)).toMatchObject({ called: null, state: "consent_ended" });
  const { rows } = await t.owner.query("select 1 from referral.packets where org_id = $1 and referral_id = $2", [at.theirs, id]);
  expect(rows).toEqual([]);
  await expect(stepReferral(receiver, id, step("accepted", { dueOn: addDays(sender.today, 3) }))).rejects.toMatchObject({ reason: "referral.over" });
  expect(await listDueReferrals(sender, 20)).toContainEqual(expect.objectContaining({ id, what: "came_back" }));
  await stepReferral(sender, id, step("settled", { words: "先不转，自己跟进" }));
  expect((await listDueReferrals(sender, 20)).some((due) => due.id === id)).toBe(false);
  await expect(givenReferral(sender, personId)).rejects.toMatchObject({ reason: "referral.no_consent" });
});

test("data no longer kept closes it too; a consent for a time closes it on its day; a withdrawal that was overtaken does not", async () => {
  const first = await givenPair();
  await consent(first.sender, first.personId, "withdrawn", { purpose: "keep_data" });
  expect((await showReferral(first.receiver, first.id)).mayOpen).toBe(false);

  const second = await givenPair({ untilOn: "2026-11-25" });
  expect((await showReferral(second.receiver, second.id)).mayOpen).toBe(true);
  const afterwards = later(second.receiver, 3);
  expect(await showReferral(afterwards, second.id)).toMatchObject({ packet: null, mayOpen: false });
  await expect(stepReferral(afterwards, second.id, step("opened"))).rejects.toMatchObject({ reason: "referral.closed_packet" });

  const third = await givenPair();
  await third.sender.write("test.late", null, (tx) => recordConsents(third.sender, tx, [{ personId: third.personId, purpose: "share", state: "withdrawn", capacity: "self", fromOn: "2026-01-05", channel: "paper" }]));
  expect((await showReferral(third.receiver, third.id)).mayOpen).toBe(true);
});

const merge = (session: Session, survivorId: string, mergedId: string) =>
  session.write("test.merge", null, (tx) => mergePersonsIn(session, tx, { survivorId, mergedId, reason: "同一人" }));

test.each([["share", "the record sent stays"], ["share", "the record sent goes"], ["keep_data", "the record sent stays"], ["keep_data", "the record sent goes"]] as const)(
  "a no to %s under one record reaches what was sent under another: no then merge, merge then no (%s)", async (purpose, which) => {
    for (const first of ["no", "merge"] as const) {
      const { sender, receiver, personId, id } = await givenPair();
      await stepReferral(receiver, id, step("accepted", { dueOn: addDays(sender.today, 9) }));
      const other = await givenPerson(sender, { name: "小章" });
      const [survivorId, mergedId] = which === "the record sent stays" ? [personId, other] : [other, personId];
      const acts = [() => consent(sender, other, "withdrawn", { purpose }), () => merge(sender, survivorId, mergedId)];
      const [one, two] = first === "no" ? acts : acts.toReversed();
      await one!();
      expect((await showReferral(receiver, id)).mayOpen, `${first} first`).toBe(true);
      await two!();
      expect(await showReferral(receiver, id), `${first} first`).toMatchObject({ packet: null, mayOpen: false, standing: { state: "consent_ended", dueOn: null } });
      expect((await listReferrals(receiver, { side: "in" })).rows.find((row) => row.id === id)).toMatchObject({ called: null, state: "consent_ended" });
      expect(await listDueReferrals(sender, 50)).toContainEqual(expect.objectContaining({ id, what: "came_back" }));
      const { rows } = await t.owner.query("select 1 from referral.packets where org_id = $1 and referral_id = $2", [at.theirs, id]);
      expect(rows).toEqual([]);
    }
  });

test("merged in a chain: the no of a record that was under another already is heard too; a yes given since it stands, and taking the merge back opens nothing", async () => {
  const { sender, receiver, personId, id } = await givenPair();
  const [middle, refusing] = [await givenPerson(sender, { name: "小章" }), await givenPerson(sender, { name: "小漳" })];
  await consent(sender, refusing, "withdrawn");
  await merge(sender, middle, refusing);
  const mergeId = await merge(sender, personId, middle);
  expect((await showReferral(receiver, id)).mayOpen).toBe(false);
  await undoMerge(sender, mergeId);
  expect((await showReferral(receiver, id)).mayOpen).toBe(false);

  const since = await givenPair();
  const earlier = await givenPerson(since.sender, { name: "小章" });
  await since.sender.write("test.long_ago", null, (tx) => recordConsents(since.sender, tx, [{ personId: earlier, purpose: "share", state: "withdrawn", capacity: "self", fromOn: "2026-01-05", channel: "paper" }]));
  await merge(since.sender, since.personId, earlier);
  expect((await showReferral(since.receiver, since.id)).mayOpen).toBe(true);
});

test("a no and a merge at the same moment, whichever is first: the packet is closed", async () => {
  for (let round = 0; round < 6; round++) {
    const { sender, receiver, personId, id } = await givenPair();
    const other = await givenPerson(sender, { name: "小章" });
    await Promise.all([consent(sender, other, "withdrawn"), merge(later(sender, 0), personId, other)]);
    expect((await showReferral(receiver, id)).mayOpen).toBe(false);
  }
});

test("no orphan: near its day to whoever answers for it, overdue to the supervisor too, handed over to a colleague, refused comes back", async () => {
  const { sender, receiver, id } = await givenPair();
  const lead = member(at.ours, ALL);
  const has = async (session: Session) => (await listDueReferrals(session, 50)).find((due) => due.id === id)?.what;
  expect([await has(sender), await has(lead), await has(receiver)]).toEqual([undefined, undefined, "new"]);
  expect([await has(later(sender, 6)), await has(later(lead, 6))]).toEqual(["their_answer", undefined]);
  expect([await has(later(sender, 8)), await has(later(lead, 8)), await has(later(receiver, 8))]).toEqual(["their_answer", "their_answer", "new"]);
  await expect(stepReferral(lead, id, step("handed_over", { workerId: member(at.ours).actor.accountId }))).rejects.toMatchObject({ fields: [{ field: "workerId", reason: "referral.worker_missing" }] });
  await stepReferral(receiver, id, step("refused", { reason: "no_room" }));
  expect(await has(sender)).toBe("came_back");
  expect((await showReferral(receiver, id)).mayOpen).toBe(false);
  expect(await exportReferrals(lead, { side: "out", show: "refused" })).toContainEqual(expect.objectContaining({ id, otherName: "乙就业中心" }));
});

test("strangers, colleagues it is not for, and whoever has no part find nothing; nobody tells another organisation what is not theirs", async () => {
  const { receiver, id } = await givenPair();
  const stranger = member(await createOrganization(t.db, randomBytes(32), { name: "丙", shortName: "丙", slug: `c${Date.now()}` }), ALL);
  for (const other of [stranger, member(at.ours)]) {
    await expect(showReferral(other, id)).rejects.toMatchObject({ reason: "referral.not_found" });
    await expect(stepReferral(other, id, step("withdrawn", { words: "x" }))).rejects.toMatchObject({ reason: "referral.not_found" });
    expect((await listReferrals(other, { side: "out" })).rows.some((row) => row.id === id)).toBe(false);
  }
  await expect(showReferral(member(at.ours, ["people.read"]), id)).rejects.toMatchObject({ reason: "access.not_allowed" });
  expect(await listDueReferrals(member(at.ours, ["people.read"]), 9)).toEqual([]);
  await expect(receiver.write("forge", 1, (tx) => stepAcross(tx, id))).rejects.toThrow("not told");
});

async function stepAcross(tx: Parameters<Parameters<Session["write"]>[2]>[0], id: string): Promise<void> {
  const { tell } = await import("../store/referrals.ts");
  await tell(tx, id, 1);
}

test("outside the installation: a sealed letter that opens with its passphrase alone, and no more after the consent ends", async () => {
  const { sender, personId } = await givenPair();
  const id = await givenReferral(sender, personId);
  const { passphrase } = await showReferral(sender, id);
  const words = { lang: "zh", title: "转介", lead: "", passphrase: "", open: "", wrong: "", lines: (packet: { name: string }) => [["称呼", packet.name]] as const };
  const { html } = await sealPacket(sender, id, words);
  expect(html).not.toContain("小张");
  const parts = JSON.parse(/const P=(\{.*?\});/.exec(html)![1]!) as Record<string, string>;
  const [salt, nonce, sealed] = ["salt", "nonce", "sealed"].map((part) => Buffer.from(parts[part]!, "base64"));
  const open = (typed: string) => {
    const opener = createDecipheriv("aes-256-gcm", pbkdf2Sync(typed.replaceAll("-", ""), salt!, 600_000, 32, "sha256"), nonce!).setAuthTag(sealed!.subarray(-16));
    return Buffer.concat([opener.update(sealed!.subarray(0, -16)), opener.final()]).toString("utf8");
  };
  expect(passphrase).toMatch(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
  expect(JSON.parse(open(passphrase!))).toEqual([["称呼", "小张"]]);
  expect(() => open("AAAA-AAAA-AAAA-AAAA")).toThrow();
  await stepReferral(sender, id, step("accepted", { dueOn: addDays(sender.today, 20), words: "电话里说收下了" }));
  expect(await showReferral(sender, id)).toMatchObject({ standing: { state: "accepted" }, events: [{}, { kind: "accepted", bySide: "in" }] });
  await consent(sender, personId, "withdrawn");
  await expect(sealPacket(sender, id, words)).rejects.toMatchObject({ reason: "referral.closed_packet" });
});

test("random steps of both sides, also at the same moment: one outcome, the same on both sides, rows and list agree", async () => {
  const kind = fc.constantFrom<StepKind>(...STEPS.filter((one) => one !== "handed_over" && one !== "taken_in"));
  const one = fc.record({ kind, side: fc.boolean(), reason: fc.constantFrom(...REFUSALS, ...OUTCOMES), days: fc.integer({ min: -1, max: 30 }), together: fc.boolean() });
  await fc.assert(fc.asyncProperty(fc.array(one, { minLength: 3, maxLength: 10 }), async (run) => {
    const { sender, receiver, id } = await givenPair();
    let held: Promise<unknown>[] = [];
    for (const { kind: chosen, side, reason, days, together } of run) {
      held.push(stepReferral(side ? sender : receiver, id, step(chosen, { reason, words: "说明", dueOn: addDays(sender.today, days) })).catch((error: { reason?: string }) => { if (!error.reason?.startsWith("referral.")) throw error; }));
      if (!together) { await Promise.all(held); held = []; }
    }
    await Promise.all(held);
    const [ours, theirs] = await Promise.all([sender, receiver].map((session) => session.read(async (tx) => ({ events: await eventsOf(tx, session.actor.orgId, id), packet: await packetFor(tx, session.actor.orgId, id) }))));
    const shared = (events: NonNullable<typeof ours>["events"]) => events.filter((event) => isShared(event.kind)).map((event) => event.kind);
    expect(shared(theirs!.events)).toEqual(shared(ours!.events));
    expect(ours!.events.filter((event) => ["refused", "completed", "withdrawn"].includes(event.kind)).length).toBeLessThanOrEqual(1);
    for (const [session, { events }, own] of [[sender, ours!, "out"], [receiver, theirs!, "in"]] as const) {
      const { state, dueOn } = standingOf(events, own);
      const shown = (await listReferrals(session, { side: own }, { limit: 200 })).rows.find((row) => row.id === id);
      if (shown) expect({ state: shown.state, dueOn: shown.dueOn }).toEqual({ state, dueOn });
    }
    expect(theirs!.packet === undefined).toBe(theirs!.events.some((event) => event.kind === "refused" || event.kind === "withdrawn"));
  }), { numRuns: 25 });
}, 60_000);
