import { accountsWithCapability } from "../../identity/index.ts";
import { recordAudit } from "../../platform/audit/record.ts";
import type { Tx } from "../../platform/db/connect.ts";
import type { Session } from "../../platform/db/session.ts";
import { sendNotices } from "../../platform/notify/notices.ts";
import type { Severity } from "../model/concern.ts";
import { insertConcern } from "../store/concerns.ts";

/** Writes a concern down and tells every supervisor, in the transaction of the meeting it was seen in. */
export async function addConcern(
  { actor, now }: Session, tx: Tx, concern: { pairId: string; visitId: string | null; aboutId: string; severity: Severity; words: string },
): Promise<string> {
  const id = await insertConcern(tx, actor.orgId, { ...concern, raisedBy: actor.accountId, raisedByName: actor.name, raisedAt: now.toISOString() });
  await recordAudit(tx, actor, { action: "concern.raised", subjectKind: "concern", subjectId: id, details: { severity: concern.severity, pairId: concern.pairId } });
  const supervisors = await accountsWithCapability(tx, actor.orgId, "concerns.read");
  await sendNotices(tx, actor.orgId, supervisors, { kind: `concern.${concern.severity}`, link: `/concerns/${id}` });
  return id;
}
