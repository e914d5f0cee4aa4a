import type { Travel } from "../planner/problem.ts";
import type { PlanRules, TravelMode } from "../plan.ts";
import type { Point } from "./day.ts";

const EARTH_METRES = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Metres along the great circle. */
function metresBetween(a: Point, b: Point): number {
  const [dLat, dLon] = [(b.lat - a.lat) * RADIANS, (b.lon - a.lon) * RADIANS];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Metres and whole minutes from one point to another, as streets go. */
export function wayBetween(a: Point, b: Point, mode: TravelMode, rules: PlanRules): { metres: number; minutes: number } {
  const metres = Math.round(metresBetween(a, b) * rules.detour[mode]);
  return { metres, minutes: Math.max(rules.doorMinutes, Math.ceil(metres / rules.metresPerMinute[mode])) };
}

/** Minutes by place for one way of getting about; they are what should be few. */
export function travelOf(points: readonly Point[], mode: TravelMode, rules: PlanRules): Travel {
  const count = points.length;
  const time = Float64Array.from({ length: count * count }, (_, i) => {
    const [from, to] = [Math.floor(i / count), i % count];
    return from === to ? 0 : wayBetween(points[from]!, points[to]!, mode, rules).minutes;
  });
  return { time, cost: time };
}
