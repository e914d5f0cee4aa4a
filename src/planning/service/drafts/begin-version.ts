import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { carriedOver } from "../../model/next-version.ts";
import { REVIEW_RULE } from "../../model/plan.ts";
import { insertDraft } from "../../store/versions.ts";
import { openPlanIn } from "../open-plan.ts";

/** Begins the next version: with the goals, and with the steps that are still open. The version before stays as it is. */
export async function beginVersion(session: Session, { planId, reason }: { planId: string; reason: string }): Promise<{ version: number }> {
  const { actor, now, today } = session;
  return session.write("planning.begin-version", { planId, reason }, async (tx) => {
    const { draft, current, stateOf } = await openPlanIn(session, tx, planId, "change");
    if (draft || !current) throw new Refusal("conflict", "plan.draft_exists");
    const content = carriedOver({ ...current, reviewOn: addDays(today, REVIEW_RULE.days[current.risk]) }, stateOf);
    await insertDraft(tx, { orgId: actor.orgId, planId }, content, { reason, createdByName: actor.name, createdAt: now });
    await recordAudit(tx, actor, { action: "plan.version_begun", subjectKind: "support_plan", subjectId: planId, details: { version: content.number, carried: content.steps.length } });
    return { version: content.number };
  });
}
