import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { DEFAULT_FAIRNESS } from "../../model/candidates/rules.ts";
import { givenTown, RIGHTS } from "../../testing.ts";
import { beginRound } from "./begin-round.ts";
import { changeRound } from "./change-round.ts";
import { computeRun } from "./compute-run.ts";
import { decidePair } from "./decide-pair.ts";
import { gatherPeople } from "./gather-people.ts";
import { requestTrial } from "./request-trial.ts";
import { showChanges } from "./show-changes.ts";
import { showRound } from "./show-round.ts";
import { showSettings } from "./show-settings.ts";

const t = testDatabase();

test("a round goes by its choice of fairness, and keeps with the run what each choice costs", async () => {
  const { session, programmeId } = await givenTown(sessionOf(anActor({ capabilities: RIGHTS }), t), { residents: ["甲甲", "乙乙", "丙丙"], volunteers: ["何雨欣", "孙琳"] });
  const { id } = await beginRound(session, { programmeId, startOn: "2026-11-23" });
  await computeRun(session, { roundId: id, jobId: randomUUID() });
  const first = (await showRound(session, id)).run!;
  expect(first.rules.fairness).toBeUndefined();
  expect(first.choices!.results.map(({ mode, pairs, proven }) => [mode, pairs, proven])).toEqual(["least_cost", "hardest_first", "leximin", "group_cap"].map((mode) => [mode, first.pairs, true]));
  for (const mode of ["leximin", "group_cap", "least_cost"] as const) {
    const { rules, version } = await showSettings(session, id);
    const { startOn, hardRules, weights, stability, limits } = rules;
    await changeRound(session, id, {
      version, startOn, hardRules: [...hardRules], weights, stability, purpose: "befriending", travelMode: "walk", travelMinutes: 0, minOverlapMinutes: limits.minOverlapMinutes, maxKilometres: limits.maxMetres / 1000,
      unknownDistance: limits.unknownDistance, maxAgeGapYears: limits.maxAgeGapYears, fairness: { ...DEFAULT_FAIRNESS, mode, groupBy: "sex" },
    });
    await computeRun(session, { roundId: id, jobId: randomUUID() });
    const { run } = await showRound(session, id);
    expect([run!.rules.fairness!.mode, run!.rules.version, run!.pairs, run!.choices!.groupBy, run!.choices!.results.every(({ proven }) => proven)]).toEqual([mode, `1.${version}`, first.pairs, "sex", true]);
  }
});

test("every choice can be compared by request: kept at once when nothing changes, shown first when something does, and still shown after a plain run", async () => {
  const { session, programmeId } = await givenTown(sessionOf(anActor({ capabilities: RIGHTS }), t), { residents: ["甲甲", "乙乙", "丙丙"], volunteers: ["何雨欣", "孙琳"] });
  const { id } = await beginRound(session, { programmeId, startOn: "2026-11-23" });
  await computeRun(session, { roundId: id, jobId: randomUUID() });
  await t.owner.query("update matching.runs set choices = null where round_id = $1", [id]); // as a large round leaves it
  expect((await showRound(session, id)).compared).toBeNull();
  const { jobId } = await requestTrial(session, id, { kind: "again" }, { compare: true });
  expect(jobId).toBeTruthy();
  const shares: number[] = [];
  expect(await computeRun(session, { roundId: id, jobId, trial: { kind: "again" }, compare: true }, async (done) => void shares.push(done))).toMatchObject({ number: 2, adopted: true });
  const compared = (await showRound(session, id)).compared!;
  expect([compared.number, compared.choices.results.length, shares.every((share, at) => at === 0 || share >= shares[at - 1]!)]).toEqual([2, 4, true]);
  await computeRun(session, { roundId: id, jobId: randomUUID() });
  await t.owner.query("update matching.runs set choices = null where round_id = $1 and number = 3", [id]);
  const later = await showRound(session, id);
  expect([later.run!.number, later.run!.choices, later.compared!.number]).toEqual([3, null, 2]);
  await decidePair(session, { roundId: id, residentId: later.run!.proposals[0]!.residentId, helperId: later.run!.proposals[0]!.helperId, kind: "forbid", reason: "吵过架" });
  const shown = await computeRun(session, { roundId: id, jobId: randomUUID(), trial: { kind: "again" }, compare: true });
  expect(shown.adopted).toBe(false);
  expect((await showChanges(session, { roundId: id, number: shown.number })).run.choices!.results).toHaveLength(4);
});

test("the kind of disability is read only where the purpose allows it and fairness looks at it, and small kinds are never told apart", async () => {
  const { session, programmeId, residentIds } = await givenTown(sessionOf(anActor({ capabilities: RIGHTS }), t), { residents: ["甲甲", "乙乙", "丙丙", "丁丁", "戊戊", "己己"], volunteers: ["何雨欣", "孙琳", "李思远"] });
  for (const [at, personId] of residentIds.entries()) await t.owner.query("insert into people.disability_facts (org_id, person_id, type, grade) values ($1, $2, $3, 2)", [session.actor.orgId, personId, at === 0 ? 1 : 4]);
  const fairness = { ...DEFAULT_FAIRNESS, mode: "group_cap" as const, groupBy: "disability" as const };
  const kinds = (purpose: "befriending" | "estimate", groupBy: "disability" | "sex") => session.read(async (tx) => (await gatherPeople(tx, session.actor.orgId, programmeId, "2026-11-23", purpose, { fairness: { ...fairness, groupBy } })).residents.map(({ disability }) => disability));
  expect((await kinds("befriending", "disability")).toSorted()).toEqual(["1", "4", "4", "4", "4", "4"]);
  expect([...await kinds("befriending", "sex"), ...await kinds("estimate", "disability")].filter((kind) => kind !== undefined)).toEqual([]);
  const { id } = await beginRound(session, { programmeId, startOn: "2026-11-23" });
  const save = async (purpose: "befriending" | "gathering") => {
    const { version, rules: { startOn, weights, stability, limits } } = await showSettings(session, id);
    return changeRound(session, id, {
      version, startOn, hardRules: ["eligible"], weights, stability, purpose, travelMode: "walk", travelMinutes: 0, minOverlapMinutes: limits.minOverlapMinutes, maxKilometres: limits.maxMetres / 1000,
      unknownDistance: limits.unknownDistance, maxAgeGapYears: limits.maxAgeGapYears, fairness,
    });
  };
  await expect(save("gathering")).rejects.toMatchObject({ reason: "matching.group_beyond_purpose", fields: [{ field: "groupBy" }] });
  await save("befriending");
  await computeRun(session, { roundId: id, jobId: randomUUID() });
  const { compared } = await showRound(session, id);
  expect([compared!.choices.groupBy, compared!.choices.labels, compared!.choices.results.every(({ proven }) => proven)]).toEqual(["disability", ["other"], true]);
  await t.owner.query("update matching.rounds set purpose = 'gathering' where id = $1", [id]);
  await expect(computeRun(session, { roundId: id, jobId: randomUUID() })).rejects.toMatchObject({ reason: "matching.group_beyond_purpose" });
});
