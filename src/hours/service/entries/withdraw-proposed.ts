import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { entryState, type SourceKind } from "../../model/entry.ts";
import { insertDecisions } from "../../store/decisions.ts";
import { selectBySource } from "../../store/entries.ts";
import { insistFirst } from "../ground.ts";

/** What the hours came from was taken back: they no longer count, whoever had confirmed them. The caller authorises. */
export async function withdrawProposed(session: Session, tx: Tx, source: { readonly kind: Exclude<SourceKind, "hand">; readonly ids: readonly string[] }, reason: string): Promise<void> {
  const { actor, now } = session;
  const standing = await selectBySource(tx, actor.orgId, source.kind, source.ids);
  const open = standing.filter((entry) => entryState(entry) !== "withdrawn");
  if (open.length === 0) return;
  insistFirst(open.length === (await insertDecisions(tx, actor.orgId, open, { kind: "withdrawn", words: reason, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() })));
  await recordAudit(tx, actor, open.map(({ id }) => ({ action: "hours.withdrawn", subjectKind: "hours", subjectId: id, details: { reason } })));
}
