import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { recordConsents } from "#people/index.ts";
import type { Session } from "#platform/db/session.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { stepPair } from "../pairs/step-pair.ts";
import { showPair } from "../pairs/show-pair.ts";
import { replacePair } from "../pairs/replace-pair.ts";
import { listPairs } from "../pairs/list-pairs.ts";
import { listAwaitedAnswers } from "../pairs/list-awaited-answers.ts";
import { givenTown as town, givenWaiting, membersOf, RIGHTS, SATURDAY } from "../../testing.ts";
import { saveWish } from "../wishes/save-wish.ts";
import { showWish } from "../wishes/show-wish.ts";
import { beginRound } from "./begin-round.ts";
import { changeRound } from "./change-round.ts";
import { computeRun } from "./compute-run.ts";
import { decidePair } from "./decide-pair.ts";
import { listRounds } from "./list-rounds.ts";
import { requestRun } from "./request-run.ts";
import { showRound } from "./show-round.ts";
import { showSettings } from "./show-settings.ts";

const t = testDatabase();
const givenTown = (residents?: string[], volunteers?: string[]) => town(sessionOf(anActor({ capabilities: RIGHTS }), t), { ...(residents && { residents }), ...(volunteers && { volunteers }) });

async function computed(session: Session, programmeId: string) {
  const { id } = await beginRound(session, { programmeId, startOn: "2026-11-23" });
  await computeRun(session, { roundId: id, jobId: randomUUID() });
  return { id, shown: { ...await showRound(session, id), members: await membersOf(session, id) } };
}

test("everybody who waits and agreed gets a friend from the service team, with reasons, and the answer is proven", async () => {
  const { session, programmeId, residentIds } = await givenTown();
  await givenWaiting(session, programmeId, "没有同意", { agreed: false });
  expect((await listRounds(session, programmeId)).waiting).toEqual({ residents: 2, helpers: 3, withoutConsent: 1 });
  const { shown } = await computed(session, programmeId);
  expect(shown.members.helpers).toHaveLength(2);
  expect(shown.run?.proposals.map(({ residentId }) => residentId).sort()).toEqual([...residentIds].sort());
  expect(shown.run?.proposals[0]?.parts.map(({ part }) => part)).toContain("hours");
  expect(shown.sides[residentIds[0]!]).toMatchObject({ name: "周思佳" });
});

test("one too many: whoever is left out is told why and what would help", async () => {
  const { session, programmeId } = await givenTown(["甲甲", "乙乙", "丙丙"], ["何雨欣", "孙琳"]);
  const { shown } = await computed(session, programmeId);
  expect(shown.run?.proposals).toHaveLength(2);
  expect(shown.run?.unmatched).toHaveLength(1);
  expect(shown.run?.unmatched[0]?.change?.change.kind).toBe("capacity");
});

const takeBack = (session: Session, personId: string) =>
  session.write("test.take_back", null, (tx) => recordConsents(session, tx, [{ personId, purpose: "be_matched", state: "withdrawn", capacity: "self", fromOn: session.today, channel: "in_person" }]));

test("a round that began before somebody took their consent back is computed without them", async () => {
  const { session, programmeId, residentIds: [stays, goes] } = await givenTown();
  const { id } = await beginRound(session, { programmeId, startOn: session.today });
  const { jobId } = await requestRun(session, id);
  await takeBack(session, goes!);
  const later = sessionOf(session.actor, t, { now: new Date(session.now.getTime() + 3 * 86_400_000) });
  await computeRun(later, { roundId: id, jobId });
  expect((await showRound(later, id)).run?.proposals.map(({ residentId }) => residentId)).toEqual([stays]);
});

test("a consent taken back while a round is being computed: the answer with them is thrown away and made again", async () => {
  const { session, programmeId, residentIds: [stays, goes] } = await givenTown();
  const { id } = await beginRound(session, { programmeId, startOn: "2026-11-23" });
  let told = false;
  await computeRun(session, { roundId: id, jobId: randomUUID() }, async () => {
    if (told) return;
    told = true;
    await takeBack(session, goes!);
  });
  expect(told).toBe(true);
  expect((await showRound(session, id)).run?.proposals.map(({ residentId }) => residentId)).toEqual([stays]);
});

