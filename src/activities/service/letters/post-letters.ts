import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { postLetter } from "#platform/outbox/post-letter.ts";
import type { Occasion } from "../../model/series.ts";
import { instantOf } from "../../model/times.ts";

/** Letters to those signed up. They name nobody and no activity: who hears of what is looked up when they are carried. */
export const ACTIVITY_TOPIC = "activity";
export const MATTERS = ["booked", "refused", "moved", "cancelled", "restored", "reminder"] as const;
export type Matter = (typeof MATTERS)[number];

export interface ActivityLetter {
  readonly matter: Matter;
  readonly sessionId: string;
  readonly registrationIds: readonly string[];
  /** When the session was to begin as the letter was written; a reminder of another hour is out of date. */
  readonly startsAt: string;
}

/** A reminder comes this long before the session begins. */
const REMIND_HOURS = 24;
const HOUR_MS = 3_600_000;

export async function postMatter(tx: Tx, orgId: string, matter: Matter, occasion: Occasion, registrationIds: readonly string[], at?: Date): Promise<void> {
  if (registrationIds.length === 0) return;
  const payload: ActivityLetter = { matter, sessionId: occasion.id, registrationIds, startsAt: instantOf(occasion.onDay, occasion.fromMinute).toISOString() };
  await postLetter(tx, orgId, { topic: ACTIVITY_TOPIC, payload, ...(at && { at }) });
}

/** Tells those who got a place, and reminds them the day before. */
export async function postBooked({ actor, now }: Session, tx: Tx, occasion: Occasion, registrationIds: readonly string[]): Promise<void> {
  await postMatter(tx, actor.orgId, "booked", occasion, registrationIds);
  await postReminder(tx, actor.orgId, occasion, registrationIds, now);
}

export async function postReminder(tx: Tx, orgId: string, occasion: Occasion, registrationIds: readonly string[], now: Date): Promise<void> {
  const at = new Date(instantOf(occasion.onDay, occasion.fromMinute).getTime() - REMIND_HOURS * HOUR_MS);
  if (at > now) await postMatter(tx, orgId, "reminder", occasion, registrationIds, at);
}
