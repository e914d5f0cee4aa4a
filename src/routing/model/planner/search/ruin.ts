import { pick, type Random } from "./random.ts";
import { refresh, type Tours } from "./tours.ts";

/** Visits that stand in no tour, in a row of fixed room. */
export interface Absent {
  readonly list: Int32Array;
  count: number;
}

/** What a ruin needs besides the tours. */
export interface Ruins {
  readonly tours: Tours;
  readonly absent: Absent;
  readonly near: Int32Array;
  readonly alike: Int32Array;
  readonly random: Random;
  /** 1 for tours this step has touched. */
  readonly touched: Uint8Array;
}

/** How many visits a ruin takes out on average, and the longest string. Christiaens and Vanden Berghe 2020. */
const TAKEN = 10;
const LONGEST_STRING = 10;

/** Takes neighbouring strings out of neighbouring tours around one visit. */
export function takeStrings(ruins: Ruins): void {
  const { tours, near, random, touched } = ruins;
  const { visits } = tours.problem;
  if (visits === 0) return;
  const longest = Math.min(LONGEST_STRING, meanLength(tours));
  const strings = Math.floor(1 + random() * ((4 * TAKEN) / (1 + longest) - 1));
  const seed = pick(random, visits);
  let done = 0;
  for (let i = 0; i < visits && done < strings; i++) {
    const visit = near[seed * visits + i]!;
    const visitor = tours.tourOf[visit]!;
    if (visitor < 0 || touched[visitor]) continue;
    const length = tours.lengths[visitor]!;
    const take = 1 + pick(random, Math.min(length, Math.floor(longest)));
    takeString(ruins, visitor, tours.rankOf[visit]!, take);
    done++;
  }
}

/** A string of `take` stops around `rank`; half the time some stops within it stay. */
function takeString(ruins: Ruins, visitor: number, rank: number, take: number): void {
  const { tours, random } = ruins;
  const length = tours.lengths[visitor]!;
  let stay = 0;
  if (take > 1 && take < length && random() < 0.5) {
    stay = 1;
    while (take + stay < length && random() > 0.01) stay++;
  }
  const span = take + stay;
  const low = Math.max(0, rank - span + 1);
  const first = low + pick(random, Math.min(rank, length - span) - low + 1);
  const gap = stay ? first + 1 + pick(random, take - 1) : length;
  const base = visitor * tours.problem.visits;
  for (let at = first; at < first + span; at++) if (at < gap || at >= gap + stay) leave(ruins, tours.stops[base + at]!);
  closeUp(ruins, visitor);
}

/** Takes out visits alike in place and hour (Shaw). */
export function takeAlike(ruins: Ruins): void {
  const { tours, alike, random } = ruins;
  const { visits } = tours.problem;
  if (visits === 0) return;
  const seed = pick(random, visits);
  const take = 1 + pick(random, 2 * TAKEN);
  let done = 0;
  for (let i = 0; i < visits && done < take; i++) {
    const visit = alike[seed * visits + i]!;
    if (tours.tourOf[visit]! < 0 || random() < 0.2) continue;
    leave(ruins, visit);
    done++;
  }
  closeAll(ruins);
}

/** Takes out visits anywhere. */
export function takeAny(ruins: Ruins): void {
  const { tours, random } = ruins;
  const { visits } = tours.problem;
  if (visits === 0) return;
  const take = 1 + pick(random, TAKEN);
  for (let i = 0; i < take; i++) {
    const visit = pick(random, visits);
    if (tours.tourOf[visit]! >= 0) leave(ruins, visit);
  }
  closeAll(ruins);
}

/** Empties one whole tour. */
export function takeTour(ruins: Ruins): void {
  const { tours, random } = ruins;
  const { visits } = tours.problem;
  if (visits === 0) return;
  const visitor = tours.tourOf[pick(random, visits)]!;
  if (visitor >= 0) emptyTour(ruins, visitor);
}

/** Empties one tour. */
export function emptyTour(ruins: Ruins, visitor: number): void {
  const { tours } = ruins;
  const base = visitor * tours.problem.visits;
  for (let at = tours.lengths[visitor]! - 1; at >= 0; at--) leave(ruins, tours.stops[base + at]!);
  closeUp(ruins, visitor);
}

function leave({ tours, absent, touched }: Ruins, visit: number): void {
  touched[tours.tourOf[visit]!] = 2;
  tours.tourOf[visit] = -1;
  absent.list[absent.count++] = visit;
}

function closeAll(ruins: Ruins): void {
  for (let visitor = 0; visitor < ruins.touched.length; visitor++) if (ruins.touched[visitor] === 2) closeUp(ruins, visitor);
}

/** Closes the gaps that leaving visits left in a tour. */
function closeUp({ tours, touched }: Ruins, visitor: number): void {
  const { stops, lengths, tourOf } = tours;
  const base = visitor * tours.problem.visits;
  let kept = 0;
  for (let at = 0; at < lengths[visitor]!; at++) {
    const visit = stops[base + at]!;
    if (tourOf[visit] === visitor) stops[base + kept++] = visit;
  }
  lengths[visitor] = kept;
  touched[visitor] = 1;
  refresh(tours, visitor);
}

function meanLength({ lengths, problem }: Tours): number {
  let used = 0;
  let stops = 0;
  for (const length of lengths) if (length > 0) {
    used++;
    stops += length;
  }
  return used === 0 ? problem.visits : stops / used;
}
