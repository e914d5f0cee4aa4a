import type { RoundView } from "./solved-round.ts";

/** What one more place somewhere would be worth, for every resident at once. */
export interface OneMorePlace {
  /** 1 where a new volunteer for this resident would let one pair more be made, theirs or, by moves, another's. */
  readonly serves: Uint8Array;
  /** Joins residents whose shortage is one: a volunteer for any of them helps the same people. −1 where nobody is short. */
  readonly shortage: Int32Array;
  /** Friends still wanted in each shortage. */
  readonly missing: readonly number[];
  /**
   * What is saved when a new volunteer takes this resident and nobody more can be served, before the cost of the new pair itself; −∞ where nothing
   * may move. Exact: the shortest chain of moves from the friend set free, as costs stand with the bonus of kept pairs.
   */
  readonly saved: Float64Array;
}

export function oneMorePlace(view: RoundView): OneMorePlace {
  return { ...findShortages(view), saved: savings(view) };
}

/** From everyone who is short, along candidates to full helpers and from them to whom they have: all these would make way for one another. */
function findShortages({ problem: { wants, rowStart, helper }, residentOf, chosen, fixed, holding, has }: RoundView): Pick<OneMorePlace, "serves" | "shortage" | "missing"> {
  const [serves, shortage, entered] = [new Uint8Array(wants.length), new Int32Array(wants.length).fill(-1), new Int32Array(holding.length).fill(-1)];
  const [groups, missing]: [Groups, number[]] = [new Groups(), []];
  /** Everybody a helper has belongs to the shortage that came to them; who belonged to another joins the two. */
  const enter = (h: number, own: number, queue: number[]) => {
    if (entered[h]! >= 0) return groups.join(entered[h]!, own);
    entered[h] = own;
    for (const held of holding[h]!) {
      const next = residentOf[held]!;
      if (fixed[held]) continue;
      if (shortage[next]! >= 0) groups.join(shortage[next]!, own);
      else shortage[queue[queue.push(next) - 1]!] = own;
    }
  };
  for (let first = 0; first < wants.length; first++) {
    const short = wants[first]! - has[first]!;
    if (short <= 0) continue;
    const own = shortage[first]! >= 0 ? shortage[first]! : groups.add();
    missing[own] = (missing[own] ?? 0) + short;
    if (shortage[first]! >= 0) continue;
    shortage[first] = own;
    const queue = [first];
    for (const r of queue) {
      serves[r] = 1;
      for (let e = rowStart[r]!; e < rowStart[r + 1]!; e++) if (!chosen[e] && !fixed[e]) enter(helper[e]!, own, queue);
    }
  }
  const sums: number[] = [];
  missing.forEach((count, group) => { const root = groups.root(group); sums[root] = (sums[root] ?? 0) + count; });
  return { serves, shortage: shortage.map((group) => (group < 0 ? -1 : groups.root(group))), missing: sums };
}

class Groups {
  private readonly parent: number[] = [];

  add(): number {
    return this.parent.push(this.parent.length) - 1;
  }

  root(group: number): number {
    let at = group;
    while (this.parent[at]! !== at) at = this.parent[at] = this.parent[this.parent[at]!]!;
    return at;
  }

  join(a: number, b: number): void {
    this.parent[this.root(a)] = this.root(b);
  }
}

/** Shortest chains by repeated relaxation; the answer being cheapest, no chain leads back to its start at a gain. */
function savings({ problem: { wants, rowStart, helper, cost }, options, residentOf, chosen, fixed, holding }: RoundView): Float64Array {
  const price = Float64Array.from(cost);
  const kept = new Set((options.kept ?? []).map((pair) => pair.resident * holding.length + pair.helper));
  for (let e = 0; kept.size > 0 && e < helper.length; e++) if (kept.has(residentOf[e]! * holding.length + helper[e]!)) price[e]! -= options.keepBonus ?? 0;
  // What a place set free at a helper changes: nothing when it stays free, less when somebody moves in and leaves a dearer one.
  const freed = new Float64Array(holding.length);
  const waiting = new Uint8Array(holding.length).fill(1);
  const queue = [...holding.keys()];
  for (let at = 0; at < queue.length; at++) {
    const from = queue[at]!;
    waiting[from] = 0;
    for (const held of holding[from]!) {
      if (fixed[held]) continue;
      const left = freed[from]! - price[held]!;
      const r = residentOf[held]!;
      for (let e = rowStart[r]!; e < rowStart[r + 1]!; e++) {
        const to = helper[e]!;
        if (chosen[e] || fixed[e] || price[e]! + left >= freed[to]!) continue;
        freed[to] = price[e]! + left;
        if (waiting[to]) continue;
        waiting[to] = 1;
        queue.push(to);
      }
    }
  }
  const saved = new Float64Array(wants.length).fill(-Infinity);
  for (let e = 0; e < helper.length; e++) if (chosen[e] && !fixed[e]) saved[residentOf[e]!] = Math.max(saved[residentOf[e]!]!, price[e]! - freed[helper[e]!]!);
  return saved;
}
