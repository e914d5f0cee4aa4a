import { bid } from "./bidding.ts";
import { placeInOrder, placeMost } from "./cardinality.ts";
import { checkProblem } from "./check-problem.ts";
import { emptyPlacement, transpose } from "./flow.ts";
import type { PerfectProblem, PerfectState } from "./perfect.ts";
import { gatherNeighbours, type Neighbourhood } from "./neighbours.ts";
import { residentOfEach } from "./problem.ts";
import type { MatchAnswer, MatchOptions, MatchProblem } from "./problem.ts";
import { reduce } from "./reduce.ts";
import { placeByShortestPaths } from "./shortest-path.ts";
import { splitAtCuts } from "./split.ts";
import type { Side, Split } from "./split.ts";

/**
 * The best pairing there is: the most pairs, then the serving order if one is given, then the least total cost.
 * Exact in integers and the same on every machine. Comes with a certificate for `verify`.
 */
export function solve(problem: MatchProblem, options: MatchOptions = {}): MatchAnswer {
  checkProblem(problem, options);
  const hood = gatherNeighbours(reduce(problem, options), options.seed ?? 0);
  const { network } = hood;
  const graph = { need: network.want, room: network.cap, rowStart: network.rowStart, col: network.helper };
  const back = transpose(graph.need.length, graph.room.length, graph.rowStart, graph.col);
  const most = options.order ? placeInOrder(graph, network.tierOf) : placeMost(graph, back);
  const split = splitAtCuts(network, back, most);
  return assemble(problem, hood, split, solvePerfect(split.outside.problem), solvePerfect(split.inside.problem));
}

/** The least cost of placing every row in full. */
function solvePerfect(problem: PerfectProblem): PerfectState {
  const state = { ...emptyPlacement(problem), rowPrice: new Float64Array(problem.need.length), colPrice: Float64Array.from(problem.room, (_, j) => (problem.firm[j]! > 0 ? 0 : problem.surcharge)) };
  bid(problem, state);
  placeByShortestPaths(problem, state);
  return state;
}

function assemble(problem: MatchProblem, { network, residents, helpers }: Neighbourhood, split: Split, outside: PerfectState, inside: PerfectState): MatchAnswer {
  const edges = [split.forced, chosenOf(split.outside, outside), chosenOf(split.inside, inside)].flatMap((some) => [...some]);
  const chosen = Int32Array.from([...network.locked, ...edges.map((e) => network.candidate?.[e] ?? e)]).sort();
  const residentPrice = new Float64Array(problem.wants.length);
  const helperPrice = new Float64Array(problem.capacity.length);
  // Within a region only differences of prices count: this one makes a place that may stay empty cost nothing.
  const { surcharge } = split.inside.problem;
  split.outside.rows.forEach((r, i) => { residentPrice[residents[r]!] = outside.rowPrice[i]!; });
  split.outside.cols.forEach((h, j) => { helperPrice[helpers[h]!] = outside.colPrice[j]!; });
  split.inside.rows.forEach((h, i) => { helperPrice[helpers[h]!] = surcharge - inside.rowPrice[i]!; });
  split.inside.cols.forEach((r, j) => { residentPrice[residents[r]!] = surcharge - inside.colPrice[j]!; });
  const residentRegion = new Int32Array(residents.length);
  const helperRegion = new Int32Array(helpers.length);
  residents.forEach((r, i) => { residentRegion[r] = split.residentRegion[i]!; });
  helpers.forEach((h, j) => { helperRegion[h] = split.helperRegion[j]!; });
  const certificate = { residentRegion, helperRegion, residentPrice, helperPrice };
  const residentOf = residentOfEach(problem);
  const served = new Uint8Array(problem.wants.length);
  let cost = 0;
  for (const e of chosen) {
    served[residentOf[e]!] = 1;
    cost += problem.cost[e]!;
  }
  return { chosen, pairs: chosen.length, served: served.reduce((a, b) => a + b, 0), cost, certificate };
}

function chosenOf(side: Side, state: PerfectState): Int32Array {
  return side.edges.filter((_, e) => state.taken[e] === 1);
}
