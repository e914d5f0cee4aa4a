import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import type { RoundView } from "../explain/solved-round.ts";
import { solveView, type PairOfIds } from "../round.ts";
import { someHelpers, someResidents, someRules } from "../testing/people.ts";
import { pairKey } from "./compare.ts";
import { solveTrial, type SolvedTrial } from "./solve-trial.ts";
import type { Trial, TriedRound } from "./trial.ts";

const pairsOf = ({ residents, helpers, problem, residentOf, answer }: RoundView): PairOfIds[] => [...answer.chosen].map((e) => ({ residentId: residents[residentOf[e]!]!.id, helperId: helpers[problem.helper[e]!]!.id }));

/** What an answer is worth: pairs, who is served in which place of the order, and cost with the bonus of what stands. */
function worth({ view }: SolvedTrial, kept: ReadonlySet<string>, bonus: number) {
  const { problem, options, residentOf, answer, has } = view;
  const keeps = pairsOf(view).filter((pair) => kept.has(pairKey(pair))).length;
  const order = options.order;
  const served = order ? [...problem.wants.keys()].flatMap((r) => Array.from({ length: has[r]! }, (_, k) => order.rank[r]! + k * 1000)).sort((a, b) => a - b) : [];
  expect(residentOf).toHaveLength(problem.helper.length);
  return { pairs: answer.pairs, served, cost: answer.cost - bonus * keeps };
}

const someTrial = fc.record({ kind: fc.constantFrom("again", "lock", "forbid", "drop_out", "drill", "come_in" as const), at: fc.nat(1000), share: fc.integer({ min: 1, max: 3 }) });

function trialOf({ kind, at, share }: { kind: Trial["kind"]; at: number; share: number }, { residents, helpers }: TriedRound, pairs: readonly PairOfIds[]): Trial {
  const standing = pairs[at % Math.max(1, pairs.length)];
  const pair = at % 3 === 0 && standing ? standing : { residentId: residents[at % residents.length]!.id, helperId: helpers[(at >> 3) % helpers.length]!.id };
  const helperIds = helpers.filter((_, h) => (h + at) % (share + 1) === 0).map(({ id }) => id);
  switch (kind) {
    case "lock": return { kind, ...pair };
    case "forbid": return { kind, reason: "", ...pair };
    case "drop_out": return { kind, helperIds };
    case "come_in": return { kind, helperIds: ["h0new", "h1new"].slice(0, share) };
    case "drill": return { kind, helperIds, percent: null };
    default: return { kind: "again" };
  }
}

/** The answer, or the reason why there is none: a lock may contradict what was fixed. */
function outcome<T>(work: () => T): T | string {
  try { return work(); } catch (error) { if (!isRefusal(error)) throw error; return error.reason; }
}

test("settled from the standing answer, a trial comes to the same pairs, order and cost as solved anew, proven both ways; with stability above all it moves as few", () => {
  const seen = { warm: 0, all: 0 };
  fc.assert(fc.property(someResidents(8), someHelpers(7), someTrial, fc.constantFrom(0, 3, 9000), fc.constantFrom("hardest_first" as const, "least_cost" as const), fc.tuple(fc.nat(7), someHelpers(2)), (residents, helpers, wish, stability, mode, [fix, comers]) => {
    if (residents.length === 0 || helpers.length === 0) return;
    const rules = someRules({ stability, fairness: { mode, bandPoints: 5, waitingFirst: false, groupBy: "community", capPoints: 10 } });
    const free = solveView(residents, helpers, rules, { locked: [], forbidden: [], kept: [] });
    const [one, two] = pairsOf(free.view);
    const fixed = { locked: fix % 4 === 1 && one ? [one] : [], forbidden: fix % 4 === 2 && two ? [two] : [] };
    const first = solveView(residents, helpers, rules, { ...fixed, kept: [] });
    const kept = pairsOf(first.view);
    const round = { residents, helpers, wishes: { ...fixed, kept }, besides: comers.map((one) => ({ ...one, id: `${one.id}new` })) };
    const trial = trialOf(wish, round, kept);
    const [warm, anew] = [outcome(() => solveTrial(round, trial, rules, first.certificate)), outcome(() => solveTrial(round, trial, rules, null))];
    if (typeof warm === "string" || typeof anew === "string") { expect(warm).toBe(anew); return; }
    const [keys, bonus] = [new Set(kept.map(pairKey)), stability * 100];
    expect([warm.proven, anew.proven, anew.warm]).toEqual([true, true, false]);
    expect(worth(warm, keys, bonus)).toEqual(worth(anew, keys, bonus));
    const keptBy = ({ view }: SolvedTrial) => pairsOf(view).filter((pair) => keys.has(pairKey(pair))).length;
    if (stability === 9000) expect(keptBy(warm)).toBe(keptBy(anew));
    if (trial.kind === "again") expect(pairsOf(warm.view).map(pairKey).sort()).toEqual([...keys].sort());
    seen.all++;
    if (warm.warm) seen.warm++;
  }), { numRuns: 1500 });
  expect(seen.warm / seen.all).toBeGreaterThan(0.8);
});

test("prices are never believed unverified: whatever they are, the trial comes to the same, proven", () => {
  fc.assert(fc.property(someResidents(6), someHelpers(6), fc.constantFrom(0.5, -700, 1_000_000), fc.boolean(), (residents, helpers, by, off) => {
    const rules = someRules();
    const first = solveView(residents, helpers, rules, { locked: [], forbidden: [], kept: [] });
    const kept = pairsOf(first.view);
    if (kept.length === 0) return;
    const prices = first.certificate!;
    const wrong = off ? { ...prices, residentPrice: prices.residentPrice.map((price) => price + by) } : { ...prices, helperPrice: prices.helperPrice.map((price) => price + by) };
    const round = { residents, helpers, wishes: { locked: [], forbidden: [], kept } };
    const trial = { kind: "drop_out" as const, helperIds: [kept[0]!.helperId] };
    const [some, anew] = [solveTrial(round, trial, rules, wrong), solveTrial(round, trial, rules, null)];
    const keys = new Set(kept.map(pairKey));
    expect([some.proven, worth(some, keys, 300)]).toEqual([true, worth(anew, keys, 300)]);
    if (by === 0.5) expect(some.warm).toBe(false);
  }), { numRuns: 300 });
});
