import { OPEN, type Certificate, type MatchAnswer, type MatchOptions, type MatchProblem } from "../solver/problem.ts";
import { choose, totalsOf } from "../solver/totals.ts";
import type { WholeNetwork } from "./whole-network.ts";

/** The answer that stands in a whole network, and its certificate: regions closed tier by tier, prices without what going without costs there. */
export function answerIn(whole: WholeNetwork, problem: MatchProblem, options: MatchOptions): MatchAnswer {
  const { state: { load, slotStart, slotRow }, helpers } = whole;
  const standing = new Uint8Array(problem.cost.length);
  for (const pair of options.locked ?? []) choose(problem, standing, pair);
  for (let h = 0; h < helpers; h++) for (let s = slotStart[h]!, end = s + load[h]!; s < end; s++) choose(problem, standing, { resident: slotRow[s]!, helper: h });
  return { ...totalsOf(problem, standing), certificate: certify(whole, problem.capacity.length) };
}

function certify(whole: WholeNetwork, known: number): Certificate {
  const { state: { rowPrice, colPrice }, priceOf } = whole;
  const { residentRegion, helperRegion } = closeRegions(whole);
  const lowered = (price: number, region: number): number => (region === OPEN ? price : price - priceOf(region));
  return {
    residentRegion, helperRegion: helperRegion.slice(0, known),
    residentPrice: rowPrice.map((price, r) => (Number.isFinite(price) ? lowered(price, residentRegion[r]!) : 0)),
    helperPrice: colPrice.slice(0, known).map((price, h) => lowered(price, helperRegion[h]!)),
  };
}

/** Everybody within reach of those who go without, the first tier first; who is reached once stays in that region. */
function closeRegions(whole: WholeNetwork): { residentRegion: Int32Array; helperRegion: Int32Array } {
  const { problem: { need }, helpers } = whole;
  const regions = { residentRegion: new Int32Array(need.length).fill(OPEN), helperRegion: new Int32Array(helpers).fill(OPEN) };
  for (const { row, tier } of thoseWithout(whole)) {
    if (regions.residentRegion[row] !== OPEN) continue;
    regions.residentRegion[row] = tier;
    const queue = [row];
    for (const at of queue) queue.push(...reachFrom(whole, regions, at, tier));
  }
  return regions;
}

/** Places that go without, the first tier first. A row's edges for them stand at its end, one a place. */
function thoseWithout({ problem: { rowStart, col }, state: { load, slotStart, slotRow, slotEdge }, helpers, tierOf }: WholeNetwork): { row: number; tier: number }[] {
  const all: { row: number; tier: number }[] = [];
  for (let j = helpers; j < load.length; j++) {
    for (let s = slotStart[j]!, end = s + load[j]!; s < end; s++) {
      const row = slotRow[s]!;
      let first = rowStart[row + 1]!;
      while (first > rowStart[row]! && col[first - 1]! >= helpers) first--;
      all.push({ row, tier: tierOf(row, slotEdge[s]! - first) });
    }
  }
  return all.sort((a, b) => a.tier - b.tier);
}

/** Closes the helpers a resident could have besides those they have; returns the residents who have them, newly closed. */
function reachFrom({ problem: { rowStart, col }, state: { taken, load, slotStart, slotRow }, helpers }: WholeNetwork, regions: Pick<Certificate, "residentRegion" | "helperRegion">, resident: number, tier: number): number[] {
  const { residentRegion, helperRegion } = regions;
  const reached: number[] = [];
  for (let e = rowStart[resident]!; e < rowStart[resident + 1]!; e++) {
    const h = col[e]!;
    if (h >= helpers || taken[e] !== 0 || helperRegion[h] !== OPEN) continue;
    helperRegion[h] = tier;
    for (const owner of slotRow.subarray(slotStart[h]!, slotStart[h]! + load[h]!)) {
      if (residentRegion[owner] !== OPEN) continue;
      residentRegion[owner] = tier;
      reached.push(owner);
    }
  }
  return reached;
}
