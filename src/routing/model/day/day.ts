import type { UnservedReason } from "../planner/unserved.ts";
import type { MemberKey, PlanRules, TravelMode } from "../plan.ts";

/** Degrees, WGS 84 or what the organisation's own list of places uses throughout. */
export interface Point { readonly lon: number; readonly lat: number }

export type Sex = "female" | "male";

/** What is known of one who goes: from their file, from what they offered as a volunteer, or as colleagues say. */
export interface DayMember {
  readonly key: MemberKey;
  readonly sex: Sex | null;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
}

/** What a resident asks of whoever comes. */
export interface VisitAsks {
  /** One of these must be spoken by somebody who comes; empty when it does not matter. */
  readonly languages: readonly string[];
  /** Each of these must be had by somebody who comes. */
  readonly skills: readonly string[];
  /** Everybody who comes must be of it; null when it does not matter. */
  readonly sex: Sex | null;
  /** Who must be among those who come. */
  readonly wanted: MemberKey | null;
  /** Who must not come. */
  readonly never: readonly MemberKey[];
}

export const ASKS_NOTHING: VisitAsks = { languages: [], skills: [], sex: null, wanted: null, never: [] };

export interface DayTeam {
  readonly id: string;
  /** One or two who go together. */
  readonly members: readonly DayMember[];
  /** Nobody of it goes on; what was done stays. */
  readonly out: boolean;
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
  readonly asks: VisitAsks;
  /** Refused, or must not be called on for another cause. */
  readonly barred: boolean;
}

/** Everything a plan of one day is computed from; plain values, so that it can go into a thread. */
export interface Day {
  readonly start: Point;
  readonly teams: readonly DayTeam[];
  readonly visits: readonly DayVisit[];
  readonly rules: PlanRules;
  /** What has been done or is under way, while the day runs; null before. */
  readonly begun: Begun | null;
}

/** A day that has begun: nothing that is kept changes any more, and nobody sets out for anything else before `minute`. */
export interface Begun {
  readonly minute: number;
  readonly kept: Readonly<Record<string, Pick<PlannedTour, "leave" | "lunch" | "stops">>>;
}

export interface PlannedStop {
  readonly personId: string;
  readonly arrive: number;
  readonly begin: number;
  readonly done: number;
  readonly wayMinutes: number;
  readonly wayMetres: number;
  /** The other team that makes this visit too; both wait for each other. */
  readonly withTeamId?: string;
}

export interface PlannedTour {
  readonly teamId: string;
  readonly leave: number;
  readonly back: number;
  /** When lunch begins, and before which stop. */
  readonly lunch: { readonly begin: number; readonly before: number } | null;
  readonly stops: readonly PlannedStop[];
  /** So many of the first stops had been made or were under way when the rest was planned anew. */
  readonly kept?: number;
  readonly backMinutes: number;
  readonly backMetres: number;
}

export type LeftReason = UnservedReason | NobodyReason | "no_place" | "must_not_be_visited";

/** Which of its wishes nobody who goes can meet. */
export type NobodyReason = "too_few" | "nobody_speaks" | "nobody_skilled" | "nobody_of_sex" | "wanted_not_out" | "all_barred";

/** Somebody nobody visits, why, and in which words: the dialect, the skill. */
export interface LeftVisit {
  readonly personId: string;
  readonly reason: LeftReason;
  readonly what?: string;
}

/** Who goes where and when. */
export interface DayPlan {
  readonly tours: readonly PlannedTour[];
  readonly left: readonly LeftVisit[];
  /** From which minute the rest was planned anew while the day ran; absent before. */
  readonly since?: number;
  readonly wayMinutes: number;
  readonly wayMetres: number;
}

/** The stops of each team, in order. */
export type Orders = Readonly<Record<string, readonly string[]>>;
