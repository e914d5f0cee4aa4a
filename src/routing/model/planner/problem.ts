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
  /** Row per visitor, column per visit: 1 where this visitor may be at this visit. Null where everybody may be at all. */
  readonly may: Uint8Array | null;
  /** What visits ask of those who come together; without it one visitor is enough for each, and nothing is asked. */
  readonly crews?: Crews;
}

/**
 * How many must be there and what they must have between them. A visit is made by one visitor who is enough, or by two visitors of one
 * person each who meet there: both wait for the other and begin together.
 */
export interface Crews {
  /** Per visit: people who must come, 1 or 2. Per visitor: people who go together. */
  readonly wanted: Uint8Array;
  readonly size: Uint8Array;
  /** Bit sets of so many numbers: per visit, what somebody who comes must have (a dialect, a name); per visitor, what they have. */
  readonly words: number;
  readonly needs: Uint32Array;
  readonly has: Uint32Array;
}

/** Two visitors who make a visit together, and when it begins. */
export interface Meeting {
  readonly visit: number;
  readonly visitors: readonly [number, number];
  readonly begin: number;
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

/** Who goes where, in order: one row of visits per visitor, perhaps empty; a visit at which two meet stands in both rows. */
export interface RoundsAnswer {
  readonly tours: readonly (readonly number[])[];
  readonly meetings: readonly Meeting[];
  /** Visits nobody makes, ascending. */
  readonly unserved: readonly number[];
  readonly cost: number;
  /** Visitors who go out. */
  readonly used: number;
  readonly steps: number;
}
