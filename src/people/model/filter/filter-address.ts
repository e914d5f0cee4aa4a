import type { PersonFilter } from "./person-filter.ts";

/** Parameters that may stand several times. */
export const LISTS = { community: "communityIds", lane: "laneIds", type: "disabilityTypes", grade: "disabilityGrades" } as const;
export const NUMBERS = { ageFrom: "ageFrom", ageTo: "ageTo" } as const;
export const WORDS = ["q", "sex", "longAtHome", "role", "employment", "interest"] as const;
export const FLAGS = { phone: "hasPhone", living: "living", noCommunity: "noCommunity", withheld: "withheld" } as const;

/** The same filter as an address: `readFilter(writeFilter(f))` is `f`. */
export function writeFilter(filter: PersonFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of WORDS) if (filter[name]) params.set(name, String(filter[name]));
  for (const [name, field] of Object.entries(LISTS)) for (const value of filter[field] ?? []) params.append(name, String(value));
  for (const [name, field] of Object.entries(NUMBERS)) if (filter[field] !== undefined) params.set(name, String(filter[field]));
  for (const [name, field] of Object.entries(FLAGS)) if (filter[field] !== undefined) params.set(name, filter[field] ? "yes" : "no");
  return params;
}

