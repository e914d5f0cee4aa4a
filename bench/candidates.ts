/**
 * From people to candidate pairs with every hard rule and every part of the score on, in a made-up city of 30 × 30 km:
 * `node bench/candidates.ts [RESIDENTS=100000] [HELPERS=30000]`. Prints one JSON line; a sample of rows is compared with the rules asked one pair at a time.
 */
import { buildCandidates } from "../src/matching/model/candidates/build-candidates.ts";
import { DEFAULT_RULES, HARD_RULES, mayPair } from "../src/matching/model/candidates/rules.ts";
import { pairCost } from "../src/matching/model/candidates/score.ts";
import { madeUpRound } from "./measure/made-up-round.ts";

const [RESIDENTS, HELPERS] = [Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 30_000)];
const { residents, helpers } = madeUpRound(RESIDENTS, HELPERS);
const rules = { ...DEFAULT_RULES, startOn: "2026-12-01", hardRules: HARD_RULES.map(({ id }) => id) };
const since = performance.now();
const before = process.cpuUsage();
const problem = buildCandidates(residents, helpers, rules);
const seconds = (performance.now() - since) / 1000;
const used = process.cpuUsage(before);
const rssMB = Math.round(process.resourceUsage().maxRSS / 1024);

let checked = 0;
const byOne = performance.now();
for (let r = 0; r < RESIDENTS; r += Math.ceil(RESIDENTS / 20)) {
  const row = new Map([...problem.helper.subarray(problem.rowStart[r], problem.rowStart[r + 1])].map((h, k) => [h, problem.cost[problem.rowStart[r]! + k]]));
  helpers.forEach((helper, h) => {
    const expected = mayPair(residents[r]!, helper, rules) === true ? pairCost(residents[r]!, helper, rules) : undefined;
    if (row.get(h) !== expected) throw new Error(`resident ${r}, helper ${h}: ${row.get(h)} where the rules say ${expected}`);
  });
  checked++;
}
const allPairsSeconds = (((performance.now() - byOne) / 1000) * RESIDENTS) / checked;
console.log(JSON.stringify({ residents: RESIDENTS, helpers: HELPERS, candidates: problem.helper.length, seconds: Number(seconds.toFixed(2)), cpuSeconds: Number(((used.user + used.system) / 1e6).toFixed(2)), rssMB, rowsChecked: checked, ratioToAllPairs: Math.round(allPairsSeconds / seconds) }));
