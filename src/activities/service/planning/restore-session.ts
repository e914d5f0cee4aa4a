import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { MANAGE } from "../../model/policy.ts";
import { LIVE } from "../../model/terms.ts";
import { insertOccasionEvent } from "../../store/occasions.ts";
import { registrationsOf } from "../../store/registrations.ts";
import { byOf, holdOccasion, settle } from "../ground.ts";
import { postMatter } from "../letters/post-letters.ts";

/** Takes a cancellation back: everybody still signed up has their place again, and hears of it. */
export async function restoreSession(session: Session, sessionId: string): Promise<{ sessionId: string }> {
  const { actor, today } = session;
  requireCapability(actor, MANAGE);
  return session.write("activities.restore_session", { sessionId }, async (tx) => {
    const { occasion, series } = await holdOccasion(tx, actor.orgId, sessionId);
    if (!occasion.cancelled) throw new Refusal("conflict", "activities.not_cancelled");
    if (occasion.onDay < today) throw new Refusal("conflict", "activities.day_is_past");
    await insertOccasionEvent(tx, actor.orgId, sessionId, { kind: "restored", reason: "", was: {}, ...byOf(session) });
    const again = { ...occasion, cancelled: false, cancelledWhy: null };
    const live = (await registrationsOf(tx, actor.orgId, sessionId)).filter(({ repeats, status }) => repeats === null && LIVE.includes(status));
    await postMatter(tx, actor.orgId, "restored", again, live.map(({ id }) => id));
    await settle(session, tx, { occasion: again, series });
    await recordAudit(tx, actor, { action: "activity.session_restored", subjectKind: "activity_session", subjectId: sessionId });
    return { sessionId };
  });
}
