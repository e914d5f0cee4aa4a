import type { Meeting, RoundsAnswer, RoundsProblem, Travel } from "../problem.ts";
import { enoughAlone } from "./crews.ts";

/** An appointment is not given up for any other visit. */
const BINDING = 1000;

/**
 * The day with its meetings as appointments: each stands twice, once for each of the two, at the same place and at one moment alone.
 * So no tour depends on another, and the search need not know of meetings. The second of meeting k is visit `visits + k`.
 */
export function appoint(problem: RoundsProblem, meetings: readonly Meeting[]): RoundsProblem {
  const alone = enoughAlone(problem);
  if (meetings.length === 0) return alone;
  const { visits, places, visitors } = problem;
  const all = visits + meetings.length;
  const visitOf = (visit: number): number => (visit < visits ? visit : meetings[visit - visits]!.visit);
  const column = (values: Float64Array) => Float64Array.from({ length: all }, (_, visit) => values[visitOf(visit)]!);
  const [opens, closes, weight] = [column(problem.opens), column(problem.closes), column(problem.weight)];
  const may = Uint8Array.from({ length: visitors.length * all }, (_, i) => (i % all < visits ? alone.may?.[Math.floor(i / all) * visits + (i % all)] ?? 1 : 0));
  for (const [k, { visit, visitors: two, begin }] of meetings.entries()) {
    for (const [index, half] of [visit, visits + k].entries()) {
      [opens[half], closes[half], weight[half]] = [begin, begin, BINDING * weight[half]!];
      visitors.forEach((_, visitor) => { may[visitor * all + half] = visitor === two[index] ? 1 : 0; });
    }
  }
  return {
    visits: all, places: places + meetings.length, opens, closes, weight, service: column(problem.service), demand: column(problem.demand), may,
    visitors: visitors.map((visitor) => ({ ...visitor, start: visitor.start + meetings.length, end: visitor.end + meetings.length })),
    travel: stretchAll(problem.travel, visits, places, Int32Array.from(meetings, ({ visit }) => visit)),
  };
}

/** Every matrix once, however many ways of getting about share it. */
function stretchAll(ways: readonly Travel[], visits: number, places: number, doubled: Int32Array): Travel[] {
  const stretched = new Map<Float64Array, Float64Array>();
  const square = (values: Float64Array): Float64Array => {
    const wide = stretched.get(values) ?? stretch(values, visits, places, doubled);
    stretched.set(values, wide);
    return wide;
  };
  return ways.map(({ time, cost }) => ({ time: square(time), cost: square(cost) }));
}

/** A matrix with a row and a column more for each doubled visit, between the visits and the points. */
function stretch(values: Float64Array, visits: number, places: number, doubled: Int32Array): Float64Array {
  const [more, wide] = [doubled.length, places + doubled.length];
  const square = new Float64Array(wide * wide);
  const row = (from: number, to: number) => {
    square.set(values.subarray(from * places, from * places + visits), to * wide);
    for (let k = 0; k < more; k++) square[to * wide + visits + k] = values[from * places + doubled[k]!]!;
    square.set(values.subarray(from * places + visits, (from + 1) * places), to * wide + visits + more);
  };
  for (let place = 0; place < places; place++) row(place, place < visits ? place : place + more);
  for (let k = 0; k < more; k++) row(doubled[k]!, visits + k);
  return square;
}

/** Rows of a day in the numbers of its appointments. */
export function rowsAppointed(problem: RoundsProblem, meetings: readonly Meeting[], rows: readonly (readonly number[])[]): number[][] {
  const second = new Map(meetings.map(({ visit, visitors }, k) => [`${visitors[1]} ${visit}`, problem.visits + k]));
  return rows.map((row, visitor) => row.map((visit) => second.get(`${visitor} ${visit}`) ?? visit));
}

/** The answer of the appointed day in the numbers of the day itself; a meeting that only one could keep is none. */
export function withoutDoubles(problem: RoundsProblem, meetings: readonly Meeting[], answer: RoundsAnswer): Pick<RoundsAnswer, "tours" | "meetings"> {
  const { visits } = problem;
  const gone = new Set(answer.unserved);
  const kept = meetings.filter(({ visit }, k) => !gone.has(visit) && !gone.has(visits + k));
  const broken = new Set(meetings.filter((meeting) => !kept.includes(meeting)).map(({ visit }) => visit));
  return { meetings: kept, tours: answer.tours.map((row) => row.map((visit) => (visit < visits ? visit : meetings[visit - visits]!.visit)).filter((visit) => !broken.has(visit))) };
}
