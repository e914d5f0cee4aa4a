import { z } from "zod";
import { STATES, TOPICS } from "./referral.ts";

/** What the list is narrowed to; anything unknown in an address is left out. */
export const ReferralFilter = z.object({
  side: z.enum(["out", "in"]).catch("out"),
  show: z.enum(["open", "overdue", ...STATES]).optional().catch(undefined),
  topic: z.enum(TOPICS).optional().catch(undefined),
  q: z.string().trim().max(60).optional().catch(undefined),
});
export type ReferralFilter = z.output<typeof ReferralFilter>;

export function readFilter(params: URLSearchParams): ReferralFilter {
  return ReferralFilter.parse(Object.fromEntries([...params].filter(([, value]) => value !== "")));
}

export function filterQuery(filter: Partial<ReferralFilter>): string {
  return new URLSearchParams(Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))).toString();
}
