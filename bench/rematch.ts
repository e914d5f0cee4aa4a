/**
 * One thing changes in a solved instance of the matching benchmark: a helper drops out, two are locked, two are forbidden, a resident leaves, a helper
 * comes in. Prints processor milliseconds of settling each from the last answer, beside solving anew; every hundredth answer is verified.
 * Usage: `node bench/rematch.ts FILE [CHANGES]`.
 */
import { Rematch } from "../src/matching/model/rematch/rematch.ts";
import { residentOfEach } from "../src/matching/model/solver/problem.ts";
import { solve } from "../src/matching/model/solver/solve.ts";
import { verify } from "../src/matching/model/solver/verify.ts";
import { isRefusal } from "../src/kernel/refusal.ts";
import { readInstance } from "./measure/instance.ts";
import { markdown, ms, timingOf } from "./measure/timing.ts";

const [file, changes = "200"] = process.argv.slice(2);
if (!file) throw new Error("usage: node bench/rematch.ts FILE [CHANGES]");
const problem = readInstance(file);
const [answer, anew] = taking(() => solve(problem));
const residents = residentOfEach(problem);
const byHelper: number[][] = [];
problem.helper.forEach((helper, e) => { (byHelper[helper] ??= []).push(e); });
const standing = (): number => answer.chosen[any(answer.chosen.length)]!;
const pairOf = (e: number) => ({ resident: residents[e]!, helper: problem.helper[e]! });
const [rematch, begin] = taking(() => new Rematch(problem, {}, answer));
let state = 1;
const any = (n: number): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) % n;

const kinds: Record<string, () => void> = {
  "a helper drops out": () => rematch.dropOut(pairOf(standing()).helper),
  "a pair is forbidden": () => rematch.forbid(pairOf(standing())),
  "another pair is locked": lockAny,
  "a resident leaves": () => rematch.leave(pairOf(standing()).resident),
  "a helper comes in": () => rematch.join(1, candidatesOf(pairOf(standing()).helper)),
};
const rows = Object.entries(kinds).map(([kind, change]) => {
  const taken: number[] = [];
  for (let k = 0; k < Number(changes); k++) {
    taken.push(taking(change)[1]);
    if (k % 100 === 99 && verify(rematch.problem, rematch.options, rematch.answer()) !== null) throw new Error(`not proven after: ${kind}`);
  }
  const { median, p95 } = timingOf(taken);
  return [kind, ms(median), ms(p95), ms(Math.max(...taken)), (anew / median).toFixed(0)];
});
console.log(`${file.split("/").at(-1)}: solved anew ${ms(anew)} ms, begun ${ms(begin)} ms`);
console.log(markdown(["change", "median ms", "p95 ms", "slowest ms", "ratio to anew"], rows));

/** Whoever another helper could help, at the same cost: the newcomer lives next door. */
function candidatesOf(helper: number): { resident: number; cost: number }[] {
  return Array.from(byHelper[helper] ?? [], (e) => ({ resident: residents[e]!, cost: problem.cost[e]! }));
}

/** Locks any pair; one that contradicts what was fixed before is refused and another tried. */
function lockAny(): void {
  for (;;) {
    try { return rematch.lock(pairOf(any(problem.helper.length))); } catch (error) { if (!isRefusal(error)) throw error; }
  }
}

function taking<T>(work: () => T): [T, number] {
  const before = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(before);
  return [made, (user + system) / 1000];
}
