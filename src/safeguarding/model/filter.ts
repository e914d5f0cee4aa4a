import { z } from "zod";
import { KINDS, SEVERITIES } from "./incident.ts";

/** What the list is narrowed to; anything unknown in an address is left out. */
export const IncidentFilter = z.object({
  state: z.enum(["open", "closed"]).optional().catch(undefined),
  severity: z.enum(SEVERITIES).optional().catch(undefined),
  kind: z.enum(KINDS).optional().catch(undefined),
});
export type IncidentFilter = z.output<typeof IncidentFilter>;

export function readFilter(params: URLSearchParams): IncidentFilter {
  return IncidentFilter.parse(Object.fromEntries([...params].filter(([, value]) => value !== "")));
}

export function filterQuery(filter: IncidentFilter): string {
  return new URLSearchParams(Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))).toString();
}
