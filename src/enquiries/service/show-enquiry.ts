import { Refusal } from "../../kernel/refusal.ts";
import { authorise } from "../../platform/access/can.ts";
import { recordAudit } from "../../platform/audit/record.ts";
import type { Session } from "../../platform/db/session.ts";
import { enquiryStatus, takerOf, type EnquiryEvent, type EnquiryStatus } from "../model/enquiry.ts";
import { MANAGE_ENQUIRIES } from "../model/policy.ts";
import { findEnquiry, listEvents, type EnquiryRow } from "../store/enquiries.ts";

export interface ShownEnquiry extends EnquiryRow {
  readonly status: EnquiryStatus;
  readonly taker: { account: string; name: string } | null;
  readonly events: readonly EnquiryEvent[];
}

/** One enquiry with what was done about it; the reading is audited. */
export async function showEnquiry(session: Session, id: string): Promise<ShownEnquiry> {
  const { actor } = session;
  authorise(actor, MANAGE_ENQUIRIES, { orgId: actor.orgId });
  return session.write("enquiries.show", id, async (tx) => {
    const enquiry = await findEnquiry(tx, actor.orgId, id);
    if (!enquiry) throw new Refusal("not_found", "enquiry.not_found");
    const events = await listEvents(tx, actor.orgId, id);
    await recordAudit(tx, actor, { action: "enquiry.read", subjectKind: "enquiry", subjectId: id });
    return { ...enquiry, status: enquiryStatus(events), taker: takerOf(events), events };
  });
}
