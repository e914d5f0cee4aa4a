import { Refusal } from "#kernel/refusal.ts";
import { candidateOf, type IndexPair, type MatchAnswer, type MatchOptions, type MatchProblem } from "../solver/problem.ts";
import { PathSearch } from "../solver/least-cost/shortest-path.ts";
import { Shortlists } from "../solver/least-cost/shortlist.ts";
import { answerIn } from "./answer-in.ts";
import { Retreat } from "./retreat.ts";
import { CLOSED, useSpareRoom, type Joined } from "./spare-room.ts";
import { edgeTo, wholeNetwork, type WholeNetwork } from "./whole-network.ts";

/**
 * A round that is changed one thing at a time. Begins with a proven answer and stays at the best one: each change is settled by a few
 * shortest paths from there, not by solving anew. Give the pairs of the last answer as `kept` with a bonus, and they only move for a gain larger than that.
 * `problem`, `options` and `answer()` always belong together, so `verify` can judge them.
 */
export class Rematch {
  options: MatchOptions;
  private standing: MatchProblem;
  /** Helpers who came in since `standing` was written down. */
  private joined: Joined[] = [];
  private built: Built;

  constructor(problem: MatchProblem, options: MatchOptions, answer: MatchAnswer) {
    this.standing = { ...problem, wants: problem.wants.slice(), capacity: problem.capacity.slice() };
    this.options = { ...options, locked: [...(options.locked ?? [])], forbidden: [...(options.forbidden ?? [])] };
    this.built = build(problem, options, answer);
  }

  get problem(): MatchProblem {
    if (this.joined.length > 0) this.standing = withHelpers(this.standing, this.joined.splice(0));
    return this.standing;
  }

  /** A helper takes on nobody any more; whoever they had gets somebody else, or is without. A lock on them must be undone first. */
  dropOut(helper: number): void {
    const lock = this.options.locked!.find((pair) => pair.helper === helper);
    if (lock) throw new Refusal("conflict", "matching.lock_over_capacity", { params: { resident: lock.resident, helper } });
    const { state: { slotStart, slotRow, slotEdge, load, taken, missing }, problem: { room } } = this.built.whole;
    const left: number[] = [];
    for (let s = slotStart[helper]!, end = s + load[helper]!; s < end; s++) {
      taken[slotEdge[s]!] = 0;
      missing[slotRow[s]!]!++;
      left.push(slotRow[s]!);
    }
    this.problem.capacity[helper] = room[helper] = load[helper] = 0;
    for (const row of left) this.placeAgain(row);
  }

  /** A helper comes in, with whom they could help and at what cost; returns their index. When many have, the network is built again around what stands. */
  join(capacity: number, candidates: readonly Candidate[]): number {
    const joined = { capacity, costOf: new Map(candidates.map((one) => [one.resident, one.cost])) };
    const helper = this.standing.capacity.length + this.joined.push(joined) - 1;
    if (!useSpareRoom(this.built.whole, helper, joined)) {
      const answer = this.answer();
      answer.certificate.helperPrice[helper] = 0;
      this.built = build(this.problem, this.options, answer, this.built.whole.step);
    }
    const { whole: { state: { rowPrice, colPrice, load }, problem: { room, need } }, lists } = this.built;
    for (const [resident, cost] of joined.costOf) {
      lists.bound[resident] = -Infinity;
      if (need[resident]! > 0) colPrice[helper] = Math.max(colPrice[helper]!, rowPrice[resident]! - cost);
    }
    while (load[helper]! < room[helper]! && this.built.retreat.fill(helper));
    return helper;
  }

  /** A resident leaves the round; whoever would rather have had their helpers moves up. A lock on them must be undone first. */
  leave(resident: number): void {
    const lock = this.options.locked!.find((pair) => pair.resident === resident);
    if (lock) throw new Refusal("conflict", "matching.lock_over_wants", { params: { resident, helper: lock.helper } });
    this.takeAll(resident);
    this.built.whole.problem.need[resident] = this.built.whole.state.missing[resident] = this.problem.wants[resident] = 0;
  }

  /** Two must not be paired. */
  forbid(pair: IndexPair): void {
    if (this.isLocked(pair)) throw new Refusal("conflict", "matching.lock_forbidden", { params: { ...pair } });
    if (candidateOf(this.problem, pair) < 0) return;
    this.options = { ...this.options, forbidden: [...this.options.forbidden!, pair] };
    const edge = edgeTo(this.built.whole.problem, pair.resident, pair.helper);
    if (edge < 0 || this.built.whole.state.taken[edge] === CLOSED) return;
    const held = this.built.whole.state.taken[edge] === 1;
    if (held) this.takeAll(pair.resident);
    this.close(edge);
    if (held) this.placeAgain(pair.resident);
  }

