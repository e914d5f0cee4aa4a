import type { Groups } from "../fairness/choice.ts";
import { candidateOf, residentOfEach } from "../solver/problem.ts";
import type { MatchOptions, MatchProblem } from "../solver/problem.ts";

/** What an answer is judged by. */
export interface FairWorth {
  readonly pairs: number;
  readonly penalty: number;
  readonly served: number;
  /** Pairs of each level, the worst level first. */
  readonly levels: readonly (readonly [level: number, count: number])[];
  readonly cost: number;
  /** Residents of each group who want a friend and have none. */
  readonly without: readonly number[];
}

/** Every worth that some answer has and that none with the same helpers' places and the same groups surpasses. Only for small problems. */
export function worthsByTrying(problem: MatchProblem, options: MatchOptions, bandWidth: number, groups: Groups): FairWorth[] {
  const { worthOf, subsetsOf } = judgeOf(problem, options, bandWidth, groups);
  let ends = new Map<string, { cap: number[]; chosen: number[] }>([["", { cap: [...problem.capacity], chosen: [] }]]);
  for (let r = 0; r < problem.wants.length; r++) {
    const next: typeof ends = new Map();
    for (const { cap, chosen } of ends.values()) for (const some of subsetsOf(r)) {
      const left = cap.slice();
      if (some.some((e) => --left[problem.helper[e]!]! < 0)) continue;
      const made = { cap: left, chosen: [...chosen, ...some] };
      const worth = worthOf(made.chosen, r + 1);
      const key = `${left.join()} ${worth.without.join()} ${worth.served}`;
      const old = next.get(key);
      if (!old || compareFair(worth, worthOf(old.chosen, r + 1)) < 0) next.set(key, made);
    }
    ends = next;
  }
  return [...ends.values()].map(({ chosen }) => worthOf(chosen, problem.wants.length));
}

/** Negative when `a` is better: more pairs, then the serving order, then fewer of the worst level, and so on, then cost. */
export function compareFair(a: FairWorth, b: FairWorth): number {
  return b.pairs - a.pairs || a.penalty - b.penalty || compareLevels(a.levels, b.levels) || a.cost - b.cost;
}

function compareLevels(a: FairWorth["levels"], b: FairWorth["levels"]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [one, other] = [a[at], b[at]];
    if (!one || !other) return one ? 1 : -1;
    if (one[0] !== other[0]) return one[0] - other[0];
    if (one[1] !== other[1]) return one[1] - other[1];
  }
  return 0;
}

export function judgeOf(problem: MatchProblem, { locked = [], forbidden = [], kept = [], keepBonus = 0, order }: MatchOptions, bandWidth: number, groups: Groups) {
  const residents = residentOfEach(problem);
  const at = (pairs: NonNullable<MatchOptions["kept"]>) => new Set(pairs.map((pair) => candidateOf(problem, pair)));
  const [fixed, banned, cheaper] = [at(locked), at(forbidden), at(kept)];
  const held = Int32Array.from(problem.wants, (_, r) => [...fixed].filter((e) => residents[e] === r).length);
  const ranks = order ? Math.max(0, ...order.rank) + 1 : 0;
  const price = (e: number) => problem.cost[e]! - (cheaper.has(e) ? keepBonus : 0);
  const worthOf = (chosen: readonly number[], residentsDone = problem.wants.length): FairWorth => {
    const got = new Int32Array(problem.wants.length);
    let penalty = 0;
    for (const e of chosen) {
      const [r, k] = [residents[e]!, got[residents[e]!]!++];
      if (order && k >= held[r]!) penalty += order.rank[r]! + (order.everyoneOnce ? k * ranks : 0);
    }
    const levels = new Map<number, number>();
    for (const e of chosen) if (!fixed.has(e)) levels.set(Math.floor(price(e) / bandWidth), (levels.get(Math.floor(price(e) / bandWidth)) ?? 0) + 1);
    const without = Array.from({ length: groups.count }, (_, g) => [...got].filter((n, r) => r < residentsDone && problem.wants[r]! > 0 && n === 0 && groups.of[r] === g).length);
    return { pairs: chosen.length, penalty, served: got.filter((n) => n > 0).length, levels: [...levels].sort((a, b) => b[0] - a[0]), cost: chosen.reduce((sum, e) => sum + price(e), 0), without };
  };
  const subsetsOf = (r: number): number[][] => {
    const [from, to] = [problem.rowStart[r]!, problem.rowStart[r + 1]!];
    const own = Array.from({ length: to - from }, (_, k) => from + k);
    const all: number[][] = [[]];
    for (const e of own) if (!banned.has(e)) all.push(...all.filter((some) => some.length < problem.wants[r]!).map((some) => [...some, e]));
    return all.filter((some) => own.every((e) => !fixed.has(e) || some.includes(e)));
  };
  return { worthOf, subsetsOf };
}
