import type { Opening, Profile } from "./terms.ts";

/** One named part of how an opening fits somebody. */
export interface MatchPart {
  readonly part: "hours" | "access" | "avoids" | "seats" | "tasks" | "community";
  /** `no` only where something known stands against it; what nobody asked is `unknown`. */
  readonly fits: "yes" | "no" | "unknown";
  /** What fits or is missing, as keys of words. */
  readonly values: readonly string[];
  /** What must hold; the others only order. */
  readonly hard: boolean;
}

export interface OpeningFacts extends Pick<Opening, "tasks" | "conditions" | "hours"> {
  readonly access: readonly string[];
  readonly communityId: string | null;
  readonly freeSeats: number;
}

/** How an opening fits a profile, part by part. */
export function matchParts(profile: Profile, communityId: string | null, opening: OpeningFacts): MatchPart[] {
  const missing = profile.access.filter((need) => !opening.access.includes(need));
  const clash = profile.avoids.filter((one) => opening.conditions.includes(one));
  const shared = profile.tasks.filter((task) => opening.tasks.includes(task));
  const known = (isKnown: boolean, holds: boolean): MatchPart["fits"] => (!isKnown ? "unknown" : holds ? "yes" : "no");
  const { leastHours = 1, mostHours = 60 } = profile;
  return [
    { part: "seats", hard: true, fits: opening.freeSeats > 0 ? "yes" : "no", values: [] },
    { part: "access", hard: true, fits: known(profile.access.length > 0, missing.length === 0), values: missing },
    { part: "avoids", hard: true, fits: known(profile.avoids.length > 0, clash.length === 0), values: clash },
    { part: "hours", hard: true, fits: known(opening.hours !== undefined && (profile.leastHours ?? profile.mostHours) !== undefined, opening.hours! >= leastHours && opening.hours! <= mostHours), values: [] },
    { part: "tasks", hard: false, fits: known(profile.tasks.length > 0 && opening.tasks.length > 0, shared.length > 0), values: shared },
    { part: "community", hard: false, fits: known(communityId !== null && opening.communityId !== null, communityId === opening.communityId), values: [] },
  ];
}

export const isPossible = (parts: readonly MatchPart[]): boolean => parts.every(({ hard, fits }) => !hard || fits !== "no");

/** Orders openings: more of what fits first, what nobody asked counts for nothing. */
export const fitCount = (parts: readonly MatchPart[]): number => parts.reduce((sum, { fits, values, part }) => sum + (fits === "yes" ? (part === "tasks" ? 1 + values.length : 1) : 0), 0);
