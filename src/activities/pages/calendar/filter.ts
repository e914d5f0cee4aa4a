import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import { KINDS } from "../../model/terms.ts";
import type { listSessions } from "../../service/calendar/list-sessions.ts";

const Day = z.string().refine(isDay).optional().catch(undefined);
const Filter = z.object({ when: z.enum(["coming", "past"]).catch("coming"), q: z.string().trim().max(60).optional().catch(undefined), kind: z.enum(KINDS).optional().catch(undefined), placeId: z.uuid().optional().catch(undefined), from: Day, to: Day });
export type Filter = z.infer<typeof Filter>;

/** What the address asks for; what it cannot mean is left out. */
export function readFilter(params: URLSearchParams): Filter {
  return Filter.parse(Object.fromEntries([...params].map(([key, value]) => [key, value.replaceAll("\0", "")] as const).filter(([, value]) => value !== "")));
}

/** Coming sessions from today on, past ones the latest first. */
export function occasionsWanted({ when, q, kind, placeId, from, to }: Filter, today: string): Parameters<typeof listSessions>[1] {
  const narrow = { q, kind, placeId };
  return when === "past" ? { ...narrow, from, to: to !== undefined && to < today ? to : today, backwards: true } : { ...narrow, to, from: from !== undefined && from > today ? from : today };
}
