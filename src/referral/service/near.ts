import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { requireCapability } from "#platform/access/can.ts";
import { MOST_DAYS, type Ground } from "../model/decide-step.ts";
import { standingOf, type Standing } from "../model/standing.ts";
import { eventsOf, findReferral, type EventRow, type Reader, type ReferralRow } from "../store/referrals.ts";

/** A referral as it stands, for somebody who may see it. */
export interface NearReferral {
  readonly referral: ReferralRow;
  readonly events: readonly EventRow[];
  readonly standing: Standing;
}

export const readerOf = ({ actor }: Pick<Session, "actor">): Reader => ({ accountId: actor.accountId, all: actor.capabilities.has("referrals.manage") });

/** Somebody who works with referrals, with a second factor. */
export function requirePart({ actor }: Pick<Session, "actor">): void {
  requireCapability(actor, "referrals.work");
  if (!actor.strong) throw new Refusal("forbidden", "access.second_factor");
}

/** The referral, if the actor answers for it, nobody does yet, or they see to all; otherwise it does not exist. */
export async function requireNear(session: Session, tx: Tx, id: string): Promise<NearReferral> {
  requirePart(session);
  const { actor } = session;
  const referral = await findReferral(tx, actor.orgId, id);
  const reader = readerOf(session);
  if (!referral || !(reader.all || referral.workerId === null || referral.workerId === actor.accountId)) throw new Refusal("not_found", "referral.not_found");
  const events = await eventsOf(tx, actor.orgId, id);
  return { referral, events, standing: standingOf(events, referral.side) };
}

/** What a step is judged by. */
export function groundOf({ today }: Pick<Session, "today">, { referral, events, standing }: NearReferral): Ground {
  return { side: referral.side, standing, outside: referral.side === "out" && referral.otherOrg === null, takenIn: events.some(({ kind }) => kind === "taken_in"), today, latest: addDays(today, MOST_DAYS) };
}

/** Whether what was sent may still be read: the consent it left under holds on the day. */
export const mayStillOpen = ({ sharedUntil }: Pick<ReferralRow, "sharedUntil">, today: string): boolean => sharedUntil === null || sharedUntil > today;
