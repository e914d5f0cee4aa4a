import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { updateImport } from "../../store/imports.ts";
import { confirmRecovery, decideMatches, type MatchDecision } from "../../store/rows.ts";
import { lockForStep } from "../load-import.ts";

export interface RowDecisions {
  readonly importId: string;
  readonly version: number;
  /** Rows whose proposed identity number is right; `all` of them, or these and no others; absent: left as it was. */
  readonly confirmed?: "all" | readonly number[] | undefined;
  readonly matches?: readonly { readonly position: number; readonly decision: MatchDecision }[] | undefined;
}

/** Notes what a person decided about rows: numbers that were recovered, and who is here already. */
export async function decideRows(session: Session, decisions: RowDecisions): Promise<void> {
  const { actor } = session;
  const { importId, version, confirmed, matches = [] } = decisions;
  await session.write("register.decide", decisions, async (tx) => {
    await lockForStep(session, tx, importId, "decide", version);
    if (confirmed) await confirmRecovery(tx, actor.orgId, importId, confirmed === "all" ? null : confirmed);
    if (matches.length > 0) await decideMatches(tx, actor.orgId, importId, matches);
    await updateImport(tx, actor.orgId, importId, {});
    await recordAudit(tx, actor, {
      action: "register.decided", subjectKind: "register_import", subjectId: importId,
      details: { ...(confirmed && { confirmed: confirmed === "all" ? "all" : confirmed.length }), matches: matches.length },
    });
  });
}
