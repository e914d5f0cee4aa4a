import { isComplete } from "./complete-search.ts";
import type { PerfectProblem, PerfectState } from "./perfect.ts";
import { ENTRY, Shortlists } from "./shortlist.ts";

/** ε falls to a fifth from one round to the next. Chosen by measurement, as are the other figures here. */
const FALLS_BY = 5;
/** When the first round takes more than so many bids a row, its ε was too small for how much is contested. */
const BIDS_A_ROW = 3;
const RISES_BY = 25;
/** Rows whose lists are drawn up to see how far the cheapest pairs of a row lie apart. */
const SAMPLE = 32;
/** Prices rise by ε and more at a time: a list outlasts a few bids when its pairs lie so many times ε apart. */
const LASTING = 8;

/** Below so many pairs the other ways are as quick. */
const WORTHWHILE = 40_000;

/** Whether everybody suits everybody, everybody gets one place and every place somebody, and the prices of an auction stay exact. */
export function canBeAuctioned(problem: PerfectProblem): boolean {
  const { need, room, firm, opensAt, col } = problem;
  const square = need.length === room.length && need.every((n) => n === 1) && room.every((n) => n === 1) && firm.every((n) => n === 0) && opensAt.every((price) => price === 0);
  return square && col.length >= WORTHWHILE && isComplete(problem) && staysExact(problem);
}

/** In a round prices rise by at most twice the range of costs and ε, since some column still has the price it began with. */
function staysExact({ need, cost }: PerfectProblem): boolean {
  const [range, unit] = [rangeOf(cost), unitOf(need.length)];
  const rounds = 2 + Math.ceil(Math.log(Math.max(1, range) / unit) / Math.log(FALLS_BY));
  return (4 * range + 4) * rounds / unit <= Number.MAX_SAFE_INTEGER;
}

/** The smallest step of a price: less than one part in as many as there are rows, and a power of two, so that sums are exact. */
const unitOf = (rows: number): number => 2 ** -Math.ceil(Math.log2(rows + 1));

function rangeOf(cost: Int32Array): number {
  let [least, most] = [Infinity, -Infinity];
  for (let e = 0; e < cost.length; e++) {
    if (cost[e]! < least) least = cost[e]!;
    if (cost[e]! > most) most = cost[e]!;
  }
  return most - least;
}

/**
 * Places everybody at the least cost by an auction in rounds: each row bids for its cheapest column, raising the price to where the next best is as cheap,
 * and ε more. After a round nobody would save more than ε elsewhere; ε falls from round to round until it is too small to hide a cheaper
 * placement (after Bertsekas, "The auction algorithm: a distributed relaxation method for the assignment problem", 1988).
 */
export function placeByAuction(problem: PerfectProblem, state: PerfectState): void {
  const auction = new Auction(problem, state.colPrice);
  const unit = unitOf(problem.need.length);
  const inUnits = (epsilon: number): number => Math.max(unit, Math.floor(epsilon / unit) * unit);
  let epsilon = auction.open(inUnits(Math.min(auction.spread() / LASTING, rangeOf(problem.cost) / FALLS_BY)), rangeOf(problem.cost));
  while (epsilon > unit) {
    epsilon = inUnits(epsilon / FALLS_BY);
    auction.goRound(epsilon);
  }
  roundPrices(state.colPrice, unit);
  auction.held.forEach((col, row) => { stand(problem, state, row, col); });
}

/**
 * Prices are multiples of the unit, and nobody would save more than one unit elsewhere. Counted from a remainder that no price has, rounding
 * down turns that into no saving at all: costs are whole, and there are more remainders than columns.
 */
function roundPrices(colPrice: Float64Array, unit: number): void {
  const used = new Uint8Array(1 / unit);
  for (const price of colPrice) used[(price / unit) % used.length] = 1;
  const free = used.indexOf(0) * unit;
  let least = Infinity;
  colPrice.forEach((price, j) => { colPrice[j] = Math.floor(price - free); least = Math.min(least, colPrice[j]!); });
  colPrice.forEach((price, j) => { colPrice[j] = price - least; });
}

function stand({ rowStart, cost }: PerfectProblem, { taken, missing, load, slotStart, slotRow, slotEdge, rowPrice, colPrice }: PerfectState, row: number, col: number): void {
  const edge = rowStart[row]! + col;
  const slot = slotStart[col]!;
  slotRow[slot] = row;
  slotEdge[slot] = edge;
  taken[edge] = load[col] = 1;
  missing[row] = 0;
  rowPrice[row] = cost[edge]! + colPrice[col]!;
}

