/**
 * What every choice of fairness costs on instances of the matching benchmark, against the least cost with as many pairs:
 * `node bench/fairness.ts FILE …` prints a table. Every answer is verified.
 *
 * The format knows neither waiting nor communities: who has the fewest candidates stands first in the serving order, and residents
 * belong to five made-up groups of unequal size.
 */
import type { FairnessChoice, FairnessContext } from "../src/matching/model/fairness/choice.ts";
import { comparePolicies } from "../src/matching/model/fairness/compare-policies.ts";
import { solveFairly } from "../src/matching/model/fairness/solve-fairly.ts";
import { verifyFairly } from "../src/matching/model/fairness/verify-fairly.ts";
import type { MatchProblem } from "../src/matching/model/solver/problem.ts";
import { readInstance } from "./measure/instance.ts";
import { markdown, ms, timingOf } from "./measure/timing.ts";

const CHOICES: readonly { readonly name: string; readonly choice: FairnessChoice }[] = [
  { name: "least cost", choice: { mode: "least_cost" } },
  { name: "hardest first", choice: { mode: "hardest_first" } },
  { name: "leximin, exact", choice: { mode: "leximin", bandWidth: 1, orderFirst: false } },
  { name: "leximin, bands of 500", choice: { mode: "leximin", bandWidth: 500, orderFirst: false } },
  { name: "leximin after the order", choice: { mode: "leximin", bandWidth: 1, orderFirst: true } },
  { name: "cap of 2 points", choice: { mode: "group_cap", capPoints: 2 } },
  { name: "cap of 0 points", choice: { mode: "group_cap", capPoints: 0 } },
];
/** Solved again and again for so long, so that the median of a small instance is a warm one. */
const REPEATED_MS = 400;

const files = process.argv.slice(2);
if (files.length === 0) throw new Error("usage: node bench/fairness.ts FILE …");
for (const file of files) {
  const problem = readInstance(file);
  const context = contextOf(problem);
  const rows = CHOICES.map(({ name, choice }) => {
    const solving = processorMs(() => solveFairly(problem, {}, choice, context));
    const fair = solveFairly(problem, {}, choice, context);
    const verifying = processorMs(() => { if (verifyFairly(problem, {}, choice, context, fair) !== null) throw new Error(`not proven: ${name}`); });
    const result = comparePolicies(problem, {}, [choice], context).at(-1)!;
    return [
      name, result.pairs, result.served, result.cost, `${(100 * (result.extraShare ?? 0)).toFixed(2)} %`, result.worst ?? 0, Math.round(result.mean ?? 0),
      `${(100 * Math.min(...result.groups.map(({ served, residents }) => served / residents))).toFixed(1)} %`, ms(solving), ms(verifying),
    ];
  });
  console.log(`\n${problem.wants.length} residents, ${problem.capacity.length} helpers, ${problem.helper.length} candidates\n`);
  console.log(markdown(["choice", "pairs", "with a friend", "cost", "beyond least", "worst", "mean", "least served group", "cpu ms", "verify ms"], rows));
}

function contextOf({ wants, rowStart }: MatchProblem): Required<FairnessContext> {
  return {
    order: { rank: Int32Array.from(wants, (_, r) => rowStart[r + 1]! - rowStart[r]!), everyoneOnce: true },
    groups: { of: Int32Array.from(wants, (_, r) => Math.min(4, (Math.imul(r, 0x9e3779b1) >>> 0) % 9)), count: 5 },
  };
}

/** Median processor time of a piece of work. */
function processorMs(work: () => unknown): number {
  const taken: number[] = [];
  for (const until = performance.now() + REPEATED_MS; taken.length === 0 || performance.now() < until;) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    taken.push((user + system) / 1000);
  }
  return timingOf(taken).median;
}
