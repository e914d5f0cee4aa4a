import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { DEFAULT_FAIRNESS } from "../../model/candidates/rules.ts";
import { givenTown, RIGHTS } from "../../testing.ts";
import { beginRound } from "./begin-round.ts";
import { changeRound } from "./change-round.ts";
import { computeRun } from "./compute-run.ts";
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
