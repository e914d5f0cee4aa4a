import { accountsWithCapability, memberNames } from "#identity/index.ts";
import { listAudit, type AuditLine } from "#platform/audit/list.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import type { CaseTie } from "../../model/cases/case-access.ts";
import { accountsOfTeams } from "../../store/cases/case-rules.ts";
import { requireCase } from "./access-case.ts";

/** Who can open a case and why. */
export interface CaseViewer { readonly name: string; readonly why: CaseTie }

/** Everybody who can open a case today, with why; and who has opened or changed it, newest first. */
export async function showCaseAccess(session: Session, caseId: string, { after }: { after?: string | null } = {}): Promise<{ reference: string; viewers: CaseViewer[]; readings: Page<AuditLine> }> {
  const { actor, today } = session;
  return session.read(async (tx) => {
    const held = await requireCase(session, tx, caseId);
    const supervisors = await accountsWithCapability(tx, actor.orgId, "cases.supervise");
    const workers = new Set(await accountsWithCapability(tx, actor.orgId, "cases.work"));
    const team = await accountsOfTeams(tx, actor.orgId, [held.teamId], today);
    const asked = held.pendingKind !== "transfer" ? [] : held.pendingWorker ? [held.pendingWorker] : await accountsOfTeams(tx, actor.orgId, [held.pendingTeam], today);
    const pairs: (readonly [string, CaseViewer["why"]])[] = [[held.workerId, "worker"], ...asked.map((id) => [id, "asked"] as const), ...team.map((id) => [id, "team"] as const), ...supervisors.map((id) => [id, "supervisor"] as const)];
    const names = await memberNames(tx, actor.orgId, pairs.map(([id]) => id));
    const may = new Set([...supervisors, ...workers]);
    const first = new Map(pairs.filter(([id]) => may.has(id)).toReversed());
    return { reference: held.reference, viewers: [...first].toReversed().map(([id, why]) => ({ name: names.get(id) ?? "", why })), readings: await listAudit(tx, actor, { subjectKind: "case", subjectId: caseId }, { after: after ?? null }) };
  });
}
