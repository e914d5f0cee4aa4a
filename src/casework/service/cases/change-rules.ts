import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { ApprovalStep, CaseStage } from "../../model/cases/case.ts";
import { policyOn, type CasePolicy } from "../../model/cases/case-policy.ts";
import { casePolicies, insertCasePolicy, moveReviews, type StoredCasePolicy } from "../../store/cases/case-rules.ts";

/** New rules, from today on; with the version that was read. */
export interface CaseRules { readonly version: number; readonly approvals: readonly ApprovalStep[]; readonly reviewDays: Readonly<Record<CaseStage, number>>; readonly note: string }

/** Changes the organisation's rules for its cases: a new version; when a review is due follows at once. */
export async function changeCaseRules(session: Session, input: CaseRules): Promise<{ version: number }> {
  const { actor, today } = session;
  requireCapability(actor, "cases.supervise");
  return session.write("casework.change-rules", input, async (tx) => {
    const last = (await casePolicies(tx, actor.orgId)).at(-1)?.version ?? 0;
    if (input.version !== last) throw new Refusal("stale", "platform.changed_meanwhile");
    const policy: CasePolicy = { version: last + 1, fromOn: today, approvals: input.approvals, reviewDays: input.reviewDays };
    if (!await insertCasePolicy(tx, actor.orgId, { ...policy, note: input.note, by: actor.accountId, byName: actor.name })) throw new Refusal("stale", "platform.changed_meanwhile");
    await moveReviews(tx, actor.orgId, policy.reviewDays);
    await recordAudit(tx, actor, { action: "case_rules.changed", subjectKind: "case_rules", subjectId: String(policy.version), details: { approvals: policy.approvals, reviewDays: policy.reviewDays } });
    return { version: policy.version };
  });
}

/** The rules in force and every version before them, the newest first. */
export async function showCaseRules(session: Session): Promise<{ current: CasePolicy; last: number; versions: StoredCasePolicy[] }> {
  const { actor, today } = session;
  requireCapability(actor, "cases.work");
  const versions = await session.read((tx) => casePolicies(tx, actor.orgId));
  return { current: policyOn(versions, today), last: versions.at(-1)?.version ?? 0, versions: versions.toReversed() };
}
