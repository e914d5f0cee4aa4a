/** A stretch of one weekday that comes back every week. Minutes from midnight, `to` excluded; 1 is Monday (ISO 8601). */
export interface WeeklyHours {
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Where someone lives: always a community (社区), coordinates where they are known. */
export interface Place {
  readonly communityId: string;
  /** The lane (里弄、巷) whose point the coordinates are; absent where they are the community's. */
  readonly laneId?: string | null;
  /** WGS 84 degrees; both or neither. */
  readonly lon?: number | null;
  readonly lat?: number | null;
}

export type Sex = "female" | "male";

/** Guardian's consent to be matched (监护人同意): asked of minors and where capacity is limited. */
export type GuardianConsent = "not_needed" | "given" | "missing" | "refused";

/** A resident who would like a friend (社区老友), as a match round sees them. */
export interface ResidentNeed {
  readonly id: string;
  /** How many friends, 1 or 2. */
  readonly wants: number;
  readonly place: Place;
  readonly hours: readonly WeeklyHours[];
  readonly birthOn: string | null;
  readonly sex: Sex | null;
  /** Sex asked of the friend; null when it does not matter. */
  readonly sexAsked: Sex | null;
  /** Languages and dialects the resident speaks, by code or name. */
  readonly languages: readonly string[];
  /** One of these must be spoken by the friend; empty when it does not matter. */
  readonly languagesAsked: readonly string[];
  readonly interests: readonly string[];
  /** Skills that would help (手语、会开车 …). */
  readonly skillsSought: readonly string[];
  /** Traits of a friend that would do harm (养狗、吸烟 …). */
  readonly contraindications: readonly string[];
  readonly doNotMatch: readonly string[];
  readonly guardianConsent: GuardianConsent;
  /** Friends of earlier pairs that ended well. */
  readonly formerFriends: readonly string[];
  readonly waitingSinceOn: string | null;
  /** Kind of disability (残疾类别, GB/T 26341) or `other` where only a grade is known. Read only where the round's purpose allows it and its choice of fairness needs it. */
  readonly disability?: DisabilityKind | null;
}

export type DisabilityKind = "1" | "2" | "3" | "4" | "5" | "6" | "7" | "other";

/** How soon a volunteer could begin (能多快上岗), as the volunteer pathway knows it. */
export interface Readiness {
  readonly placement: "service_team" | "reserve";
  /** Steps of the pathway still open before they may meet somebody: agreement, consent … */
  readonly missing: number;
  /** Since when they have been trained and placed. */
  readonly sinceOn: string;
}

/** A volunteer who offers to be a friend. */
export interface HelperOffer {
  readonly id: string;
  /** How many residents more they can take on. */
  readonly capacity: number;
  readonly place: Place;
  readonly hours: readonly WeeklyHours[];
  readonly birthOn: string | null;
  readonly sex: Sex | null;
  readonly languages: readonly string[];
  readonly interests: readonly string[];
  readonly skills: readonly string[];
  readonly traits: readonly string[];
  readonly doNotMatch: readonly string[];
  /** Days on which the volunteer pathway counts them as eligible (screened, trained, agreed); null when not at all. */
  readonly eligible: { readonly fromOn: string; readonly untilOn: string | null } | null;
  /** How soon they could begin; absent where it is not known. */
  readonly readiness?: Readiness | null;
}
