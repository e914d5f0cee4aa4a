import fc from "fast-check";
import { expect, test } from "vitest";
import { aHelper, aResident, someHelpers, someResidents, someRules } from "../testing/people.ts";
import { solveRound } from "../round.ts";
import { compareAnswers, pairKey, type ChangeGround } from "./compare.ts";
import { applyTrial, drawShare } from "./trial.ts";

const everywhere: ChangeGround = { residents: new Set(["甲", "乙", "丙", "丁"]), helpers: new Set(["一", "二", "三"]), isForbidden: () => false, isLocked: () => false, fits: () => true };
const pair = (residentId: string, helperId: string) => ({ residentId, helperId });

test("who is new, who moved and who lost their friend is told, each with a reason", () => {
  const before = [pair("甲", "一"), pair("乙", "二"), pair("丙", "三"), pair("戊", "一")];
  const after = [pair("甲", "一"), pair("乙", "三"), pair("丁", "一")];
  const { counts, came, lost } = compareAnswers(before, after, { ...everywhere, helpers: new Set(["一", "三"]) });
  expect(counts).toEqual({ kept: 1, added: 1, moved: 1, lost: 1, gone: 1 });
  expect(came.get(pairKey(pair("乙", "三")))).toEqual({ was: "二", why: "helper_left" });
  expect(came.get(pairKey(pair("丁", "一")))).toEqual({ was: null, why: "resident_came" });
  expect(lost.get("丙")).toEqual({ was: "三", why: "makes_room" });
});

test.each([
  ["forbidden", { isForbidden: () => true }], ["no_longer_fits", { fits: () => false }], ["locked", { isLocked: () => true }], ["makes_room", {}],
] as const)("a move because it is %s", (why, some) => {
  expect(compareAnswers([pair("甲", "一")], [pair("甲", "二")], { ...everywhere, ...some }).came.get("甲 二")).toEqual({ was: "一", why });
});

test("the counts add up to both answers, whatever they are", () => {
  const some = fc.uniqueArray(fc.record({ residentId: fc.constantFrom("甲", "乙", "丙", "戊"), helperId: fc.constantFrom("一", "二", "三") }), { selector: pairKey });
  fc.assert(fc.property(some, some, (before, after) => {
    const { counts: { kept, added, moved, lost, gone } } = compareAnswers(before, after, everywhere);
    expect(kept + added + moved).toBe(after.length);
    expect(kept + moved + lost + gone).toBe(before.length);
  }));
});

test("nothing changed and asked again moves nobody; a drop-out moves no more than it must and stays out", () => {
  fc.assert(fc.property(someResidents(6), someHelpers(6), (residents, helpers) => {
    const rules = someRules();
    const wishes = { locked: [], forbidden: [], kept: [] };
    const first = solveRound(residents, helpers, rules, wishes);
    const kept = first.proposals.map(({ residentId, helperId }) => pair(residentId, helperId));
    const again = solveRound(residents, helpers, rules, { ...wishes, kept });
    expect(again.proposals.map(pairKey).sort()).toEqual(kept.map(pairKey).sort());
    if (kept.length === 0) return;
    const tried = applyTrial({ residents, helpers, wishes: { ...wishes, kept } }, { kind: "drop_out", helperIds: [kept[0]!.helperId] });
    const after = solveRound(tried.residents, tried.helpers, rules, tried.wishes);
    expect(after.proposals.some(({ helperId }) => helperId === kept[0]!.helperId)).toBe(false);
    expect(after.pairs).toBeLessThanOrEqual(first.pairs);
  }), { numRuns: 300 });
});

test("a lock or a ban tried holds in what is tried", () => {
  const residents = [aResident({ id: "甲" }), aResident({ id: "乙" })];
  const helpers = [aHelper({ id: "一" }), aHelper({ id: "二" })];
  const rules = someRules({ hardRules: [] });
  const round = { residents, helpers, wishes: { locked: [], forbidden: [pair("甲", "二")], kept: [] } };
  const solved = (trial: Parameters<typeof applyTrial>[1]) => { const tried = applyTrial(round, trial); return solveRound(tried.residents, tried.helpers, rules, tried.wishes).proposals.map(pairKey); };
  expect(solved({ kind: "lock", ...pair("甲", "二") })).toContain("甲 二");
  expect(solved({ kind: "forbid", reason: "吵过架", ...pair("甲", "一") })).not.toContain("甲 一");
});

test("a share of the team is drawn the same way twice, and is the share asked for", () => {
  const team = Array.from({ length: 20 }, (_, index) => `h${index}`);
  expect(drawShare(team, 30)).toHaveLength(6);
  expect(drawShare(team, 30)).toEqual(drawShare([...team].reverse(), 30));
  expect([drawShare(team, 0), drawShare(team, 100).length]).toEqual([[], 20]);
});
