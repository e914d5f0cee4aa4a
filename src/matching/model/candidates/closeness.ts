import type { Place, WeeklyHours } from "./people.ts";

/** Metres of one degree of latitude on the mean sphere. */
export const METRES_PER_DEGREE = 111_195;

/**
 * Metres between two places, as the crow flies and rounded: 0 within one community when coordinates are missing,
 * null across communities then. A flat-earth reckoning, good to a few metres within a city.
 */
export function distanceMetres(a: Place, b: Place): number | null {
  if (a.lon == null || a.lat == null || b.lon == null || b.lat == null) return a.communityId === b.communityId ? 0 : null;
  const middle = ((a.lat + b.lat) / 2) * (Math.PI / 180);
  const east = (a.lon - b.lon) * Math.cos(middle);
  return Math.round(METRES_PER_DEGREE * Math.sqrt(east * east + (a.lat - b.lat) ** 2));
}

/** Minutes of the longest stretch in a week in which both are free; stretches of one person that touch or overlap are joined first. */
export function longestOverlap(a: readonly WeeklyHours[], b: readonly WeeklyHours[]): number {
  const [some, others] = [joined(a), joined(b)];
  let longest = 0;
  for (let i = 0; i < some.length; i++) {
    const x = some[i]!;
    for (let k = 0; k < others.length; k++) {
      const y = others[k]!;
      if (x.weekday === y.weekday) longest = Math.max(longest, Math.min(x.toMinute, y.toMinute) - Math.max(x.fromMinute, y.fromMinute));
    }
  }
  return longest;
}

/** When that stretch is, the first of several as long; null when there is none. */
export function bestOverlap(a: readonly WeeklyHours[], b: readonly WeeklyHours[]): WeeklyHours | null {
  const longest = longestOverlap(a, b);
  for (const x of longest > 0 ? joined(a) : []) {
    for (const y of joined(b)) {
      const [fromMinute, toMinute] = [Math.max(x.fromMinute, y.fromMinute), Math.min(x.toMinute, y.toMinute)];
      if (x.weekday === y.weekday && toMinute - fromMinute === longest) return { weekday: x.weekday, fromMinute, toMinute };
    }
  }
  return null;
}

const joinedBefore = new WeakMap<readonly WeeklyHours[], readonly WeeklyHours[]>();

/** The same hours in order, without overlaps. Remembered per list, since one list meets many others. */
export function joined(hours: readonly WeeklyHours[]): readonly WeeklyHours[] {
  const known = joinedBefore.get(hours);
  if (known) return known;
  const sorted = hours.filter((x) => x.toMinute > x.fromMinute).toSorted((x, y) => x.weekday - y.weekday || x.fromMinute - y.fromMinute);
  const out: WeeklyHours[] = [];
  for (const next of sorted) {
    const last = out.at(-1);
    if (last && last.weekday === next.weekday && next.fromMinute <= last.toMinute) out[out.length - 1] = { ...last, toMinute: Math.max(last.toMinute, next.toMinute) };
    else out.push(next);
  }
  joinedBefore.set(hours, out);
  return out;
}

/** Part of a day as people name it (上午、下午、晚上). */
export type DayPart = "morning" | "afternoon" | "evening";

export const DAY_PARTS: Readonly<Record<DayPart, { readonly fromMinute: number; readonly toMinute: number }>> = {
  morning: { fromMinute: 8 * 60, toMinute: 12 * 60 },
  afternoon: { fromMinute: 13 * 60 + 30, toMinute: 18 * 60 },
  evening: { fromMinute: 18 * 60 + 30, toMinute: 21 * 60 },
};

/** Which sixth of which day: 42 bits of four hours in two 21-bit words. Two people with no bit in common have no minute in common. */
export function weekBits(hours: readonly WeeklyHours[]): readonly [number, number] {
  let [first, second] = [0, 0];
  for (const { weekday, fromMinute, toMinute } of hours) {
    for (let sixth = Math.floor(fromMinute / 240); sixth * 240 < toMinute; sixth++) {
      const bit = (weekday - 1) * 6 + sixth;
      if (bit < 21) first |= 1 << bit;
      else second |= 1 << (bit - 21);
    }
  }
  return [first, second];
}
