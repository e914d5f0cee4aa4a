import { z } from "zod";
import { addDays, isDay } from "#kernel/calendar.ts";

/** What a badge is for: helping in a volunteer programme, belonging to a neighbours' team, helping at an activity. */
export const SOURCES = ["programme", "team", "activity"] as const;
export type Source = (typeof SOURCES)[number];
/** In what part somebody serves; the paper says it. */
export type Role = "volunteer" | "member" | "deputy" | "lead" | "helper";
export const REASONS = ["lost", "damaged", "left", "mistake"] as const;
export type Reason = (typeof REASONS)[number];
export type BadgeState = "valid" | "withdrawn" | "expired" | "not_serving";

/** Cards of one page. */
export const A_PAGE = 10;
/** At most so many on one printing, which is six sheets. */
const MOST = 6 * A_PAGE;
/** At most three years, as the agreements they rest on. */
const LONGEST_DAYS = 1096;
/** Signs that are not mistaken for one another on paper or on the telephone. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

export const SourceKey = z.string().regex(/^(programme|team|activity):[0-9a-f-]{36}$/).transform((text) => {
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

/** Whether what the paper says is so: a member's holds for whoever belongs, a lead's and a deputy's only as long as they are that. */
export const stillIs = (printed: Role, now: Role | undefined): boolean => now !== undefined && (printed === "member" || printed === now);

/** Whether a last day may stand on a badge printed today. */
export const mayLastUntil = (validUntil: string, today: string): boolean => validUntil >= today && validUntil <= addDays(today, LONGEST_DAYS);

/** A number nobody can guess from another, e.g. `2026-K3F9-XWQ7`; nothing of a person is in it. */
export function badgeNumber(year: number, draw: (below: number) => number): string {
  const four = () => Array.from({ length: 4 }, () => SIGNS[draw(SIGNS.length)]).join("");
  return `${year}-${four()}-${four()}`;
}
