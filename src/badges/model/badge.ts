import { z } from "zod";
import { addDays, isDay } from "#kernel/calendar.ts";

/** What a badge is for: helping in a volunteer programme, or belonging to a neighbours' team. */
export const SOURCES = ["programme", "team"] as const;
export type Source = (typeof SOURCES)[number];
export const REASONS = ["lost", "damaged", "left", "mistake"] as const;
export type Reason = (typeof REASONS)[number];
export type BadgeState = "valid" | "withdrawn" | "expired" | "not_serving";

/** At most so many on one printing, which is six sheets. */
const MOST = 60;
/** At most three years, as the agreements they rest on. */
const LONGEST_DAYS = 1096;
/** Signs that are not mistaken for one another on paper or on the telephone. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

export const SourceKey = z.string().regex(/^(programme|team):[0-9a-f-]{36}$/).transform((text) => {
  const [source, id] = text.split(":");
  return { source: source as Source, id: id! };
});
export const NewPrint = z.object({
  of: SourceKey,
  person: z.union([z.uuid().transform((one) => [one]), z.array(z.uuid()).min(1).max(MOST)]),
  validUntil: z.string().refine(isDay, "badges.until_unreadable"),
});
export type NewPrint = z.output<typeof NewPrint>;

/** How a badge stands on a day: a withdrawal is for good; otherwise it is as good as the standing of who carries it. */
export function badgeState({ validUntil, withdrawnOn }: { validUntil: string; withdrawnOn: string | null }, serving: boolean, today: string): BadgeState {
  if (withdrawnOn !== null) return "withdrawn";
  if (validUntil < today) return "expired";
  return serving ? "valid" : "not_serving";
}

/** Whether a last day may stand on a badge printed today. */
export const mayLastUntil = (validUntil: string, today: string): boolean => validUntil >= today && validUntil <= addDays(today, LONGEST_DAYS);

/** A number nobody can guess from another, e.g. `2026-K3F9-XWQ7`; nothing of a person is in it. */
export function badgeNumber(year: number, draw: (below: number) => number): string {
  const four = () => Array.from({ length: 4 }, () => SIGNS[draw(SIGNS.length)]).join("");
  return `${year}-${four()}-${four()}`;
}
