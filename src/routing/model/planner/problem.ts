/**
 * A day's visits to be shared out among visitors, in numbers alone. The visits are the places 0 … visits - 1; the points where
 * visitors set out and end follow them. Times are in one unit throughout (minutes in the product), costs in another (what is to be small).
 */
export interface RoundsProblem {
  readonly visits: number;
  /** Visits, then points of departure and arrival. */
  readonly places: number;
  /** Per visit: the earliest and the latest moment at which it may begin, and how long it takes. */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly service: Float64Array;
  /** Per visit, what it takes of a visitor's capacity; 0 where nothing is carried. */
  readonly demand: Float64Array;
  /** Per visit, how much is lost when it cannot be made; above 0. One visit of weight 9 goes before eight of weight 1. */
  readonly weight: Float64Array;
  readonly visitors: readonly Visitor[];
  /** Ways of getting about (on foot, by bicycle, by car). */
  readonly travel: readonly Travel[];
  /** Row per visitor, column per visit: 1 where this visitor may make this visit. Null where everybody may make all. */
  readonly may: Uint8Array | null;
}

/** One person, or a team that goes together: they move as one. */
export interface Visitor {
  readonly start: number;
  readonly end: number;
  /** Not on the way before, and back at the end not after. */
  readonly from: number;
  readonly until: number;
  readonly capacity: number;
  /** Index into `travel`. */
  readonly by: number;
  /** So long a rest, begun not before `from` and over by `until`; between two visits, before setting out or after coming back. */
  readonly lunch: { readonly minutes: number; readonly from: number; readonly until: number } | null;
}

/** Square matrices by place, row to column. */
export interface Travel {
  readonly time: Float64Array;
  readonly cost: Float64Array;
}

/** Who goes where, in order: one row of visits per visitor, perhaps empty. */
export interface RoundsAnswer {
  readonly tours: readonly (readonly number[])[];
  /** Visits nobody makes, ascending. */
  readonly unserved: readonly number[];
  readonly cost: number;
  /** Visitors who go out. */
  readonly used: number;
  readonly steps: number;
}
