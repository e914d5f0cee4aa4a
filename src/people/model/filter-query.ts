import type { z } from "zod";
import { PersonFilter } from "./person-filter.ts";

/** Parameters that may stand several times. */
const LISTS = { community: "communityIds", lane: "laneIds", type: "disabilityTypes", grade: "disabilityGrades" } as const;
const NUMBERS = { ageFrom: "ageFrom", ageTo: "ageTo" } as const;
const WORDS = ["q", "sex", "longAtHome", "role", "employment", "interest"] as const;
const FLAGS = { phone: "hasPhone", living: "living", noCommunity: "noCommunity", withheld: "withheld" } as const;

/** Reads a filter from an address. What does not fit is left out: an old link still opens a list. */
export function readFilter(params: URLSearchParams): PersonFilter {
  const raw: Record<string, unknown> = {};
  const several = (name: string) => params.getAll(name).map((value) => value.trim()).filter((value) => value !== "");
  for (const [name, field] of Object.entries(LISTS)) {
    const values = several(name);
    if (values.length > 0) raw[field] = name === "type" || name === "grade" ? values.map(Number) : values;
  }
  for (const [name, field] of Object.entries(NUMBERS)) if (several(name)[0]) raw[field] = Number(several(name)[0]);
  for (const name of WORDS) if (several(name)[0]) raw[name] = several(name)[0];
  for (const [name, field] of Object.entries(FLAGS)) if (several(name)[0]) raw[field] = several(name)[0] === "yes";
  return keepValid(raw);
}

/** The same filter as an address: `readFilter(writeFilter(f))` is `f`. */
export function writeFilter(filter: PersonFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of WORDS) if (filter[name]) params.set(name, String(filter[name]));
  for (const [name, field] of Object.entries(LISTS)) for (const value of filter[field] ?? []) params.append(name, String(value));
  for (const [name, field] of Object.entries(NUMBERS)) if (filter[field] !== undefined) params.set(name, String(filter[field]));
  for (const [name, field] of Object.entries(FLAGS)) if (filter[field] !== undefined) params.set(name, filter[field] ? "yes" : "no");
  return params;
}

function keepValid(raw: Record<string, unknown>): PersonFilter {
  const shape: Record<string, z.ZodType> = PersonFilter.shape;
  return Object.fromEntries(Object.entries(raw).filter(([field, value]) => shape[field]?.safeParse(value).success)) as PersonFilter;
}
