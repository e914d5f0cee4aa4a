import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { decideStep } from "../model/decide-step.ts";
import type { Step } from "../model/incident.ts";
import { instantOf } from "../model/local-time.ts";
import { insertEntry, lockIncident } from "../store/incidents.ts";
import { isLead, requireNear } from "./near.ts";

/** Writes down what was done about an incident, or who was told; a lead weighs and closes it. */
export async function takeStep(session: Session, incidentId: string, step: Step): Promise<{ id: string }> {
  const { actor, now } = session;
  return session.write("safeguarding.step", { incidentId, ...step }, async (tx) => {
    await lockIncident(tx, actor.orgId, incidentId);
    const near = await requireNear(session, tx, incidentId);
    const doneAt = instantOf(step.doneAt, now);
    const decision = decideStep({ ...step, doneAt }, { ...near, isLead: isLead(session), now: now.toISOString() });
    if (!decision.allowed) throw new Refusal("conflict", `safeguarding.${decision.reason}`);
    const told = step.step === "told" || step.step === "not_told";
    await insertEntry(tx, actor.orgId, incidentId, {
      number: near.entries.length + 1, kind: step.step, severity: step.step === "graded" ? step.severity! : null, toWhom: told ? step.toWhom! : null,
      toName: told ? step.toName : "", reference: told ? step.reference : "", doneAt, words: step.words, byAccount: actor.accountId, byName: actor.name, at: now.toISOString(),
    });
    await recordAudit(tx, actor, { action: `incident.${step.step}`, subjectKind: "incident", subjectId: incidentId });
    return { id: incidentId };
  });
}