test("run again, a good pair stays; a forbidden one never comes back, in this round or the next", async () => {
  const { session, programmeId } = await givenTown(["周思佳"], ["何雨欣", "孙琳"]);
  const { id, shown } = await computed(session, programmeId);
  const first = shown.run!.proposals[0]!;
  await computeRun(session, { roundId: id, jobId: randomUUID() });
  expect((await showRound(session, id)).run).toMatchObject({ number: 2, proposals: [{ helperId: first.helperId }] });
  await expect(decidePair(session, { roundId: id, ...first, kind: "forbid" })).rejects.toMatchObject({ reason: "matching.reason_needed" });
  await decidePair(session, { roundId: id, residentId: first.residentId, helperId: first.helperId, kind: "forbid", reason: "曾经闹过不愉快" });
  await computeRun(session, { roundId: id, jobId: randomUUID() });
  expect((await showRound(session, id)).run!.proposals[0]!.helperId).not.toBe(first.helperId);
  const next = await computed(session, programmeId);
  expect(next.shown.run!.proposals[0]!.helperId).not.toBe(first.helperId);
});

test("a lock holds against anything cheaper", async () => {
  const { session, programmeId } = await givenTown(["周思佳"], ["何雨欣", "孙琳"]);
  const { id, shown } = await computed(session, programmeId);
  const other = shown.members.helpers.find((helper) => helper !== shown.run!.proposals[0]!.helperId)!;
  await decidePair(session, { roundId: id, residentId: shown.members.residents[0]!, helperId: other, kind: "lock" });
  await computeRun(session, { roundId: id, jobId: randomUUID() });
  expect((await showRound(session, id)).run!.proposals[0]).toMatchObject({ helperId: other, locked: true });
});

test("the same round run twice at once keeps two answers one after the other, and one job keeps one", async () => {
  const { session, programmeId } = await givenTown(["周思佳"], ["何雨欣"]);
  const { id } = await beginRound(session, { programmeId, startOn: "2026-11-23" });
  const jobId = randomUUID();
  await Promise.all([computeRun(session, { roundId: id, jobId }), computeRun(session, { roundId: id, jobId: randomUUID() }), computeRun(session, { roundId: id, jobId })]);
  expect((await showRound(session, id)).run?.number).toBe(2);
});

test("accepting opens the pair once, asks both sides, and takes both out of the next round", async () => {
  const { session, programmeId } = await givenTown(["周思佳"], ["何雨欣"]);
  const { id, shown } = await computed(session, programmeId);
  const { residentId, helperId } = shown.run!.proposals[0]!;
  const twice = await Promise.allSettled([1, 2].map(() => decidePair(session, { roundId: id, residentId, helperId, kind: "accept" })));
  expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await listPairs(session, "coming")).pairs).toMatchObject([{ residentName: "周思佳", helperName: "何雨欣", state: "asked" }]);
  expect(await listAwaitedAnswers(session)).toMatchObject([{ residentName: "周思佳", waitingDays: 0 }]);
  expect((await listRounds(session, programmeId)).waiting).toMatchObject({ residents: 0, helpers: 0 });
  await expect(beginRound(session, { programmeId, startOn: "2026-11-23" })).rejects.toMatchObject({ reason: "matching.nobody_waits" });
});

