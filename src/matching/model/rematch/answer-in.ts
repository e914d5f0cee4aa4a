import { OPEN, type MatchAnswer, type MatchOptions, type MatchProblem } from "../solver/problem.ts";
import { totalsOf } from "../solver/totals.ts";
import type { WholeNetwork } from "./whole-network.ts";

/** The answer that stands in a whole network, and its certificate: regions closed tier by tier, prices without what going without costs there. */
export function answerIn(whole: WholeNetwork, problem: MatchProblem, options: MatchOptions): MatchAnswer {
  const { state: { load, slotStart, slotRow }, helpers } = whole;
  const standing = new Uint8Array(problem.cost.length);
  const stand = (resident: number, helper: number): void => {
    let e = problem.rowStart[resident]!;
    while (problem.helper[e] !== helper) e++;
    standing[e] = 1;
  };
  for (const { resident, helper } of options.locked ?? []) stand(resident, helper);
  for (let h = 0; h < helpers; h++) for (let s = slotStart[h]!, end = s + load[h]!; s < end; s++) stand(slotRow[s]!, h);
  return { ...totalsOf(problem, standing), certificate: certify(whole) };
}

function certify(whole: WholeNetwork): MatchAnswer["certificate"] {
  const { state: { rowPrice, colPrice }, helpers, priceOf } = whole;
  const { residentRegion, helperRegion } = closeRegions(whole);
  const lowered = (price: number, region: number): number => (region === OPEN ? price : price - priceOf(region));
  return {
    residentRegion, helperRegion,
    residentPrice: rowPrice.map((price, r) => (Number.isFinite(price) ? lowered(price, residentRegion[r]!) : 0)),
    helperPrice: colPrice.subarray(0, helpers).map((price, h) => lowered(price, helperRegion[h]!)),
  };
}

/** Everybody within reach of those who go without, the first tier first; who is reached once stays in that region. */
function closeRegions({ problem: { need, rowStart, col }, state: { taken, load, slotStart, slotRow, slotEdge }, helpers, closed, tierOf }: WholeNetwork): { residentRegion: Int32Array; helperRegion: Int32Array } {
  const [residentRegion, helperRegion] = [new Int32Array(need.length).fill(OPEN), new Int32Array(helpers).fill(OPEN)];
  const without: { row: number; tier: number }[] = [];
  for (let j = helpers; j < load.length; j++) {
    for (let s = slotStart[j]!, end = s + load[j]!; s < end; s++) without.push({ row: slotRow[s]!, tier: tierAt(slotEdge[s]!, slotRow[s]!) });
  }
  for (const { row, tier } of without.sort((a, b) => a.tier - b.tier)) {
    if (residentRegion[row] !== OPEN) continue;
    residentRegion[row] = tier;
    const queue = [row];
    for (const at of queue) {
      for (let e = rowStart[at]!; e < rowStart[at + 1]!; e++) {
        const h = col[e]!;
        if (h >= helpers || taken[e] === 1 || helperRegion[h] !== OPEN) continue;
        helperRegion[h] = tier;
        for (let s = slotStart[h]!, end = s + load[h]!; s < end; s++) {
          if (residentRegion[slotRow[s]!] !== OPEN) continue;
          residentRegion[slotRow[s]!] = tier;
          queue.push(slotRow[s]!);
        }
      }
    }
  }
  return { residentRegion, helperRegion };

  /** A row's edges to go without stand at its end, one a place. */
  function tierAt(edge: number, row: number): number {
    let firstWithout = rowStart[row + 1]!;
    while (firstWithout > rowStart[row]! && col[firstWithout - 1]! >= helpers) firstWithout--;
    return tierOf(row, edge - firstWithout);
  }
}
