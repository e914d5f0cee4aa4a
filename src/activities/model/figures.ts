import type { Role } from "./terms.ts";

/** One person who came to one session. */
export interface Line {
  readonly sessionId: string;
  readonly happenedOn: string;
  readonly minutes: number;
  readonly personId: string;
  readonly role: Role;
}

/** Three derived numbers and the volunteers; none of them is ever typed. */
export interface Figures {
  /** 场次: sessions at least one person came to. */
  readonly sessions: number;
  /** 人次: participants and companions, one per person and session. */
  readonly personTimes: number;
  /** 人数: different persons among them. */
  readonly persons: number;
  /** Different volunteers, and how often they helped. */
  readonly volunteers: number;
  readonly volunteerTimes: number;
}

/** Counts lines. Different persons are counted anew for every span, never added up. */
export function figuresOf(lines: readonly Line[]): Figures {
  const served = lines.filter(({ role }) => role !== "volunteer");
  const helped = lines.filter(({ role }) => role === "volunteer");
  return {
    sessions: new Set(lines.map(({ sessionId }) => sessionId)).size, personTimes: served.length, persons: new Set(served.map(({ personId }) => personId)).size,
    volunteers: new Set(helped.map(({ personId }) => personId)).size, volunteerTimes: helped.length,
  };
}

/** The twelve months of a year, `YYYY-MM`, each counted by itself. */
export function byMonth<L extends Line>(year: string, lines: readonly L[]): { month: string; figures: Figures }[] {
  const months = Map.groupBy(lines, ({ happenedOn }) => happenedOn.slice(0, 7));
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`).map((month) => ({ month, figures: figuresOf(months.get(month) ?? []) }));
}

/** Fewer persons than this could point at somebody; the same rule as the monthly return's. */
export const SMALLEST_GROUP = 3;

/** For readers without access to files: months with one or two persons show no number. With a single one hidden, the next smallest goes too, or the year would give it away. */
export function hideSmall(months: readonly { month: string; figures: Figures }[]): { month: string; figures: Figures | null }[] {
  const filled = months.filter(({ figures }) => figures.personTimes > 0).sort((a, b) => a.figures.persons - b.figures.persons);
  const hidden = new Set(filled.filter(({ figures }) => figures.persons < SMALLEST_GROUP).map(({ month }) => month));
  if (hidden.size === 1 && filled[1]) hidden.add(filled[1].month);
  return months.map(({ month, figures }) => ({ month, figures: hidden.has(month) ? null : figures }));
}

/** How often somebody came in two spans of the same length, one after the other. */
export interface Course { readonly personId: string; readonly before: number; readonly lately: number }

/** Who takes part more and more: at least twice more often than in the span before, and at least three times. */
export function rising(lines: readonly Line[], turnedOn: string): Course[] {
  return [...Map.groupBy(lines, ({ personId }) => personId)].map(([personId, own]) => ({ personId, before: own.filter(({ happenedOn }) => happenedOn < turnedOn).length, lately: own.filter(({ happenedOn }) => happenedOn >= turnedOn).length }))
    .filter(({ before, lately }) => lately >= 3 && lately >= before * 2).sort((a, b) => (b.lately - b.before) - (a.lately - a.before) || b.lately - a.lately || (a.personId < b.personId ? -1 : 1));
}
