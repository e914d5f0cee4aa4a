import { addDays, addMonths, monthOf } from "#kernel/calendar.ts";
import type { ResultUnit } from "./results/units.ts";

/** How far back relief is told on lists and panels, in days. */
export const RELIEF_DAYS = 90;
/** A strain (照顾压力) older than this is to be asked about again, in days. */
const STRAIN_OLD_DAYS = 180;

export interface StrainPoint { readonly onDay: string; readonly total: number; readonly version: number }

/** What a carer had in a time: minutes somebody took over, and how often they talked or came to a group. */
export interface Relief { readonly minutes: number; readonly times: number; readonly talks: number; readonly groups: number }

export function reliefOf(units: readonly { readonly category: string; readonly value: number | null }[]): Relief {
  const count = (category: string) => units.filter((unit) => unit.category === category);
  return { minutes: count("respite").reduce((sum, { value }) => sum + (value ?? 0), 0), times: count("respite").length, talks: count("talk").length, groups: count("group").length };
}

/** Relief month by month, the last `months` with the running one. A month without any is a nought: nobody took over. */
export function reliefByMonth(units: readonly Pick<ResultUnit, "category" | "value" | "onDay">[], today: string, months: number): { readonly month: string; readonly relief: Relief }[] {
  const first = monthOf(addMonths(`${today.slice(0, 7)}-01`, -(months - 1))).from;
  return Array.from({ length: months }, (_, index) => addMonths(first, index).slice(0, 7)).map((month) => ({ month, relief: reliefOf(units.filter(({ onDay }) => onDay.startsWith(month))) }));
}

export const CARER_SHOWS = ["strained", "unasked", "unrelieved"] as const;
export type CarerShow = (typeof CARER_SHOWS)[number];

/** Which carers a list shows: under much strain, not asked lately, or with nobody who took over. */
export function fitsShow(show: CarerShow | undefined, { points, band, relief }: { readonly points: readonly StrainPoint[]; readonly band: string | null; readonly relief: Relief }, today: string): boolean {
  if (show === "strained") return band === "many";
  if (show === "unasked") return points.length === 0 || points.at(-1)!.onDay < addDays(today, -STRAIN_OLD_DAYS);
  return show !== "unrelieved" || relief.minutes === 0;
}

/** The one under most strain first; then whoever nobody asked; each by least relief. */
export function inStrainOrder<Row extends { readonly carerId: string; readonly points: readonly StrainPoint[]; readonly relief: Relief }>(rows: readonly Row[]): Row[] {
  const strain = ({ points }: Row) => points.at(-1)?.total ?? -1;
  return rows.toSorted((a, b) => strain(b) - strain(a) || a.relief.minutes - b.relief.minutes || (a.carerId < b.carerId ? -1 : 1));
}
