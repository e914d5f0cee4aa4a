import { recordAudit } from "../../platform/audit/record.ts";
import { requireCapability } from "../../platform/access/can.ts";
import type { Session } from "../../platform/db/session.ts";
import type { Asking } from "../model/asking.ts";
import { dueOn, type Channel } from "../model/enquiry.ts";
import { SUBMIT_ENQUIRY } from "../model/policy.ts";
import { insertEnquiry } from "../store/enquiries.ts";

export interface Asked {
  readonly id: string;
  /** To quote when calling again. */
  readonly reference: string;
  readonly dueOn: string;
}

/** Puts a call for help in the queue: from the public form, or written down by a worker after a call or a visit. */
export async function askForHelp(session: Session, asking: Asking, channel: Channel = "web"): Promise<Asked> {
  const { actor, now, today } = session;
  const byStaff = channel !== "web";
  requireCapability(actor, byStaff ? "enquiries.manage" : SUBMIT_ENQUIRY);
  return session.write("enquiries.ask", { ...asking, channel }, async (tx) => {
    const due = dueOn(today, asking.urgent ?? false);
    const { id, reference } = await insertEnquiry(tx, actor.orgId, { ...asking, channel, receivedAt: now, receivedOn: today, dueOn: due, recordedBy: byStaff ? actor.accountId : null });
    await recordAudit(tx, actor, { action: "enquiry.received", subjectKind: "enquiry", subjectId: id, details: { channel, urgent: asking.urgent ?? false } });
    return { id, reference, dueOn: due };
  });
}