test("either side may decline, and a friend from the reserve follows; both histories stay apart", async () => {
  const { session, programmeId } = await givenTown(["周思佳"], ["何雨欣", "徐海燕"]);
  const { id, shown } = await computed(session, programmeId);
  const { residentId, helperId } = shown.run!.proposals[0]!;
  const { pairId } = await decidePair(session, { roundId: id, residentId, helperId, kind: "accept" });
  let { version } = await showPair(session, pairId!);
  ({ version } = await stepPair(session, { pairId: pairId!, version, step: { kind: "answered", on: session.today, side: "resident", answer: "accepted" } }));
  await expect(stepPair(session, { pairId: pairId!, version, step: { kind: "introduced", on: session.today } })).rejects.toMatchObject({ reason: "matching.pair_both_not_accepted" });
  await stepPair(session, { pairId: pairId!, version, step: { kind: "answered", on: session.today, side: "helper", answer: "declined", words: "要考试" } });
  const over = await showPair(session, pairId!);
  expect(over).toMatchObject({ state: "declined", successors: [{ name: "徐海燕", reserve: true }] });
  const next = await replacePair(session, { pairId: pairId!, helperId: over.successors[0]!.id });
  expect(await showPair(session, next.pairId)).toMatchObject({ replacesId: pairId, state: "asked", events: { length: 3 } });
  await expect(replacePair(session, { pairId: pairId!, helperId: over.successors[0]!.id })).rejects.toMatchObject({ reason: "matching.pair_already_replaced" });
});

test("two who change one pair at once: one does, the other sees what changed", async () => {
  const { session, programmeId } = await givenTown(["周思佳"], ["何雨欣"]);
  const { id, shown } = await computed(session, programmeId);
  const { residentId, helperId } = shown.run!.proposals[0]!;
  const { pairId } = await decidePair(session, { roundId: id, residentId, helperId, kind: "accept" });
  const { version } = await showPair(session, pairId!);
  const both = await Promise.allSettled((["resident", "helper"] as const).map((side) => stepPair(session, { pairId: pairId!, version, step: { kind: "answered", on: session.today, side, answer: "accepted" } })));
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { status: 412 } });
});

test("changed rules get a version of their own, and the round keeps who was chosen", async () => {
  const { session, programmeId } = await givenTown();
  const { id, shown } = await computed(session, programmeId);
  const { rules, version, members } = shown;
  await changeRound(session, id, {
    version, startOn: "2026-11-23", purpose: "befriending", travelMode: "walk", travelMinutes: 0, stability: 3, hardRules: ["eligible"], minOverlapMinutes: 30, maxKilometres: 5, unknownDistance: "allow", maxAgeGapYears: 20,
    weights: { ...rules.weights, age: 0 }, residents: [members.residents[0]!], helpers: [...members.helpers],
  });
  const changed = await showSettings(session, id);
  expect(changed.rules.version).not.toBe(rules.version);
  expect(changed.members.residents).toBe(1);
  expect((await requestRun(session, id)).jobId).toBeTruthy();
});

test("a wish is read back as it was saved, and the wait counts from the first time", async () => {
  const { session, programmeId, residentIds } = await givenTown(["周思佳"], []);
  await saveWish(session, { programmeId, personId: residentIds[0]!, words: "想出门打球", sexAsked: "female", hours: SATURDAY });
  expect((await showWish(session, { programmeId, personId: residentIds[0]! })).wish).toMatchObject({ words: "想出门打球", sexAsked: "female", waitingSinceOn: "2026-11-22", hours: [{ weekday: 6, fromTime: "09:00" }] });
});

test("a reader may look but not decide, and another organisation sees nothing", async () => {
  const { session, programmeId, actor } = await givenTown(["周思佳"], ["何雨欣"]);
  const { id, shown } = await computed(session, programmeId);
  const { residentId, helperId } = shown.run!.proposals[0]!;
  const reader = sessionOf(anActor({ capabilities: ["matching.read"], orgId: actor.orgId }), t);
  await expect(decidePair(reader, { roundId: id, residentId, helperId, kind: "accept" })).rejects.toMatchObject({ status: 403 });
  await expect(beginRound(reader, { programmeId, startOn: "2026-11-23" })).rejects.toMatchObject({ status: 403 });
  const elsewhere = sessionOf(anActor({ capabilities: RIGHTS }), t);
  await expect(showRound(elsewhere, id)).rejects.toMatchObject({ reason: "matching.round_not_found" });
  expect((await listPairs(elsewhere, "coming")).pairs).toEqual([]);
});
