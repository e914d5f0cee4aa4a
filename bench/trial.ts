/**
 * What one change would do in a made-up round, from people to the proven answer: settled from the standing answer, beside solved anew.
 * `node bench/trial.ts [RESIDENTS=10000] [HELPERS=7000]` prints a table of processor milliseconds.
 */
import { DEFAULT_RULES } from "../src/matching/model/candidates/rules.ts";
import { solveTrial } from "../src/matching/model/changes/solve-trial.ts";
import { drawShare, type Trial } from "../src/matching/model/changes/trial.ts";
import { solveView } from "../src/matching/model/round.ts";
import { madeUpRound } from "./measure/made-up-round.ts";
import { markdown, ms } from "./measure/timing.ts";

const [RESIDENTS, HELPERS] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 7000)];
const { residents, helpers } = madeUpRound(RESIDENTS, HELPERS, { cityKm: 30 });
const rules = { ...DEFAULT_RULES, startOn: "2026-12-01" };
const first = solveView(residents, helpers, rules, { locked: [], forbidden: [], kept: [] });
const { residentOf, problem, answer } = first.view;
const kept = [...answer.chosen].map((e) => ({ residentId: residents[residentOf[e]!]!.id, helperId: helpers[problem.helper[e]!]!.id }));
const one = kept[kept.length >> 1]!;
const trials: Record<string, Trial> = {
  "nothing": { kind: "again" }, "one drops out": { kind: "drop_out", helperIds: [one.helperId] }, "a pair locked": { kind: "lock", ...one }, "a pair forbidden": { kind: "forbid", reason: "", ...one },
  "30 % drop out": { kind: "drill", percent: 30, helperIds: drawShare(helpers.map(({ id }) => id), 30) },
};

const rows = Object.entries(trials).map(([name, trial]) => {
  const round = { residents, helpers, wishes: { locked: [], forbidden: [], kept } };
  const [warm, warmMs] = taking(() => solveTrial(round, trial, rules, first.certificate));
  const [anew, anewMs] = taking(() => solveTrial(round, trial, rules, null));
  if (warm.warm === (name === "30 % drop out") || !warm.proven || !anew.proven || warm.view.answer.pairs !== anew.view.answer.pairs) throw new Error(`not the same: ${name}`);
  return [name, warm.view.answer.pairs, ms(warmMs), ms(anewMs)];
});
console.log(`${RESIDENTS} residents, ${HELPERS} helpers, ${problem.helper.length} candidates`);
console.log(markdown(["trial", "pairs", "from the standing answer where it is few, ms", "anew, ms"], rows));

function taking<T>(work: () => T): [T, number] {
  const before = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(before);
  return [made, (user + system) / 1000];
}
