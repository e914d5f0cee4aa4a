import type { IndexPair, MatchAnswer, MatchProblem } from "./problem.ts";

/** Marks two people, who are candidates, as chosen. */
export function choose({ rowStart, helper }: MatchProblem, standing: Uint8Array, { resident, helper: other }: IndexPair): void {
  let e = rowStart[resident]!;
  while (helper[e] !== other) e++;
  standing[e] = 1;
}

/** What a choice of candidates comes to; `standing` holds 1 for each that is chosen. */
export function totalsOf({ wants, rowStart, cost: costs }: MatchProblem, standing: Uint8Array): Omit<MatchAnswer, "certificate"> {
  const chosen: number[] = [];
  let [served, cost] = [0, 0];
  for (let r = 0; r < wants.length; r++) {
    const before = chosen.length;
    for (let e = rowStart[r]!, end = rowStart[r + 1]!; e < end; e++) {
      if (standing[e] === 0) continue;
      chosen.push(e);
      cost += costs[e]!;
    }
    if (chosen.length > before) served++;
  }
  return { chosen: Int32Array.from(chosen), pairs: chosen.length, served, cost };
}
