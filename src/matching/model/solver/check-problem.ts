import { Refusal } from "#kernel/refusal.ts";
import { candidateOf } from "./problem.ts";
import type { IndexPair, MatchOptions, MatchProblem } from "./problem.ts";

/** Refuses a problem that has no meaning, and names what is wrong with it. An empty problem is not wrong. */
export function checkProblem(problem: MatchProblem, options: MatchOptions): void {
  checkRows(problem);
  if (problem.wants.some((n) => n < 0) || problem.capacity.some((n) => n < 0)) throw malformed("negative");
  checkCandidates(problem);
  if (options.order && options.order.rank.length !== problem.wants.length) throw malformed("order_length");
  if (options.order?.rank.some((rank) => rank < 0)) throw malformed("order_negative");
  const bonus = options.keepBonus ?? 0;
  if (!Number.isInteger(bonus) || bonus < 0 || bonus > 0x7fffffff) throw malformed("keep_bonus");
  checkLocks(problem, options);
}

function checkRows({ wants, rowStart, helper, cost }: MatchProblem): void {
  if (rowStart.length !== wants.length + 1 || rowStart[0] !== 0) throw malformed("row_start");
  for (let r = 0; r < wants.length; r++) if (rowStart[r + 1]! < rowStart[r]!) throw malformed("row_start");
  if (rowStart[wants.length] !== helper.length || helper.length !== cost.length) throw malformed("lengths");
}

function checkCandidates({ wants, capacity, rowStart, helper }: MatchProblem): void {
  const seenBy = new Int32Array(capacity.length).fill(-1);
  for (let r = 0; r < wants.length; r++) {
    for (let e = rowStart[r]!; e < rowStart[r + 1]!; e++) {
      const h = helper[e]!;
      if (h < 0 || h >= capacity.length) throw malformed("unknown_helper");
      if (seenBy[h] === r) throw malformed("repeated_candidate");
      seenBy[h] = r;
    }
  }
}

function checkLocks(problem: MatchProblem, { locked = [], forbidden = [] }: MatchOptions): void {
  const banned = new Set(forbidden.map((pair) => candidateOf(problem, pair)));
  const wants = new Map<number, number>();
  const taken = new Map<number, number>();
  const seen = new Set<number>();
  for (const pair of locked) {
    const e = candidateOf(problem, pair);
    if (e < 0) throw refuseLock("lock_not_candidate", pair);
    if (banned.has(e)) throw refuseLock("lock_forbidden", pair);
    if (seen.has(e)) throw refuseLock("lock_repeated", pair);
    seen.add(e);
    if (count(wants, pair.resident) > problem.wants[pair.resident]!) throw refuseLock("lock_over_wants", pair);
    if (count(taken, pair.helper) > problem.capacity[pair.helper]!) throw refuseLock("lock_over_capacity", pair);
  }
}

function count(tally: Map<number, number>, key: number): number {
  const n = (tally.get(key) ?? 0) + 1;
  tally.set(key, n);
  return n;
}

function malformed(what: string): Refusal {
  return new Refusal("invalid_input", "matching.problem_malformed", { params: { what } });
}

type LockFault = "lock_not_candidate" | "lock_forbidden" | "lock_repeated" | "lock_over_wants" | "lock_over_capacity";

/** `params` carry the two indices, so that whoever shows the refusal can name the people. */
function refuseLock(reason: LockFault, pair: IndexPair): Refusal {
  return new Refusal("conflict", `matching.${reason}`, { params: { resident: pair.resident, helper: pair.helper } });
}
