import { z } from "zod";

/** How visitors get about (步行、骑车、开车). */
export const TRAVEL_MODES = ["foot", "bicycle", "car"] as const;
export type TravelMode = (typeof TRAVEL_MODES)[number];

/** Rules a plan was computed with; they stay with it. */
export interface PlanRules {
  readonly version: 1;
  /** Metres a minute, door to door in a city. */
  readonly metresPerMinute: Readonly<Record<TravelMode, number>>;
  /** How much longer than the straight line the way is. */
  readonly detour: Readonly<Record<TravelMode, number>>;
  /** From one door to another however near: stairs, ringing, saying good day. */
  readonly doorMinutes: number;
  /** First the fewest visitors, or the least time on the way. */
  readonly first: "visitors" | "way";
}

/** Walking 4.2 km/h, an electric bicycle 12 km/h, a car in traffic 21 km/h; detours as streets of a city have them. Editable per plan. */
export const DEFAULT_RULES: PlanRules = {
  version: 1, metresPerMinute: { foot: 70, bicycle: 200, car: 350 }, detour: { foot: 1.3, bicycle: 1.35, car: 1.45 }, doorMinutes: 3, first: "way",
};

export const MOST_VISITS = 120;
export const MOST_TEAMS = 12;

/** Minutes after midnight of a time of day, `HH:MM`. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** `HH:MM` of minutes after midnight. */
export function timeOf(minute: number): string {
  const whole = Math.round(minute);
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "routing.no_time" });

/** Who goes: an account of a colleague, or the person of a volunteer. Written `staff:…` or `volunteer:…` in forms. */
export const MemberKey = z.string().regex(/^(staff|volunteer):[0-9a-f-]{36}$/, { error: "routing.no_such_visitor" });
export type MemberKey = z.infer<typeof MemberKey>;

export const NewTeam = z.object({ members: z.array(MemberKey).min(1).max(2), mode: z.enum(TRAVEL_MODES), from: Time, until: Time });
export type NewTeam = z.infer<typeof NewTeam>;

/** A day of visits as somebody begins it. */
export const NewPlan = z.object({
  onDay: z.iso.date(), startUnitId: z.uuid(), first: z.enum(["visitors", "way"]).default("way"),
  lunchMinutes: z.coerce.number().int().min(0).max(180), lunchFrom: Time, lunchUntil: Time, teams: z.array(NewTeam).max(MOST_TEAMS),
});
export type NewPlan = z.infer<typeof NewPlan>;

/** What is asked of one visit. */
export const VisitWish = z.object({
  minutes: z.coerce.number().int().min(5).max(480), from: Time.optional(), until: Time.optional(), people: z.coerce.number().int().min(1).max(2),
  weight: z.coerce.number().int().min(1).max(3), bring: z.string().trim().max(300).default(""),
});
export type VisitWish = z.infer<typeof VisitWish>;

/** The first thing that is wrong with a plan as somebody begins it, or null. */
export function flawOf({ teams, lunchMinutes, lunchFrom, lunchUntil }: NewPlan): { field: string; reason: `routing.${string}` } | null {
  if (teams.length === 0) return { field: "teams", reason: "routing.nobody_goes" };
  if (teams.some(({ from, until }) => minuteOf(from) >= minuteOf(until))) return { field: "teams", reason: "routing.hours_backwards" };
  const everyone = teams.flatMap(({ members }) => members);
  if (new Set(everyone).size < everyone.length) return { field: "teams", reason: "routing.visitor_twice" };
  if (lunchMinutes > 0 && minuteOf(lunchFrom) + lunchMinutes > minuteOf(lunchUntil)) return { field: "lunchMinutes", reason: "routing.lunch_does_not_fit" };
  return null;
}
