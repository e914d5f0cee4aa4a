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

/** What a wish about visitors may guard: the sex asked for, whom somebody must not meet. */
export type GuardedWish = "sex" | "do_not_match";

/**
 * What a round is for (这一轮走访为了什么), and which guarded wishes that allows it to read: who goes into a home must know whom they may
 * send; who leaves something at the door need know only who must not come.
 * Source: PIPL art. 6 (no more than the purpose needs) and art. 28 (sensitive data only for a stated purpose).
 */
export const VISIT_PURPOSES = { home_visit: ["sex", "do_not_match"], doorstep: ["do_not_match"] } as const satisfies Record<string, readonly GuardedWish[]>;
export type VisitPurpose = keyof typeof VISIT_PURPOSES;
export const PURPOSE_IDS = Object.keys(VISIT_PURPOSES) as [VisitPurpose, ...VisitPurpose[]];
export const mayRead = (purpose: VisitPurpose, wish: GuardedWish): boolean => (VISIT_PURPOSES[purpose] as readonly string[]).includes(wish);

export const MOST_VISITS = 120;
export const MOST_TEAMS = 12;

/** Minutes after midnight of a time of day, `HH:MM`. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes after midnight of an instant where the organisations of this installation are. */
export function minuteIn(instant: Date): number {
  return minuteOf(new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", timeStyle: "short" }).format(instant));
}

/** `HH:MM` of minutes after midnight. */
export function timeOf(minute: number): string {
  const whole = Math.round(minute);
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "routing.no_time" });

/** Who goes: an account of a colleague, or the person of a volunteer. Written `staff:…` or `volunteer:…` in forms. */
export const MemberKey = z.string().regex(/^(staff|volunteer):[0-9a-f-]{36}$/, { error: "routing.no_such_visitor" });
export type MemberKey = z.infer<typeof MemberKey>;

/** One who goes: an account of staff, or the person of a volunteer. */
export interface TeamMember {
  readonly kind: "staff" | "volunteer";
  readonly id: string;
}

export const keyOf = ({ kind, id }: TeamMember): MemberKey => `${kind}:${id}`;

export function memberOf(key: MemberKey): TeamMember {
  const [kind, id] = key.split(":") as ["staff" | "volunteer", string];
  return { kind, id };
}

export const NewTeam = z.object({ members: z.array(MemberKey).min(1).max(2), mode: z.enum(TRAVEL_MODES), from: Time, until: Time });
export type NewTeam = z.infer<typeof NewTeam>;

/** A day of visits as somebody begins it. */
export const NewPlan = z.object({
  onDay: z.iso.date(), startUnitId: z.uuid(), purpose: z.enum(PURPOSE_IDS).default("home_visit"), first: z.enum(["visitors", "way"]).default("way"),
  lunchMinutes: z.coerce.number().int().min(0).max(180), lunchFrom: Time, lunchUntil: Time, teams: z.array(NewTeam).max(MOST_TEAMS),
});
export type NewPlan = z.infer<typeof NewPlan>;

/** What is asked of one visit. */
export const VisitWish = z.object({
  minutes: z.coerce.number().int().min(5).max(480), from: Time.optional(), until: Time.optional(), people: z.coerce.number().int().min(1).max(2),
  weight: z.coerce.number().int().min(1).max(3), bring: z.string().trim().max(300).default(""),
});
export type VisitWish = z.infer<typeof VisitWish>;

/** Words as somebody types them into one line, with any of the usual signs between. */
export const TypedWords = z.string().max(200).optional().transform((text) => [...new Set((text ?? "").split(/[、,，;；/\n]/).map((word) => word.trim()).filter((word) => word !== ""))]);

const Words = z.array(z.string().trim().min(1).max(20)).max(10);

/** What a resident asks of whoever visits, from round to round. */
export const VisitorAsks = z.object({
  languages: Words.default([]), skills: Words.default([]), sex: z.enum(["female", "male"]).nullable().default(null), wanted: MemberKey.nullable().default(null), never: z.array(MemberKey).max(20).default([]),
});
export type VisitorAsks = z.infer<typeof VisitorAsks>;

/** What a colleague brings along to visits. */
export const VisitorOffer = z.object({ languages: Words.default([]), skills: Words.default([]), sex: z.enum(["female", "male"]).nullable().default(null) });
export type VisitorOffer = z.infer<typeof VisitorOffer>;

/** How a team can change once the plan stands. */
export const CHANGE_KINDS = ["out", "one_out", "stand_in", "join", "mode", "late"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Minutes on the way that must be saved for one visit to go to another team, and for one to stand after another than before: as few moves as possible, some, or the shortest way. */
export const STAY = { few: { minutes: 600, order: 15 }, some: { minutes: 20, order: 5 }, way: { minutes: 0, order: 0 } } as const;

/** A change while the plan stands: of a team, or (`join`) a team more. `who` comes in for somebody or with the new team, `with` goes with them. */
export const TeamChange = z.object({
  teamId: z.uuid().optional(), kind: z.enum(CHANGE_KINDS), from: Time, until: Time.optional(), position: z.coerce.number().int().min(1).max(2).optional(), mode: z.enum(TRAVEL_MODES).optional(),
  who: MemberKey.optional(), with: MemberKey.optional(),
  reason: z.string().trim().max(300), stay: z.enum(["few", "some", "way"]).default("few"),
});
export type TeamChange = z.infer<typeof TeamChange>;

/** The first thing that is wrong with a plan as somebody begins it, or null. */
export function flawOf({ teams, lunchMinutes, lunchFrom, lunchUntil }: NewPlan): { field: string; reason: `routing.${string}` } | null {
  if (teams.length === 0) return { field: "teams", reason: "routing.nobody_goes" };
  if (teams.some(({ from, until }) => minuteOf(from) >= minuteOf(until))) return { field: "teams", reason: "routing.hours_backwards" };
  const everyone = teams.flatMap(({ members }) => members);
  if (new Set(everyone).size < everyone.length) return { field: "teams", reason: "routing.visitor_twice" };
  if (lunchMinutes > 0 && minuteOf(lunchFrom) + lunchMinutes > minuteOf(lunchUntil)) return { field: "lunchMinutes", reason: "routing.lunch_does_not_fit" };
  return null;
}
