import { z } from "zod";
import { MODES } from "./modes.ts";

/** What a list of services is narrowed to; anything unknown in an address is left out. */
export const EncounterFilter = z.object({
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  mode: z.enum(MODES).optional().catch(undefined),
  topic: z.string().regex(/^[a-z]{2,40}$/).optional().catch(undefined),
  /** The account that entered it. */
  by: z.uuid().optional().catch(undefined),
  /** Only those with a next step on a day. */
  next: z.literal("yes").optional().catch(undefined),
  /** A person found by name, pinyin or the end of a number. */
  q: z.string().trim().max(60).optional().catch(undefined),
});
export type EncounterFilter = z.output<typeof EncounterFilter>;

/** Three derived numbers of one set of services, and how long they took. */
export interface Figures {
  /** 件: services. */
  readonly sessions: number;
  /** 人次: clients and carers, once for each service they took part in. */
  readonly personTimes: number;
  /** 人: different clients and carers. */
  readonly persons: number;
  readonly minutes: number;
}

/** A filter from an address. */
export function readFilter(params: URLSearchParams): EncounterFilter {
  return EncounterFilter.parse(Object.fromEntries([...params].map(([key, value]) => [key, value.replaceAll("\0", "")] as const).filter(([, value]) => value !== "")));
}

/** The same filter as an address; never with the words of a search, which may be a name. */
export function filterQuery({ q: _words, ...filter }: EncounterFilter, more: Readonly<Record<string, string>> = {}): string {
  const kept = Object.entries(filter).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return new URLSearchParams({ ...Object.fromEntries(kept), ...more }).toString();
}
