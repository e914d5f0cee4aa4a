import { z } from "zod";
import { STEPS } from "./steps.ts";

/** Which persons of the ladder: at a height, of a population, gone from a step to another. Anything unknown in an address is left out. */
export const ClimberFilter = z.object({
  asOf: z.iso.date().optional().catch(undefined),
  at: z.enum(STEPS).optional().catch(undefined),
  population: z.string().regex(/^[a-z_]{1,30}$/).optional().catch(undefined),
  from: z.enum(STEPS).optional().catch(undefined),
  to: z.enum(STEPS).optional().catch(undefined),
  came: z.enum(["helping"]).optional().catch(undefined),
});
export type ClimberFilter = z.output<typeof ClimberFilter>;

export function readFilter(params: URLSearchParams): ClimberFilter {
  return ClimberFilter.parse(Object.fromEntries([...params].filter(([, value]) => value !== "")));
}

export function rowsAddress(filter: ClimberFilter): string {
  return `/pathways/rows?${new URLSearchParams(Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))}`;
}
