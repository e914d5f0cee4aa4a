import { candidateOf, OPEN } from "../solver/problem.ts";
import type { MatchAnswer, MatchOptions, MatchProblem } from "../solver/problem.ts";
import { reduce } from "../solver/reduce.ts";
import type { Network } from "../solver/reduce.ts";

/**
 * One side of the cut, and what all answers still in question have in common: rows are always placed in full, columns hold between
 * `low` and `high`, and only open edges may still change. Later stages close more edges and narrow more columns.
 */
export interface FaceSide {
  readonly residentsAreRows: boolean;
  /** Person behind each row and column. */
  readonly rows: Int32Array;
  readonly cols: Int32Array;
  readonly rowStart: Int32Array;
  readonly col: Int32Array;
  /** What an edge counts (with the bonus of kept pairs), and the candidate of the problem behind it. */
  readonly cost: Int32Array;
  readonly candidate: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly load: Int32Array;
  readonly held: Uint8Array;
  readonly open: Uint8Array;
  /** More than any two answers can differ in cost. */
  readonly beyondCost: number;
}

/** Residents outside all regions with their helpers, and all regions side by side: neither can give the other anything. */
export interface Face {
  readonly outside: FaceSide;
  readonly inside: FaceSide;
  /** Candidates that stand in every answer: the locked ones, and those across two regions. */
  readonly settled: readonly number[];
}

interface Bounds {
  readonly network: Network;
  readonly candidate: Int32Array;
  readonly residentRegion: Int32Array;
  readonly helperRegion: Int32Array;
  readonly residentLow: Int32Array;
  readonly residentHigh: Int32Array;
  readonly helperHigh: Int32Array;
  readonly chosen: Uint8Array;
  readonly across: readonly number[];
}

/** All answers as large as this one, and as good in the serving order, read from the cut that came with it. */
export function faceOf(problem: MatchProblem, options: MatchOptions, answer: MatchAnswer): Face {
  const bounds = boundsOf(reduce(problem, options), leftOver(problem, options), answer);
  const { network, candidate, across } = bounds;
  const settled = [...network.locked, ...across.map((e) => candidate[e]!)];
  return { outside: sideOf(bounds, false), inside: sideOf(bounds, true), settled };
}

/** The candidates a network was left with, in its order: those neither locked nor forbidden. */
export function leftOver(problem: MatchProblem, { locked = [], forbidden = [] }: MatchOptions): Int32Array {
  const dropped = new Set([...locked, ...forbidden].map((pair) => candidateOf(problem, pair)));
  return Int32Array.from([...problem.helper.keys()].filter((e) => !dropped.has(e)));
}

function boundsOf(network: Network, candidate: Int32Array, answer: MatchAnswer): Bounds {
  const { residentRegion, helperRegion } = answer.certificate;
  const [residentLow, residentHigh, helperHigh] = [network.want.slice(), network.want.slice(), network.cap.slice()];
  const across: number[] = [];
  for (let r = 0; r < residentLow.length; r++) {
    const region = residentRegion[r]!;
    if (region === OPEN) continue;
    [residentLow[r], residentHigh[r]] = [0, 0];
    for (let k = 0; k < network.want[r]!; k++) {
      if (network.tierOf(r, k) < region) residentLow[r]!++;
      if (network.tierOf(r, k) <= region) residentHigh[r]!++;
    }
    for (let e = network.rowStart[r]!; e < network.rowStart[r + 1]!; e++) {
      if (region >= helperRegion[network.helper[e]!]!) continue;
      across.push(e);
      residentLow[r] = Math.max(0, residentLow[r]! - 1);
      residentHigh[r]!--;
      helperHigh[network.helper[e]!]!--;
    }
  }
  const standing = new Set(answer.chosen);
  const chosen = Uint8Array.from(candidate, (e) => (standing.has(e) ? 1 : 0));
  return { network, candidate, residentRegion, helperRegion, residentLow, residentHigh, helperHigh, chosen, across };
}

function sideOf(bounds: Bounds, inside: boolean): FaceSide {
  const { network: { rowStart, helper, cost, beyondCost }, candidate, residentRegion, helperRegion, residentLow, residentHigh, helperHigh, chosen } = bounds;
  const edges: number[] = [];
  const residents: number[] = [];
  for (let r = 0; r < residentHigh.length; r++) {
    if ((residentRegion[r] !== OPEN) !== inside || residentHigh[r]! <= 0) continue;
    for (let e = rowStart[r]!; e < rowStart[r + 1]!; e++) {
      if (helperRegion[helper[e]!] !== residentRegion[r] || helperHigh[helper[e]!]! <= 0) continue;
      edges.push(e);
      residents.push(r);
    }
  }
  const [rowPerson, colPerson] = [(k: number) => (inside ? helper[edges[k]!]! : residents[k]!), (k: number) => (inside ? residents[k]! : helper[edges[k]!]!)];
  const [rowAt, colAt] = [numbered(edges.length, rowPerson), numbered(edges.length, colPerson)];
  const side: FaceSide = {
    residentsAreRows: !inside, rows: rowAt.people, cols: colAt.people, rowStart: new Int32Array(rowAt.people.length + 1), beyondCost,
    col: new Int32Array(edges.length), cost: new Int32Array(edges.length), candidate: new Int32Array(edges.length), held: new Uint8Array(edges.length), open: new Uint8Array(edges.length).fill(1),
    low: colAt.people.map((person) => (inside ? residentLow[person]! : 0)), high: colAt.people.map((person) => (inside ? residentHigh[person]! : helperHigh[person]!)), load: new Int32Array(colAt.people.length),
  };
  edges.forEach((_, k) => { side.rowStart[rowAt.at(rowPerson(k)) + 1]!++; });
  for (let i = 0; i < rowAt.people.length; i++) side.rowStart[i + 1]! += side.rowStart[i]!;
  const next = side.rowStart.slice();
  edges.forEach((e, k) => {
    const at = next[rowAt.at(rowPerson(k))]!++;
    side.col[at] = colAt.at(colPerson(k));
    side.cost[at] = cost[e]!;
    side.candidate[at] = candidate[e]!;
    side.held[at] = chosen[e]!;
    side.load[side.col[at]!]! += side.held[at]!;
  });
  return side;
}

/** Those who occur, numbered in ascending order. */
function numbered(count: number, personAt: (k: number) => number): { people: Int32Array; at: (person: number) => number } {
  const met = new Set<number>();
  for (let k = 0; k < count; k++) met.add(personAt(k));
  const people = Int32Array.from(met).sort();
  const place = new Map(Array.from(people, (person, at) => [person, at]));
  return { people, at: (person) => place.get(person)! };
}

/** The candidates held on a side. */
export function heldOn(side: FaceSide): Int32Array {
  return side.candidate.filter((_, e) => side.held[e] === 1);
}
