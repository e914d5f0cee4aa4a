import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenTown, RIGHTS } from "../../testing.ts";
import { showPair } from "../pairs/show-pair.ts";
import { stepPair } from "../pairs/step-pair.ts";
import { beginRound } from "../rounds/begin-round.ts";
import { computeRun } from "../rounds/compute-run.ts";
import { decidePair } from "../rounds/decide-pair.ts";
import { showRound } from "../rounds/show-round.ts";
import { acceptMany } from "./accept-many.ts";
import { listAcceptable } from "./list-acceptable.ts";
import { nameRefused } from "./name-refused.ts";
import { withdrawAsked } from "./withdraw-asked.ts";

const t = testDatabase();

async function givenResult() {
  const town = await givenTown(sessionOf(anActor({ capabilities: RIGHTS }), t), { residents: ["周思佳", "陈国庆", "吴子涵", "郑浩然"], volunteers: ["何雨欣", "孙琳", "李思远", "高洁"] });
  const { id: roundId } = await beginRound(town.session, { programmeId: town.programmeId, startOn: "2026-11-23" });
  await computeRun(town.session, { roundId, jobId: randomUUID() });
  return { ...town, roundId };
}

const statesOf = async ({ session, roundId }: Awaited<ReturnType<typeof givenResult>>) => (await showRound(session, roundId)).counts!.states;

test("what is listed is what is open, fits so well and meets the filter of the review", async () => {
  const given = await givenResult();
  const { session, roundId } = given;
  const all = await listAcceptable(session, roundId, {}, 0);
  expect([all.pairs.length, all.more, all.asked]).toEqual([4, false, []]);
  const fits = all.pairs.map(({ fit }) => fit);
  for (const border of new Set(fits.flatMap((fit) => [fit, fit + 1]))) {
    const { pairs } = await listAcceptable(session, roundId, {}, border);
    expect(pairs.map(({ fit }) => fit)).toEqual(fits.filter((fit) => fit >= border));
  }
  const [one, two, three] = all.pairs;
  await decidePair(session, { roundId, ...pairOf(one!), kind: "forbid", reason: "吵过架" });
  await decidePair(session, { roundId, ...pairOf(two!), kind: "lock" });
  await decidePair(session, { roundId, ...pairOf(three!), kind: "accept" });
  expect((await listAcceptable(session, roundId, {}, 0)).pairs.map(({ locked }) => locked)).toEqual([true, false]);
  expect((await listAcceptable(session, roundId, { show: "locked" }, 0)).pairs.map(pairOf)).toEqual([pairOf(two!)]);
  for (const show of ["opened", "forbidden", "left"] as const) expect((await listAcceptable(session, roundId, { show }, 0)).pairs).toEqual([]);
});

test("several are accepted, each by itself: one that cannot be is named with its reason and the others stay", async () => {
  const given = await givenResult();
  const { session, actor, roundId } = given;
  const { run, pairs } = await listAcceptable(session, roundId, {}, 0);
  const [one, two] = pairs;
  await decidePair(session, { roundId, ...pairOf(one!), kind: "forbid", reason: "吵过架" });
  const wish = { roundId, run, pairs: [...pairs.map(pairOf), { residentId: randomUUID(), helperId: two!.helperId }] };
  const again = () => sessionOf(actor, t, { key: "together-1" });
  const outcome = await acceptMany(again(), wish);
  expect(outcome.done.map(({ residentId }) => residentId)).toEqual(pairs.slice(1).map(({ residentId }) => residentId));
  expect(outcome.refused.map(({ residentId, reason }) => [residentId, reason])).toEqual([[one!.residentId, "matching.proposal_gone"], [wish.pairs.at(-1)!.residentId, "matching.proposal_gone"]]);
  expect(await statesOf(given)).toMatchObject({ opened: 3, forbidden: 1, undecided: 0 });
  expect((await acceptMany(again(), wish)).done).toEqual(outcome.done);
  expect((await acceptMany(session, wish)).done).toEqual([]);
  await expect(acceptMany(session, { ...wish, run: run + 1 })).resolves.toMatchObject({ done: [], refused: { length: 5 } });
  await expect(acceptMany(session, { ...wish, pairs: [] })).rejects.toMatchObject({ reason: "matching.nothing_chosen" });
  await expect(acceptMany(session, { ...wish, pairs: Array.from({ length: 51 }, () => pairOf(one!)) })).rejects.toMatchObject({ reason: "matching.too_many_together" });
});

test("what was asked is taken back while nobody has answered; the history stays and the proposal is open again", async () => {
  const given = await givenResult();
  const { session, roundId } = given;
  const { run, pairs } = await listAcceptable(session, roundId, {}, 0);
  const { done } = await acceptMany(session, { roundId, run, pairs: pairs.map(pairOf) });
  const [answered, ...quiet] = done;
  await stepPair(session, { pairId: answered!.pairId, version: 1, step: { kind: "answered", on: session.today, side: "helper", answer: "accepted" } });
  expect(new Set((await listAcceptable(session, roundId, {}, 0)).asked.map(({ pairId }) => pairId))).toEqual(new Set(quiet.map(({ pairId }) => pairId)));
  const outcome = await withdrawAsked(session, { roundId, pairIds: done.map(({ pairId }) => pairId), words: "点错了" });
  expect(outcome.done).toEqual(quiet.map(({ pairId }) => ({ pairId })));
  expect(outcome.refused).toEqual([{ pairId: answered!.pairId, reason: "matching.pair_answer_came" }]);
  expect(await nameRefused(session, outcome.refused)).toMatchObject([{ key: answered!.pairId, resident: expect.stringMatching(/^[\u4e00-\u9fff]{3}$/u), helper: expect.stringMatching(/^[\u4e00-\u9fff]{2,3}$/u) }]);
  expect(await statesOf(given)).toMatchObject({ opened: 1, undecided: 3 });
  const { events } = await showPair(session, quiet[0]!.pairId);
  expect(events.map(({ kind }) => kind)).toEqual(["proposed", "asked", "asked", "ended"]);
  expect((await withdrawAsked(session, { roundId, pairIds: [quiet[0]!.pairId], words: "" })).refused).toMatchObject([{ reason: "matching.pair_over" }]);
  expect((await acceptMany(session, { roundId, run, pairs: quiet.map(pairOf) })).done).toHaveLength(3);
});

test("only who manages rounds lists, accepts and takes back", async () => {
  const { session, roundId } = await givenResult();
  const reader = sessionOf(anActor({ capabilities: ["matching.read", "people.read"], orgId: session.actor.orgId }), t);
  await expect(listAcceptable(reader, roundId, {}, 0)).rejects.toMatchObject({ status: 403 });
  await expect(acceptMany(reader, { roundId, run: 1, pairs: [] })).rejects.toMatchObject({ status: 403 });
  await expect(withdrawAsked(reader, { roundId, pairIds: [], words: "" })).rejects.toMatchObject({ status: 403 });
});

const pairOf = ({ residentId, helperId }: { residentId: string; helperId: string }) => ({ residentId, helperId });
