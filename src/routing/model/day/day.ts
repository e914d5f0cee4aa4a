import type { UnservedReason } from "../planner/unserved.ts";
import type { PlanRules, TravelMode } from "../plan.ts";

/** Degrees, WGS 84 or what the organisation's own list of places uses throughout. */
export interface Point { readonly lon: number; readonly lat: number }

export interface DayTeam {
  readonly id: string;
  /** 1 or 2. */
  readonly people: number;
  readonly mode: TravelMode;
  /** Minutes after midnight. */
  readonly from: number;
  readonly until: number;
  readonly lunch: { readonly minutes: number; readonly from: number; readonly until: number } | null;
}

export interface DayVisit {
  readonly personId: string;
  /** Null where nobody knows on the map where they live. */
  readonly at: Point | null;
  readonly minutes: number;
  /** The visit lies within these, begin and end; null: any hour. */
  readonly from: number | null;
  readonly until: number | null;
  readonly people: number;
  readonly weight: number;
  /** The team it must stay with; null when it is free. */
  readonly lockedTo: string | null;
  /** Refused, or must not be called on for another cause. */
  readonly barred: boolean;
}

/** Everything a plan of one day is computed from; plain values, so that it can go into a thread. */
export interface Day {
  readonly start: Point;
  readonly teams: readonly DayTeam[];
  readonly visits: readonly DayVisit[];
  readonly rules: PlanRules;
}

export interface PlannedStop {
  readonly personId: string;
  readonly arrive: number;
  readonly begin: number;
  readonly done: number;
  readonly wayMinutes: number;
  readonly wayMetres: number;
}

export interface PlannedTour {
  readonly teamId: string;
  readonly leave: number;
  readonly back: number;
  /** When lunch begins, and before which stop. */
  readonly lunch: { readonly begin: number; readonly before: number } | null;
  readonly stops: readonly PlannedStop[];
  readonly backMinutes: number;
  readonly backMetres: number;
}

export type LeftReason = UnservedReason | "no_place" | "must_not_be_visited";

/** Who goes where and when. */
export interface DayPlan {
  readonly tours: readonly PlannedTour[];
  readonly left: readonly { readonly personId: string; readonly reason: LeftReason }[];
  readonly wayMinutes: number;
  readonly wayMetres: number;
}

/** The stops of each team, in order. */
export type Orders = Readonly<Record<string, readonly string[]>>;