class Auction {
  /** The column each row holds, and the row that holds each column; -1 for none. */
  readonly held: Int32Array;
  private readonly holder: Int32Array;
  private readonly cost: Int32Array;
  private readonly rows: number;
  private readonly colPrice: Float64Array;
  private readonly lists: Shortlists;
  private listed = false;
  private bids = 0;
  /** What the last look found: the cheapest column, its value, and that of the next. */
  private col = -1;
  private best = Infinity;
  private next = Infinity;

  constructor(problem: PerfectProblem, colPrice: Float64Array) {
    this.cost = problem.cost;
    this.rows = problem.need.length;
    this.colPrice = colPrice;
    this.lists = new Shortlists(problem);
    this.held = new Int32Array(this.rows).fill(-1);
    this.holder = new Int32Array(this.rows).fill(-1);
  }

  /** The first round, with an ε that rises while much is contested; returns the last. */
  open(first: number, most: number): number {
    let epsilon = first;
    this.listed = this.lasts(epsilon);
    for (let row = 0, patience = BIDS_A_ROW * this.rows; row < this.rows; row++) {
      for (let at = row; at >= 0; at = this.bidFor(at, epsilon)) {
        if (this.bids < patience || epsilon * RISES_BY > most) continue;
        patience += BIDS_A_ROW * this.rows;
        epsilon *= RISES_BY;
        this.listed = this.lasts(epsilon);
      }
    }
    return epsilon;
  }

  /** A round: who would save more than ε elsewhere bids, and whoever loses a column to another. */
  goRound(epsilon: number): void {
    this.listed ||= this.lasts(epsilon);
    for (let row = 0; row < this.rows; row++) for (let at = row; at >= 0;) at = this.bidFor(at, epsilon);
  }

  /** How far above the cheapest pair those beyond a row's list are, in the mean of some rows. */
  spread(): number {
    let sum = 0;
    const sample = Math.min(SAMPLE, this.rows);
    for (let k = 0; k < sample; k++) {
      const row = Math.floor(k * this.rows / sample);
      this.lists.draw(row, this.colPrice);
      this.lookAtList(row);
      sum += this.lists.bound[row]! - this.best;
    }
    return sum / sample;
  }

  private lasts(epsilon: number): boolean {
    return this.spread() >= LASTING * epsilon;
  }

  /** Unless it has a column cheap enough, a row takes its cheapest; returns who held that, -1 for nobody. */
  private bidFor(row: number, epsilon: number): number {
    this.look(row);
    const { cost, colPrice, held, holder, col } = this;
    const own = held[row]!;
    if (own >= 0) {
      if (cost[row * this.rows + own]! + colPrice[own]! <= this.best + epsilon) return -1;
      holder[own] = -1;
    }
    this.bids++;
    colPrice[col] = colPrice[col]! + this.next - this.best + epsilon;
    const loser = holder[col]!;
    holder[col] = row;
    held[row] = col;
    if (loser >= 0) held[loser] = -1;
    return loser;
  }

  private look(row: number): void {
    if (!this.listed) { this.lookAtAll(row); return; }
    const { lists } = this;
    if (lists.bound[row] === -Infinity) lists.draw(row, this.colPrice);
    this.lookAtList(row);
    if (this.next <= lists.bound[row]!) return;
    lists.draw(row, this.colPrice);
    this.lookAtList(row);
  }

  private lookAtList(row: number): void {
    const { lists: { entries, start }, colPrice } = this;
    let [col, best, next] = [-1, Infinity, Infinity];
    for (let k = start[row]!, end = start[row + 1]!; k < end; k += ENTRY) {
      const value = entries[k + 1]! + colPrice[entries[k]!]!;
      if (value >= next) continue;
      if (value < best) { next = best; best = value; col = entries[k]!; } else next = value;
    }
    this.col = col;
    this.best = best;
    this.next = next;
  }

  private lookAtAll(row: number): void {
    const { cost, colPrice, rows } = this;
    const start = row * rows;
    let [col, best, next] = [-1, Infinity, Infinity];
    for (let j = 0; j < rows; j++) {
      const value = cost[start + j]! + colPrice[j]!;
      if (value >= next) continue;
      if (value < best) { next = best; best = value; col = j; } else next = value;
    }
    this.col = col;
    this.best = best;
    this.next = next;
  }
}