  /** Two must be paired: a candidate, and both have a place for it besides other locks. */
  lock(pair: IndexPair): void {
    const { problem, state } = this.built.whole;
    const edge = edgeTo(problem, pair.resident, pair.helper);
    if (this.isLocked(pair)) return;
    const refuse = (reason: "lock_not_candidate" | "lock_forbidden" | "lock_over_wants" | "lock_over_capacity") => new Refusal("conflict", `matching.${reason}`, { params: { ...pair } });
    if (edge < 0) throw refuse("lock_not_candidate");
    if (state.taken[edge] === CLOSED) throw refuse("lock_forbidden");
    if (problem.need[pair.resident] === 0) throw refuse("lock_over_wants");
    if (problem.room[pair.helper] === 0) throw refuse("lock_over_capacity");
    this.takeAll(pair.resident);
    this.close(edge);
    this.close(this.firstWithout(pair.resident));
    if (state.load[pair.helper] === problem.room[pair.helper]) this.built.search.moveOneFrom(pair.helper);
    problem.room[pair.helper]!--;
    problem.firm[pair.helper]!--;
    problem.need[pair.resident]!--;
    state.missing[pair.resident]!--;
    this.options = { ...this.options, locked: [...this.options.locked!, pair] };
    this.placeAgain(pair.resident);
  }

  /** The best answer as things stand, with its certificate. */
  answer(): MatchAnswer {
    return answerIn(this.built.whole, this.problem, this.options);
  }

  private isLocked({ resident, helper }: IndexPair): boolean {
    return this.options.locked!.some((pair) => pair.resident === resident && pair.helper === helper);
  }

  private takeAll(resident: number): void {
    const { problem: { need }, state: { missing } } = this.built.whole;
    while (missing[resident]! < need[resident]!) this.built.retreat.takeFrom(resident);
  }

  private placeAgain(resident: number): void {
    while (this.built.whole.state.missing[resident]! > 0) this.built.search.placeOne(resident);
  }

  /** An edge nobody holds may never be taken. */
  private close(edge: number): void {
    this.built.whole.state.taken[edge] = CLOSED;
  }

  /** The first of the places a resident may go without; a lock fills it. */
  private firstWithout(resident: number): number {
    const { problem: { rowStart, col }, state: { taken }, helpers } = this.built.whole;
    let edge = rowStart[resident]!;
    while (col[edge]! < helpers || taken[edge] === CLOSED) edge++;
    return edge;
  }
}

/** Somebody a helper who comes in could help, and at what cost. */
interface Candidate { readonly resident: number; readonly cost: number }

/** The network an answer stands in, and the two searches that change it. */
interface Built { readonly whole: WholeNetwork; readonly lists: Shortlists; readonly search: PathSearch; readonly retreat: Retreat }

function build(problem: MatchProblem, options: MatchOptions, answer: MatchAnswer, leastStep = 0): Built {
  const whole = wholeNetwork(problem, options, answer, leastStep);
  const lists = new Shortlists(whole.problem);
  return { whole, lists, search: new PathSearch(whole.problem, whole.state, lists), retreat: new Retreat(whole, lists) };
}

/** The same with more helpers, last in every row. */
function withHelpers({ wants, capacity, rowStart, helper, cost }: MatchProblem, joined: readonly Joined[]): MatchProblem {
  const added = new Map<number, (readonly [helper: number, cost: number])[]>();
  joined.forEach(({ costOf }, k) => { for (const [resident, own] of costOf) added.set(resident, [...(added.get(resident) ?? []), [capacity.length + k, own]]); });
  const size = helper.length + joined.reduce((sum, { costOf }) => sum + costOf.size, 0);
  const made = { wants, capacity: Int32Array.from([...capacity, ...joined.map((one) => one.capacity)]), rowStart: new Int32Array(rowStart.length), helper: new Int32Array(size), cost: new Int32Array(size) };
  let at = 0;
  for (let r = 0; r < wants.length; r++) {
    const [start, end] = [rowStart[r]!, rowStart[r + 1]!];
    made.helper.set(helper.subarray(start, end), at);
    made.cost.set(cost.subarray(start, end), at);
    at += end - start;
    for (const [who, own] of added.get(r) ?? []) { made.helper[at] = who; made.cost[at++] = own; }
    made.rowStart[r + 1] = at;
  }
  return made;
}
