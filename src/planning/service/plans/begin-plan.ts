import { randomUUID } from "node:crypto";
import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { requireCase } from "#casework/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewPlan } from "../../model/forms.ts";
import { REVIEW_RULE } from "../../model/plan.ts";
import { insertPlan } from "../../store/plans.ts";
import { insertDraft } from "../../store/versions.ts";
import { openPersonIn } from "../open-person.ts";

/** Begins a plan with a first draft: for a person, or within a case of theirs. */
export async function beginPlan(session: Session, input: NewPlan): Promise<{ planId: string }> {
  const { actor, now, today } = session;
  return session.write("planning.begin", input, async (tx) => {
    const card = await openPersonIn(session, tx, input.personId);
    if (input.caseId) {
      const held = await requireCase(session, tx, input.caseId, "record");
      if (held.survivorId !== card.id) throw new Refusal("invalid_input", "plan.other_case");
    }
    const planId = randomUUID();
    await insertPlan(tx, { orgId: actor.orgId, id: planId, personId: card.id, caseId: input.caseId ?? null, createdBy: actor.accountId, createdByName: actor.name, createdAt: now });
    const content = { number: 1, about: input.about, risk: input.risk, reviewOn: addDays(today, REVIEW_RULE.days[input.risk]), goals: [], steps: [] };
    await insertDraft(tx, { orgId: actor.orgId, planId }, content, { reason: "", createdByName: actor.name, createdAt: now });
    await recordAudit(tx, actor, { action: "plan.begun", subjectKind: "support_plan", subjectId: planId, details: { personId: card.id, ...(input.caseId && { caseId: input.caseId }) } });
    return { planId };
  });
}
