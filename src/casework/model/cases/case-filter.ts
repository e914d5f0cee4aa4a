import { z } from "zod";
import { CaseStage } from "./case.ts";

/** Which cases: what stands in the address of the list. */
export const CaseFilter = z.object({
  /** Mine, those of my teams, or all of the organisation's. */
  whose: z.enum(["mine", "team", "all"]).default("mine"),
  /** Open ones unless told; `overdue`: a review is due; `waiting`: somebody's word is waited for. */
  show: z.enum(["open", "overdue", "waiting", "paused", "closed"]).default("open"),
  stage: CaseStage.optional(), workerId: z.uuid().optional(), communityId: z.uuid().optional(), programmeId: z.uuid().optional(), teamId: z.uuid().optional(),
  /** A name as typed: characters, pinyin, initials; or a case's reference. */
  q: z.string().trim().max(60).optional(),
  sort: z.enum(["review", "-opened"]).default("review"),
});
export type CaseFilter = z.output<typeof CaseFilter>;

/** The filter an address asks for; what cannot be is ignored. */
export function caseFilterOf(params: URLSearchParams): CaseFilter {
  const given = Object.fromEntries([...params].filter(([name, value]) => value !== "" && CaseFilter.shape[name as keyof CaseFilter]?.safeParse(value).success));
  return CaseFilter.parse(given);
}

/** The filter as an address, with changes; what is usual is left out. */
export function caseQuery(filter: Partial<CaseFilter>, changes: Partial<Record<keyof CaseFilter, string>> = {}): string {
  const usual = CaseFilter.parse({});
  const given = Object.entries({ ...filter, ...changes }).filter(([name, value]) => value && value !== usual[name as keyof CaseFilter]);
  return new URLSearchParams(given as [string, string][]).toString();
}
