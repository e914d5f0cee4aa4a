import { expect, test } from "vitest";
import { listNeeds, openCaseIn, recordNeedsIn } from "#casework/index.ts";
import { mergePersonsIn, recordConsents } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { Sent } from "../model/encounter.ts";
import { aSent, givenEncounter } from "../testing.ts";
import { countEncounters, listEncounters } from "./list-encounters.ts";
import { recordEncounter } from "./record-encounter.ts";
import { servicesPaper } from "./services-paper.ts";
import { showEncounter } from "./show-encounter.ts";
import { standingServices } from "./standing-services.ts";
import { withdrawEncounter } from "./withdraw-encounter.ts";

const t = testDatabase();
const WORKER = ["people.read", "people.write", "outreach.work", "encounters.read", "encounters.write"];

async function givenWorker() {
  const actor = anActor({ capabilities: WORKER });
  const session = sessionOf(actor, t);
  return { actor, session, personId: await givenPerson(session) };
}

test("one entry gives three numbers: services, person-times and persons", async () => {
  const { session, personId } = await givenWorker();
  const carerId = await givenPerson(session, { name: "李桂英" });
  await givenEncounter(session, personId, { people: [{ personId, role: "client" }, { personId: carerId, role: "carer" }] });
  await givenEncounter(session, personId, { happenedOn: "2026-11-20", mode: "phone", minutes: 10 });
  expect(await servicesPaper(session, { caseId: personId, personId })).toMatchObject({ fields: { 服务次数: "2" }, lists: { 服务: [{ 方式: "电话", 分钟: "10" }, { 参加: "张三、李桂英" }] } });
  expect(await countEncounters(session, {})).toEqual({ sessions: 2, personTimes: 3, persons: 2, minutes: 50 });
  expect(await countEncounters(session, { mode: "phone" })).toMatchObject({ sessions: 1, personTimes: 1, persons: 1 });
  expect((await listEncounters(session, { q: "liguiying" })).rows).toMatchObject([{ people: [{ name: "张三", role: "client" }, { name: "李桂英", role: "carer" }] }]);
});

test("sent three times at once it counts once, and says the same each time", async () => {
  const { session, personId } = await givenWorker();
  const sent = aSent(personId);
  const answers = await Promise.all([1, 2, 3].map(() => recordEncounter(session, sent)));
  expect(answers).toEqual([1, 2, 3].map(() => ({ id: sent.id, revision: 1 })));
  expect((await countEncounters(session, {})).sessions).toBe(1);
});

test("a correction supersedes with its reason and both are kept; a change not seen is shown side by side", async () => {
  const { session, personId } = await givenWorker();
  const first = aSent(personId);
  await recordEncounter(session, first);
  const corrected = { ...first, basis: 1, sendKey: "key-corrected", entry: { ...first.entry, minutes: 60 } };
  await expect(recordEncounter(session, corrected)).rejects.toMatchObject({ reason: "encounter.say_why" });
  expect(await recordEncounter(session, { ...corrected, why: "时长记错了" })).toEqual({ id: first.id, revision: 2 });
  expect(await showEncounter(session, first.id)).toMatchObject({ standing: { minutes: 60, why: "时长记错了" }, earlier: [{ minutes: 40 }] });
  expect([...await session.read((tx) => standingServices(tx, session.actor.orgId, [first.id]))]).toEqual([[first.id, { encounterId: first.id, happenedOn: "2026-11-21", minutes: 60, withdrawn: false }]]);
  const late = { ...first, basis: 1, sendKey: "key-from-a-phone", why: "补充", entry: { ...first.entry, seen: "其实他咳嗽" } };
  await expect(recordEncounter(session, late)).rejects.toMatchObject({ kind: "stale", reason: "encounter.changed_meanwhile", params: { revision: 2 }, difference: { minutes: { stored: 60, sent: 40 }, seen: { sent: "其实他咳嗽" } } });
  expect((await countEncounters(session, {})).minutes).toBe(60);
});

test("an answer lost on the way makes no clash: the sender's own revision is known again", async () => {
  const { session, personId } = await givenWorker();
  const first = aSent(personId);
  await recordEncounter(session, first); // the answer never came
  const again = { ...first, sendKey: "key-typed-over", tried: [first.sendKey], why: "手机上改过", entry: { ...first.entry, minutes: 45 } };
  expect(await recordEncounter(session, again)).toMatchObject({ revision: 2 });
  expect((await countEncounters(session, {}))).toMatchObject({ sessions: 1, minutes: 45 });
});

