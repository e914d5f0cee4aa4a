import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { MANAGE, OWN } from "../../model/policy.ts";
import { LIVE } from "../../model/terms.ts";
import { instantOf } from "../../model/times.ts";
import { insertEvents, partyOf, type Registration, selectRegistration } from "../../store/registrations.ts";
import { byOf, holdOccasion, settle } from "../ground.ts";

export const Cancellation = z.object({ registrationId: z.uuid(), reason: z.string().trim().max(300).default("") });
export type Cancellation = z.input<typeof Cancellation>;

/** Gives a place back, by a worker or by the person; those who come along give theirs back too, and the waiting list moves. */
export async function cancelRegistration(session: Session, input: Cancellation): Promise<{ moved: number }> {
  const { actor } = session;
  const { registrationId, reason } = Cancellation.parse(input);
  return session.write("activities.cancel_registration", input, async (tx) => {
    const row = await selectRegistration(tx, actor.orgId, registrationId);
    const mine = row && (actor.capabilities.has(MANAGE) || (actor.capabilities.has(OWN) && await isMine(session, tx, row)));
    if (!row || !mine) throw new Refusal("not_found", "activities.registration_not_found");
    return withdraw(session, tx, row, reason);
  });
}

/** The same for whoever holds the registration's code. */
export async function withdraw(session: Session, tx: Tx, { id, sessionId }: Registration, reason: string): Promise<{ moved: number }> {
  const { actor, now } = session;
  const planned = await holdOccasion(tx, actor.orgId, sessionId);
  const { occasion } = planned;
  if (instantOf(occasion.onDay, occasion.untilMinute) <= now) throw new Refusal("conflict", "activities.session_over");
  const all = (await partyOf(tx, actor.orgId, sessionId, id)).filter(({ status }) => LIVE.includes(status));
  if (!all.some((one) => one.id === id)) throw new Refusal("conflict", "activities.not_signed_up");
  await insertEvents(tx, actor.orgId, sessionId, all.map((one) => one.id), { kind: "cancelled", reason }, byOf(session));
  const moved = await settle(session, tx, planned);
  await recordAudit(tx, actor, { action: "activity.registration_cancelled", subjectKind: "activity_session", subjectId: sessionId, details: { registrationId: id, moved: moved.length } });
  return { moved: moved.length };
}

async function isMine({ actor }: Session, tx: Tx, { personId }: Registration): Promise<boolean> {
  if (actor.personId === null || personId === null) return false;
  return ((await identitiesOf(tx, actor.orgId, [actor.personId])).get(actor.personId) ?? []).includes(personId);
}
