/** Monday is 1, Sunday 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Hours of every week (可服务时间), `HH:MM` up to `24:00`, `from` before `to`, in the programme's time zone. */
export interface WeeklyHours {
  readonly weekday: Weekday;
  readonly from: string;
  readonly to: string;
}

/** What the words for parts of a day mean in hours. An organisation's choice; these are the usual ones. */
export type DayPart = "morning" | "noon" | "afternoon" | "evening" | "daytime" | "all_day";
export type DayParts = Readonly<Record<DayPart, { readonly from: string; readonly to: string }>>;

export const DAY_PARTS: DayParts = {
  morning: { from: "08:00", to: "12:00" },
  noon: { from: "12:00", to: "14:00" },
  afternoon: { from: "14:00", to: "18:00" },
  evening: { from: "18:30", to: "21:00" },
  daytime: { from: "08:00", to: "18:00" },
  all_day: { from: "08:00", to: "21:00" },
};

/** Sorted, overlapping and touching ranges joined, empty ones dropped: equal availability, equal value. */
export function normaliseHours(hours: readonly WeeklyHours[]): WeeklyHours[] {
  const joined: WeeklyHours[] = [];
  for (const range of [...hours].filter(({ from, to }) => from < to).sort(byStart)) {
    const last = joined.at(-1);
    if (last?.weekday === range.weekday && range.from <= last.to) {
      joined[joined.length - 1] = { ...last, to: range.to > last.to ? range.to : last.to };
    } else joined.push(range);
  }
  return joined;
}

/** Minutes a week that two people have in common. */
export function overlapMinutes(a: readonly WeeklyHours[], b: readonly WeeklyHours[]): number {
  return weeklyMinutes(commonHours(a, b));
}

/** The hours that lie in both. */
export function commonHours(a: readonly WeeklyHours[], b: readonly WeeklyHours[]): WeeklyHours[] {
  return normaliseHours(normaliseHours(a).flatMap((one) => normaliseHours(b)
    .filter((other) => other.weekday === one.weekday)
    .map((other) => ({ weekday: one.weekday, from: later(one.from, other.from), to: earlier(one.to, other.to) }))));
}

/** What is left of the first without the second. */
export function withoutHours(from: readonly WeeklyHours[], taken: readonly WeeklyHours[]): WeeklyHours[] {
  return normaliseHours(taken.reduce<WeeklyHours[]>((left, gap) => left.flatMap((range) => {
    if (range.weekday !== gap.weekday) return [range];
    return [{ ...range, to: earlier(range.to, gap.from) }, { ...range, from: later(range.from, gap.to) }].filter((piece) => piece.from < piece.to);
  }), [...from]));
}

/** Minutes in a week. */
export function weeklyMinutes(hours: readonly WeeklyHours[]): number {
  return normaliseHours(hours).reduce((sum, { from, to }) => sum + minuteOf(to) - minuteOf(from), 0);
}

/** Minutes since midnight of `HH:MM`. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** True for `HH:MM` from 00:00 to 24:00. */
export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}

function byStart(a: WeeklyHours, b: WeeklyHours): number {
  return a.weekday - b.weekday || a.from.localeCompare(b.from) || a.to.localeCompare(b.to);
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
