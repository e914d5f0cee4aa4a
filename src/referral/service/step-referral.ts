import { Refusal } from "#kernel/refusal.ts";
import { listColleagues } from "#identity/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { readNotices, sendNotices } from "#platform/notify/notices.ts";
import { decideStep } from "../model/decide-step.ts";
import { isShared, type Step } from "../model/referral.ts";
import { standingOf } from "../model/standing.ts";
import { insertEvent, keepState, lockReferral, tell, type EventRow } from "../store/referrals.ts";
import { groundOf, mayStillOpen, requireNear, type NearReferral } from "./near.ts";

/** Takes one step with a referral; what the other side must know stands there in the same transaction. */
export async function stepReferral(session: Session, id: string, step: Step): Promise<{ id: string }> {
  const colleagues = step.workerId ? await listColleagues(session, { capability: "referrals.work" }) : [];
  const worker = colleagues.find(({ accountId }) => accountId === step.workerId);
  return session.write("referral.step", { id, ...step }, async (tx) => {
    await lockReferral(tx, id);
    const near = await requireNear(session, tx, id);
    if (step.step === "handed_over" && !worker) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "workerId", reason: "referral.worker_missing" }] });
    await stepIn(session, tx, near, step, { workerName: worker?.name });
    const { actor } = session;
    if (step.step === "handed_over" && worker!.accountId !== actor.accountId) await sendNotices(tx, actor.orgId, [worker!.accountId], { kind: "referral", link: `/referrals/${id}` });
    await readNotices(tx, actor, `/referrals/${id}`, session.now);
    return { id };
  });
}

/** The same in the caller's transaction, on a referral that is locked. */
export async function stepIn(session: Session, tx: Tx, near: NearReferral, step: Step, more: { workerName?: string | undefined; caseId?: string; personId?: string } = {}): Promise<void> {
  const { actor } = session;
  const { referral, events } = near;
  const ground = groundOf(session, near);
  const decision = decideStep(step, ground);
  if (!decision.allowed) throw new Refusal("conflict", `referral.${decision.reason}`);
  if (step.step === "opened" && !mayStillOpen(referral, session.today)) throw new Refusal("conflict", "referral.closed_packet");
  const event = eventOf(session, near, step, more);
  await insertEvent(tx, actor.orgId, referral.id, event);
  const { state, dueOn, workerId } = standingOf([...events, event], referral.side);
  const { caseId, personId } = more;
  await keepState(tx, actor.orgId, referral.id, { state, dueOn, workerId, ...(caseId && { caseId }), ...(personId && { personId }) });
  if (referral.otherOrg !== null && isShared(event.kind)) await tell(tx, referral.id, event.number);
  await recordAudit(tx, actor, { action: `referral.${step.step}`, subjectKind: "referral", subjectId: referral.id, details: { reason: step.reason ?? null, dueOn: step.dueOn ?? null } });
}

function eventOf({ actor, now, today }: Session, { referral, events }: NearReferral, step: Step, { workerName, caseId }: { workerName?: string | undefined; caseId?: string }): EventRow {
  const outside = referral.side === "out" && referral.otherOrg === null;
  const theirs = outside && ["accepted", "refused", "completed"].includes(step.step);
  const mine = step.step === "accepted" && !outside;
  return {
    number: events.length + 1, kind: step.step, bySide: theirs ? "in" : referral.side, onDay: today, reason: ["refused", "completed"].includes(step.step) ? step.reason! : null, words: step.words,
    dueOn: ["accepted", "extended"].includes(step.step) ? step.dueOn! : null, caseId: caseId ?? null, byAccount: actor.accountId, byName: actor.name, at: now.toISOString(),
    ...(mine ? { workerId: actor.accountId, workerName: actor.name } : step.step === "handed_over" ? { workerId: step.workerId!, workerName: workerName! } : { workerId: null, workerName: null }),
  };
}
