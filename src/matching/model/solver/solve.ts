import { canBeAuctioned, placeByAuction } from "./least-cost/auction.ts";
import { bid } from "./least-cost/bidding.ts";
import { fitsAsTheyCome, placeInOrder, placeMost } from "./largest/cardinality.ts";
import { checkProblem } from "./check-problem.ts";
import { emptyPlacement, transpose, type Regions } from "./flow.ts";
import type { PerfectProblem, PerfectState } from "./least-cost/perfect.ts";
import { gatherNeighbours, isDense } from "./neighbours.ts";
import { OPEN } from "./problem.ts";
import type { MatchAnswer, MatchOptions, MatchProblem } from "./problem.ts";
import { reduce, type Network } from "./reduce.ts";
import { placeByShortestPaths } from "./least-cost/shortest-path.ts";
import { Shortlists } from "./least-cost/shortlist.ts";
import { splitAtCuts } from "./split.ts";
import type { Split } from "./split.ts";
import { choose, totalsOf } from "./totals.ts";

/**
 * The best pairing there is: the most pairs, then the serving order if one is given, then the least total cost.
 * Exact in integers and the same on every machine. Comes with a certificate for `verify`.
 */
export function solve(problem: MatchProblem, options: MatchOptions = {}): MatchAnswer {
  checkProblem(problem, options);
  const parts = takeApart(reduce(problem, options), options);
  return assemble(problem, options, parts, solvePerfect(parts.split.outside.problem), solvePerfect(parts.split.inside.problem));
}

/** The two sides of the cut, and who is who. */
interface Parts {
  readonly split: Split;
  /** Index in the problem of each resident and helper of the split. */
  readonly residents: Int32Array;
  readonly helpers: Int32Array;
}

function takeApart(given: Network, { order, seed = 0 }: MatchOptions): Parts {
  const { network, residents, helpers } = gatherNeighbours(given, seed);
  const graph = { need: network.want, room: network.cap, rowStart: network.rowStart, col: network.helper };
  if (!order && isDense(network) && fitsAsTheyCome(graph)) return { split: splitAtCuts(network, null, nothingClosed(network)), residents, helpers };
  const back = transpose(graph.need.length, graph.room.length, graph.rowStart, graph.col);
  return { split: splitAtCuts(network, back, order ? placeInOrder(graph, network.tierOf) : placeMost(graph, back)), residents, helpers };
}

/** Everybody can be served in full: there is no region from which no free place can be reached. */
function nothingClosed({ want, cap }: Network): Regions {
  return { rowRegion: new Int32Array(want.length).fill(OPEN), colRegion: new Int32Array(cap.length).fill(OPEN) };
}

/** The least cost of placing every row in full. */
export function solvePerfect(problem: PerfectProblem): PerfectState {
  const colPrice = problem.opensAt.map((price, j) => (problem.firm[j]! > 0 ? 0 : price));
  const state = { ...emptyPlacement(problem), rowPrice: new Float64Array(problem.need.length), colPrice };
  if (canBeAuctioned(problem)) {
    placeByAuction(problem, state);
    return state;
  }
  const lists = new Shortlists(problem);
  bid(problem, state, lists);
  placeByShortestPaths(problem, state, lists);
  return state;
}

function assemble(problem: MatchProblem, options: MatchOptions, { split, residents, helpers }: Parts, outside: PerfectState, inside: PerfectState): MatchAnswer {
  const standing = new Uint8Array(problem.cost.length);
  const stand = (resident: number, helper: number): void => choose(problem, standing, { resident, helper });
  for (const pair of options.locked ?? []) choose(problem, standing, pair);
  for (const { resident, helper } of split.forced) stand(residents[resident]!, helpers[helper]!);
  eachPlaced(outside, (row, col) => { stand(residents[split.outside.rows[row]!]!, helpers[split.outside.cols[col]!]!); });
  eachPlaced(inside, (row, col) => { stand(residents[split.inside.cols[col]!]!, helpers[split.inside.rows[row]!]!); });
  return { ...totalsOf(problem, standing), certificate: certify(split, residents, helpers, outside, inside) };
}

function eachPlaced({ load, slotStart, slotRow }: PerfectState, placed: (row: number, col: number) => void): void {
  for (let j = 0; j < load.length; j++) for (let s = slotStart[j]!, end = s + load[j]!; s < end; s++) placed(slotRow[s]!, j);
}

/** Prices of both sides, by person. Within a region only differences count: inside, a place that may stay empty is made to cost nothing. */
function certify(split: Split, residents: Int32Array, helpers: Int32Array, outside: PerfectState, inside: PerfectState): MatchAnswer["certificate"] {
  const [residentPrice, helperPrice] = [new Float64Array(residents.length), new Float64Array(helpers.length)];
  const { surcharge } = split;
  split.outside.rows.forEach((r, i) => { residentPrice[residents[r]!] = outside.rowPrice[i]!; });
  split.outside.cols.forEach((h, j) => { helperPrice[helpers[h]!] = outside.colPrice[j]!; });
  split.inside.rows.forEach((h, i) => { helperPrice[helpers[h]!] = surcharge - inside.rowPrice[i]!; });
  split.inside.cols.forEach((r, j) => { residentPrice[residents[r]!] = surcharge - inside.colPrice[j]!; });
  const [residentRegion, helperRegion] = [new Int32Array(residents.length), new Int32Array(helpers.length)];
  residents.forEach((r, i) => { residentRegion[r] = split.residentRegion[i]!; });
  helpers.forEach((h, j) => { helperRegion[h] = split.helperRegion[j]!; });
  return { residentRegion, helperRegion, residentPrice, helperPrice };
}
