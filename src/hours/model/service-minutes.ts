/** The time served: said outright, or between a check-in and a check-out less the way. Instants in ISO 8601. */
export type ServiceTime =
  | { readonly minutes: number; readonly travelMinutes?: number }
  | { readonly fromAt: string; readonly untilAt: string | null; readonly travelMinutes?: number };

const LONGEST_MINUTES = 1440;

/**
 * Minutes that count: the time itself, the way there and back excluded (民政部令67). Null while nobody has checked out.
 * A time said outright is service already; of a time between two instants the way is taken off. Never below 0, never above a day.
 */
export function serviceMinutes(time: ServiceTime): number | null {
  if ("minutes" in time) return within(time.minutes);
  if (time.untilAt === null) return null;
  const elapsed = Math.floor((Date.parse(time.untilAt) - Date.parse(time.fromAt)) / 60_000);
  return within(elapsed - (time.travelMinutes ?? 0));
}

function within(minutes: number): number {
  return Math.min(LONGEST_MINUTES, Math.max(0, Math.floor(minutes)));
}
