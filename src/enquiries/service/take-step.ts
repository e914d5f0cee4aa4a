import { Refusal } from "../../kernel/refusal.ts";
import { authorise } from "../../platform/access/can.ts";
import { recordAudit } from "../../platform/audit/record.ts";
import { expectVersion } from "../../platform/db/version.ts";
import type { Session } from "../../platform/db/session.ts";
import { decideStep, enquiryStatus, type ClosingReason, type EventKind } from "../model/enquiry.ts";
import { MANAGE_ENQUIRIES } from "../model/policy.ts";
import { findEnquiry, insertEvent, listEvents } from "../store/enquiries.ts";

export interface Step {
  readonly enquiryId: string;
  readonly kind: EventKind;
  readonly note?: string | undefined;
  readonly personId?: string | undefined;
  readonly reason?: ClosingReason | undefined;
  /** The version that was read, so that two people do not both take it. */
  readonly version: number;
}

/** Notes one step about an enquiry: taken, contacted, linked to a file, closed … */
export async function takeStep(session: Session, step: Step): Promise<{ version: number }> {
  const { actor, now } = session;
  authorise(actor, MANAGE_ENQUIRIES, { orgId: actor.orgId });
  return session.write("enquiries.step", step, async (tx) => {
    const enquiry = await findEnquiry(tx, actor.orgId, step.enquiryId, { lock: true });
    if (!enquiry) throw new Refusal("not_found", "enquiry.not_found");
    expectVersion(enquiry, { version: step.version }, []);
    const events = await listEvents(tx, actor.orgId, step.enquiryId);
    const { kind, note = null, personId = null, reason = null } = step;
    const decision = decideStep(enquiryStatus(events), { kind, reason, personId });
    if (!decision.allowed) throw new Refusal("conflict", `enquiry.${decision.reason}`);
    await insertEvent(tx, actor.orgId, step.enquiryId, { seq: events.length + 1, kind, at: now.toISOString(), byAccount: actor.accountId, byName: actor.name, note, personId, reason });
    await recordAudit(tx, actor, { action: `enquiry.${kind}`, subjectKind: "enquiry", subjectId: step.enquiryId, details: { reason, personId } });
    return { version: enquiry.version + 1 };
  });
}
