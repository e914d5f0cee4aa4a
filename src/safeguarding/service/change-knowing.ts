import { Refusal } from "#kernel/refusal.ts";
import { listColleagues } from "#identity/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { sendNotices } from "#platform/notify/notices.ts";
import { knowersOf } from "../model/knowers.ts";
import { lockIncident } from "../store/incidents.ts";
import { insertKnowing, listKnowing } from "../store/knowing.ts";
import { isLead, requireNear } from "./near.ts";

/** A lead lets a colleague know of an incident, or ends that, with a reason. Whom it is about or said of is never let in. */
export async function changeKnowing(session: Session, input: { incidentId: string; accountId: string; change: "given" | "ended"; why: string }): Promise<{ id: string }> {
  const { actor, now } = session;
  const colleagues = await listColleagues(session);
  return session.write("safeguarding.change_knowing", input, async (tx) => {
    const { incidentId, accountId, change, why } = input;
    await lockIncident(tx, actor.orgId, incidentId);
    const { incident } = await requireNear(session, tx, incidentId);
    if (!isLead(session)) throw new Refusal("forbidden", "safeguarding.lead_only");
    const rows = await listKnowing(tx, actor.orgId, incidentId);
    const knows = knowersOf(rows).some((one) => one.accountId === accountId);
    const colleague = colleagues.find((one) => one.accountId === accountId);
    if (change === "given" && (!colleague || colleague.accountId === incident.allegedAccount || colleague.personId === incident.personId)) throw new Refusal("conflict", "safeguarding.never_told");
    if (knows === (change === "given")) throw new Refusal("conflict", knows ? "safeguarding.knows_already" : "safeguarding.knows_not");
    if (change === "ended" && accountId === actor.accountId) throw new Refusal("conflict", "safeguarding.not_oneself");
    const accountName = colleague?.name ?? rows.find((row) => row.accountId === accountId)!.accountName;
    await insertKnowing(tx, actor.orgId, incidentId, [{ number: rows.length + 1, accountId, accountName, change, why, byName: actor.name, at: now.toISOString() }]);
    if (change === "given") await sendNotices(tx, actor.orgId, [accountId], { kind: "safeguarding", link: `/safeguarding/${incidentId}` });
    await recordAudit(tx, actor, { action: change === "given" ? "incident.let_in" : "incident.shut_out", subjectKind: "incident", subjectId: incidentId, details: { accountId } });
    return { id: incidentId };
  });
}
