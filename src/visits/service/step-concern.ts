import { Refusal } from "../../kernel/refusal.ts";
import { requireCapability } from "../../platform/access/can.ts";
import { recordAudit } from "../../platform/audit/record.ts";
import type { Session } from "../../platform/db/session.ts";
import { concernStatus, decideConcernStep, type ConcernStep } from "../model/concern.ts";
import { findConcern, insertConcernStep, listConcernSteps } from "../store/concerns.ts";

/** A supervisor saw a concern, acted on it, closed or reopened it. */
export async function stepConcern(session: Session, { concernId, kind, note = "" }: { concernId: string; kind: ConcernStep; note?: string | undefined }): Promise<{ id: string }> {
  const { actor, now } = session;
  requireCapability(actor, "concerns.read");
  return session.write("visits.step_concern", { concernId, kind, note }, async (tx) => {
    if (!(await findConcern(tx, actor.orgId, concernId, { lock: true }))) throw new Refusal("not_found", "concern.not_found");
    const steps = await listConcernSteps(tx, actor.orgId, concernId);
    const decision = decideConcernStep(concernStatus(steps), kind, note);
    if (!decision.allowed) throw new Refusal("conflict", `concern.${decision.reason}`);
    await insertConcernStep(tx, actor.orgId, { concernId, seq: steps.length + 1, kind, note, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: `concern.${kind}`, subjectKind: "concern", subjectId: concernId });
    return { id: concernId };
  });
}