test("taken back with a reason it counts no longer, stays to be seen, and a late correction is told", async () => {
  const { session, personId } = await givenWorker();
  const sent = aSent(personId);
  await recordEncounter(session, sent);
  await withdrawEncounter(session, { encounterId: sent.id, reason: "记到别人名下了" });
  expect(await countEncounters(session, {})).toEqual({ sessions: 0, personTimes: 0, persons: 0, minutes: 0 });
  expect(await showEncounter(session, sent.id)).toMatchObject({ withdrawal: { reason: "记到别人名下了" } });
  await expect(withdrawEncounter(session, { encounterId: sent.id, reason: "再来一次" })).rejects.toMatchObject({ reason: "encounter.withdrawn_before" });
  await expect(recordEncounter(session, { ...sent, basis: 1, sendKey: "key-too-late", why: "补充" })).rejects.toMatchObject({ reason: "encounter.withdrawn_meanwhile" });
});

test("a need it answers is being answered from its day on", async () => {
  const { session, personId } = await givenWorker();
  await session.write("need", null, (tx) => recordNeedsIn(session, tx, [{ personId: personId as never, code: "company.friend", priority: "soon", source: "client", words: "想有人说说话", heardOn: "2026-11-01" }]));
  const [need] = await listNeeds(session, personId);
  await givenEncounter(session, personId, { needIds: [need!.id] });
  expect(await listNeeds(session, personId)).toMatchObject([{ status: "answering", statusOn: "2026-11-21" }]);
  await expect(givenEncounter(session, await givenPerson(session, { name: "王五" }), { needIds: [need!.id] })).rejects.toMatchObject({ reason: "need.not_found" });
});

test("who was merged is found under the name that stands; who lets nothing be kept is no longer named or added", async () => {
  const { session, personId } = await givenWorker();
  const other = await givenPerson(session, { name: "张三三" });
  await givenEncounter(session, other);
  await session.write("merge", null, (tx) => mergePersonsIn(session, tx, { survivorId: personId, mergedId: other, choices: {} } as never));
  expect((await listEncounters(session, { q: "zhangsan" })).rows).toMatchObject([{ people: [{ personId, name: "张三" }] }]);
  expect(await countEncounters(session, {})).toMatchObject({ persons: 1 });
  await session.write("consent", null, (tx) => recordConsents(session, tx, [{ personId, purpose: "keep_data", state: "refused", capacity: "self", fromOn: "2026-11-22", channel: "in_person" } as never]));
  expect((await listEncounters(session, {})).rows).toMatchObject([{ people: [{ name: null }] }]);
  await expect(givenEncounter(session, personId)).rejects.toMatchObject({ reason: "encounter.person_not_found" });
});

test("another organisation and somebody without the right learn and change nothing", async () => {
  const { actor, session, personId } = await givenWorker();
  const sent = aSent(personId);
  await recordEncounter(session, sent);
  const elsewhere = sessionOf(anActor({ capabilities: WORKER }), t);
  expect((await listEncounters(elsewhere, {})).rows).toEqual([]);
  await expect(showEncounter(elsewhere, sent.id)).rejects.toMatchObject({ reason: "encounter.not_found" });
  await expect(withdrawEncounter(elsewhere, { encounterId: sent.id, reason: "x" })).rejects.toMatchObject({ reason: "encounter.not_found" });
  await expect(recordEncounter(elsewhere, Sent.parse({ ...sent, sendKey: "key-elsewhere" }))).rejects.toMatchObject({ reason: "encounter.person_not_found" });
  const without = sessionOf(anActor({ orgId: actor.orgId, capabilities: ["people.read"] }), t);
  for (const attempt of [() => listEncounters(without, {}), () => countEncounters(without, {}), () => showEncounter(without, sent.id), () => recordEncounter(without, sent)]) await expect(attempt()).rejects.toMatchObject({ reason: "access.not_allowed" });
});

test("a service belongs to the client's one open case the recorder may write to, and to none where nobody can tell which", async () => {
  const { session: plain, personId } = await givenWorker();
  const session = sessionOf({ ...plain.actor, capabilities: new Set([...WORKER, "cases.work"]) }, t);
  const open = () => session.write("case", { at: Math.random() }, (tx) => openCaseIn(session, tx, { personId, words: "想找一份工作", openedOn: "2026-11-20" }));
  const { caseId } = await open();
  const caseOf = async () => (await showEncounter(session, await givenEncounter(session, personId))).standing.caseId;
  expect(await caseOf()).toBe(caseId);
  expect((await showEncounter(plain, await givenEncounter(plain, personId))).standing.caseId).toBeNull();
});
