import type { Session } from "#platform/db/session.ts";
import { teamsOfAccount } from "../../store/cases/case-rules.ts";
import { dueCaseRows } from "../../store/cases/list-cases.ts";
import { nameCases, type NamedCase } from "./list-cases.ts";

/** Something about a case that waits for the actor: an approval, a handover to answer, a review that is due. */
export type DueCase = Pick<NamedCase, "caseId" | "name" | "birthOn"> & { readonly kind: "approval" | "handover" | "review"; readonly dueOn: string };

/** What waits for the actor with cases, the longest waiting first. Nothing for those who do no casework. */
export async function listDueCases(session: Session, most: number): Promise<DueCase[]> {
  const { actor, today } = session;
  if (!actor.capabilities.has("cases.work")) return [];
  return session.read(async (tx) => {
    const reader = { accountId: actor.accountId, teamIds: await teamsOfAccount(tx, actor.orgId, actor.accountId, today), today, supervises: actor.capabilities.has("cases.supervise") };
    const rows = await dueCaseRows(tx, actor.orgId, reader, most);
    return (await nameCases(tx, actor.orgId, rows)).map(({ caseId, name, birthOn, pendingKind, pendingOn, pendingBy, reviewOn, workerId }) => {
      const kind = pendingKind === "approval" && pendingBy !== actor.accountId && reader.supervises ? "approval" as const
        : pendingKind === "transfer" && workerId !== actor.accountId && pendingBy !== actor.accountId ? "handover" as const : "review" as const;
      return { caseId, name, birthOn, kind, dueOn: (kind === "review" ? reviewOn : pendingOn) ?? today };
    });
  });
}
