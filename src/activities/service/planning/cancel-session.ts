import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { MANAGE } from "../../model/policy.ts";
import type { Occasion } from "../../model/series.ts";
import { LIVE } from "../../model/terms.ts";
import { insertOccasionEvent, occasionsOfSeries } from "../../store/occasions.ts";
import { registrationsOf } from "../../store/registrations.ts";
import { byOf, holdOccasions, readOccasion } from "../ground.ts";
import { postMatter } from "../letters/post-letters.ts";

export const SessionCancellation = z.object({ sessionId: z.uuid(), reason: z.string().trim().min(1, { error: "activities.say_why" }).max(300), following: z.boolean().default(false) });
export type SessionCancellation = z.input<typeof SessionCancellation>;

/** Cancels a session, or it and all later ones of its series, with a reason that reaches everybody signed up. */
export async function cancelSession(session: Session, input: SessionCancellation): Promise<{ cancelled: number }> {
  const { actor, today } = session;
  requireCapability(actor, MANAGE);
  const { sessionId, reason, following } = SessionCancellation.parse(input);
  return session.write("activities.cancel_session", input, async (tx) => {
    const { occasion: { seriesId, recursOn } } = await readOccasion(tx, actor.orgId, sessionId);
    const ids = following ? (await occasionsOfSeries(tx, actor.orgId, seriesId, recursOn)).filter(({ onDay, cancelled }) => onDay >= today && !cancelled).map(({ id }) => id) : [sessionId];
    const held = await holdOccasions(tx, actor.orgId, ids);
    if (!following && held[0]!.occasion.cancelled) throw new Refusal("conflict", "activities.session_cancelled");
    for (const { occasion } of held) await callOff(session, tx, occasion, reason);
    await recordAudit(tx, actor, held.map(({ occasion }) => ({ action: "activity.session_cancelled", subjectKind: "activity_session", subjectId: occasion.id, details: { reason } })));
    return { cancelled: held.length };
  });
}

/** Notes that a held session does not take place, and tells those signed up. */
export async function callOff(session: Session, tx: Tx, occasion: Occasion, reason: string): Promise<void> {
  const { orgId } = session.actor;
  await insertOccasionEvent(tx, orgId, occasion.id, { kind: "cancelled", reason, was: {}, ...byOf(session) });
  const live = (await registrationsOf(tx, orgId, occasion.id)).filter(({ repeats, status }) => repeats === null && LIVE.includes(status));
  await postMatter(tx, orgId, "cancelled", occasion, live.map(({ id }) => id));
}
