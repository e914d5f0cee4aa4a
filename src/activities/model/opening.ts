import type { Occasion, Series } from "./series.ts";
import type { Channel } from "./terms.ts";
import { instantOf } from "./times.ts";

export type Closed = "session_cancelled" | "session_over" | "sign_up_closed" | "not_open";

/** Why nobody can sign up this way at this instant; null when somebody can. A worker may add people until the session ends. */
export function closedFor(channel: Exclude<Channel, "walk_in">, occasion: Occasion, { openTo, closesHours }: Pick<Series, "openTo" | "closesHours">, now: Date): Closed | null {
  if (occasion.cancelled) return "session_cancelled";
  if (instantOf(occasion.onDay, occasion.untilMinute) <= now) return "session_over";
  if (channel === "staff") return null;
  if (openTo === "staff" || (channel === "public" && openTo !== "public")) return "not_open";
  return instantOf(occasion.onDay, occasion.fromMinute).getTime() - closesHours * 3_600_000 <= now.getTime() ? "sign_up_closed" : null;
}
