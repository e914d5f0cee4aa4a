/**
 * Reasons for everybody of a made-up round: every pair's parts and alternative, everyone left out with the rules against and the smallest
 * change, where one more volunteer would help. `node bench/explain.ts [RESIDENTS=10000] [HELPERS=7000]` prints one JSON line.
 */
import { buildCandidates } from "../src/matching/model/candidates/build-candidates.ts";
import { DEFAULT_RULES } from "../src/matching/model/candidates/rules.ts";
import { orderByWaiting } from "../src/matching/model/candidates/serving-order.ts";
import { explainPairs } from "../src/matching/model/explain/explain-pairs.ts";
import { explainUnmatched } from "../src/matching/model/explain/explain-unmatched.ts";
import { recruitmentOf } from "../src/matching/model/explain/recruitment.ts";
import { viewRound } from "../src/matching/model/explain/solved-round.ts";
import { solve } from "../src/matching/model/solver/solve.ts";
import { madeUpRound } from "./measure/made-up-round.ts";

const [RESIDENTS, HELPERS] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 7000)];
const { residents, helpers } = madeUpRound(RESIDENTS, HELPERS, { cityKm: 30 });
const rules = { ...DEFAULT_RULES, startOn: "2026-12-01" };
const problem = buildCandidates(residents, helpers, rules);
const options = { order: orderByWaiting(residents, problem), seed: 1 };
const view = viewRound({ residents, helpers, rules, problem, options, answer: solve(problem, options) });

/** Processor milliseconds, as other work shares the machine. */
function timed<T>(work: () => T): { ms: number; value: T } {
  const before = process.cpuUsage();
  const value = work();
  const used = process.cpuUsage(before);
  return { ms: Math.round((used.user + used.system) / 1000), value };
}

const pairs = timed(() => explainPairs(view));
const unmatched = timed(() => explainUnmatched(view));
const recruits = timed(() => recruitmentOf(view));
console.log(JSON.stringify({
  residents: RESIDENTS, helpers: HELPERS, candidates: problem.helper.length, pairs: pairs.value.length, unmatched: unmatched.value.length, recruits: recruits.value.length,
  pairsMs: pairs.ms, unmatchedMs: unmatched.ms, everybodyMs: pairs.ms + unmatched.ms, recruitmentMs: recruits.ms,
}));
