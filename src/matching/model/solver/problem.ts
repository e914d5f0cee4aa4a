/** Who may be paired with whom: residents as rows, helpers as columns, candidate pairs as compressed rows (CSR). */
export interface MatchProblem {
  /** How many helpers each resident wants (1 or 2 in practice, 0 to sit out). */
  readonly wants: Int32Array;
  /** How many residents each helper can still take on. */
  readonly capacity: Int32Array;
  /** Candidates of resident `r` stand at `rowStart[r]` … `rowStart[r + 1] - 1`; length is residents + 1. */
  readonly rowStart: Int32Array;
  /** Helper of each candidate pair; no helper twice in one row. */
  readonly helper: Int32Array;
  /** Cost of each candidate pair, the less the better; any 32-bit integer. */
  readonly cost: Int32Array;
}

/** One resident and one helper by their index. */
export interface IndexPair {
  readonly resident: number;
  readonly helper: number;
}

/**
 * Who is served first when not everyone can be. Without it every place counts the same
 * and only the number of pairs and their cost decide.
 */
export interface ServingOrder {
  /** Per resident, 0 for the first in line; residents of one rank are equals, and cost decides among them. */
  readonly rank: Int32Array;
  /** True when nobody gets a second helper while that place could serve someone who has none. */
  readonly everyoneOnce: boolean;
}

export interface MatchOptions {
  /** Pairs that must stand. Each must be a candidate. */
  readonly locked?: readonly IndexPair[];
  /** Pairs that must not stand, though they are candidates. */
  readonly forbidden?: readonly IndexPair[];
  /** Pairs of the last answer; each is `keepBonus` cheaper, so that it moves only for a larger gain. */
  readonly kept?: readonly IndexPair[];
  readonly keepBonus?: number;
  readonly order?: ServingOrder;
  /** Chooses among answers that are equally good; the same seed gives the same answer. */
  readonly seed?: number;
}

/**
 * The proof that comes with an answer.
 *
 * Each region holds the people from whom no place was left to reach when one tier of the serving order had been placed (without
 * an order there is one tier). The regions up to a tier are a cut: what it lets through equals the places given to
 * those tiers, so no more exist. Each region can then be judged apart, and the prices show that in each no cheaper choice exists.
 */
export interface Certificate {
  /** The tier that closed the region of each resident, from 0; OPEN outside all regions. */
  readonly residentRegion: Int32Array;
  readonly helperRegion: Int32Array;
  /** What one more place for this resident costs, in units of cost, relative to the others of the region. */
  readonly residentPrice: Float64Array;
  /** What one more place at this helper would save, likewise. */
  readonly helperPrice: Float64Array;
}

/** The region of those from whom free places can still be reached. */
export const OPEN = 0x7fffffff;

export interface MatchAnswer {
  /** The chosen candidates as indices into `helper` and `cost`, ascending. */
  readonly chosen: Int32Array;
  readonly pairs: number;
  /** Residents with at least one helper. */
  readonly served: number;
  /** Sum of `cost` over the chosen pairs, without bonuses. */
  readonly cost: number;
  readonly certificate: Certificate;
}

/** Resident of each candidate, from the row starts. */
export function residentOfEach(problem: MatchProblem): Int32Array {
  const residents = new Int32Array(problem.helper.length);
  for (let r = 0; r < problem.wants.length; r++) residents.fill(r, problem.rowStart[r], problem.rowStart[r + 1]);
  return residents;
}

/** Index of a candidate pair, or -1 when the two are not candidates. */
export function candidateOf(problem: MatchProblem, pair: IndexPair): number {
  if (!(pair.resident >= 0 && pair.resident < problem.wants.length)) return -1;
  const end = problem.rowStart[pair.resident + 1]!;
  for (let e = problem.rowStart[pair.resident]!; e < end; e++) if (problem.helper[e] === pair.helper) return e;
  return -1;
}
