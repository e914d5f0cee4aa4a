/** Parts of a day a person can be free, with the hours they stand for. */
export const DAY_PARTS = {
  morning: { from: "08:00", to: "12:00" },
  afternoon: { from: "14:00", to: "18:00" },
  evening: { from: "18:30", to: "21:00" },
} as const;
export type DayPart = keyof typeof DAY_PARTS;

/** A stretch of a week: ISO weekday 1 (Monday) to 7, from and to as `HH:MM`. */
export interface WeeklyHours {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

/** Hours that end before they begin, by weekday. */
export interface HoursFault {
  readonly weekday: number;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/**
 * Reads what a `HoursGrid` sent. Exact hours of a day take the place of its ticked parts;
 * hours half written or turned round come back as faults, never silently dropped.
 */
export function readWeeklyHours(form: FormData, name: string): { hours: WeeklyHours[]; faults: HoursFault[] } {
  const ticked = new Set(form.getAll(name).map(String));
  const hours: WeeklyHours[] = [];
  const faults: HoursFault[] = [];
  for (const weekday of WEEKDAYS) {
    const from = text(form, `${name}-${weekday}-from`);
    const to = text(form, `${name}-${weekday}-to`);
    if (!from && !to) hours.push(...partsOf(weekday, ticked));
    else if (from && to && from < to) hours.push({ weekday, from, to });
    else faults.push({ weekday });
  }
  return { hours, faults };
}

/** Splits stored hours back into ticked parts and exact hours, so a grid shows what was given. */
export function splitWeeklyHours(hours: readonly WeeklyHours[]): { ticked: string[]; exact: WeeklyHours[] } {
  const ticked: string[] = [];
  const exact: WeeklyHours[] = [];
  for (const stretch of hours) {
    const part = (Object.keys(DAY_PARTS) as DayPart[]).find((key) => DAY_PARTS[key].from === stretch.from && DAY_PARTS[key].to === stretch.to);
    if (part) ticked.push(`${stretch.weekday}-${part}`);
    else exact.push(stretch);
  }
  return { ticked, exact };
}

function partsOf(weekday: number, ticked: ReadonlySet<string>): WeeklyHours[] {
  return (Object.keys(DAY_PARTS) as DayPart[]).filter((part) => ticked.has(`${weekday}-${part}`)).map((part) => ({ weekday, ...DAY_PARTS[part] }));
}

function text(form: FormData, name: string): string {
  return String(form.get(name) ?? "").trim();
}
