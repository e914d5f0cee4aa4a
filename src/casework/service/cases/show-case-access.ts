import { accountsWithCapability, memberNames } from "#identity/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { Language } from "#platform/i18n/language.ts";
import type { AccessSource, FileViewer } from "#platform/web/file-access.ts";
import { caseworkText } from "../../messages/index.ts";
import type { CaseTie } from "../../model/cases/case-access.ts";
import { accountsOfTeams } from "../../store/cases/case-rules.ts";
import { requireCase, type HeldCase } from "./access-case.ts";

/** Everybody who can open a case today, with why; for whoever may open it. */
export const caseAccess: AccessSource = async (session, caseId, language) => session.read(async (tx) => {
  const held = await requireCase(session, tx, caseId);
  return { title: held.reference, to: `/cases/${caseId}`, viewers: await viewersOfCase(session, tx, held, language) };
});

/** The same for files that go with a case, such as its plans. */
export async function caseViewers(session: Session, tx: Tx, caseId: string, language: Language): Promise<FileViewer[]> {
  return viewersOfCase(session, tx, await requireCase(session, tx, caseId), language);
}

async function viewersOfCase({ actor, today }: Session, tx: Tx, held: HeldCase, language: Language): Promise<FileViewer[]> {
  const supervisors = await accountsWithCapability(tx, actor.orgId, "cases.supervise");
  const workers = new Set(await accountsWithCapability(tx, actor.orgId, "cases.work"));
  const team = await accountsOfTeams(tx, actor.orgId, [held.teamId], today);
  const asked = held.pendingKind !== "transfer" ? [] : held.pendingWorker ? [held.pendingWorker] : await accountsOfTeams(tx, actor.orgId, [held.pendingTeam], today);
  const pairs: (readonly [string, CaseTie])[] = [[held.workerId, "worker"], ...asked.map((id) => [id, "asked"] as const), ...team.map((id) => [id, "team"] as const), ...supervisors.map((id) => [id, "supervisor"] as const)];
  const names = await memberNames(tx, actor.orgId, pairs.map(([id]) => id));
  const may = new Set([...supervisors, ...workers]);
  const first = new Map(pairs.filter(([id]) => may.has(id)).toReversed());
  return [...first].toReversed().map(([id, why]) => ({ name: names.get(id) ?? "", why: caseworkText[language].cases.ties[why] }));
}
