import { Refusal } from "#kernel/refusal.ts";
import { authorise } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { WORK_ON_ASSESSMENTS } from "../model/policy.ts";
import type { Withdrawal } from "../model/record.ts";
import { findRecord, insertWithdrawal, lockRecordsOf } from "../store/records.ts";
import { openPersonIn } from "./open-person.ts";
import { scoredRecords } from "./scored-record.ts";

/** Takes a record back, with the reason. It stays to be read and counts no more. */
export async function withdrawAssessment(session: Session, { recordId, reason }: Withdrawal): Promise<{ recordId: string }> {
  const { actor } = session;
  return session.write("assessment.withdraw", { recordId, reason }, async (tx) => {
    authorise(actor, WORK_ON_ASSESSMENTS, { orgId: actor.orgId });
    const found = await findRecord(tx, actor.orgId, recordId);
    if (!found) throw new Refusal("not_found", "assessment.not_found");
    const { card, ...person } = await openPersonIn(session, tx, found.personId);
    await lockRecordsOf(tx, actor.orgId, card.id);
    const standing = scoredRecords(person).find(({ id }) => id === recordId)?.standing;
    if (standing === "corrected") throw new Refusal("conflict", "assessment.already_corrected");
    if (!await insertWithdrawal(tx, { orgId: actor.orgId, recordId, reason, byAccount: actor.accountId, byName: actor.name })) throw new Refusal("conflict", "assessment.already_withdrawn");
    await recordAudit(tx, actor, { action: "assessment.withdrawn", subjectKind: "assessment", subjectId: recordId, details: { personId: card.id } });
    return { recordId };
  });
}
