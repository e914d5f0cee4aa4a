import { Refusal } from "../../kernel/refusal.ts";
import { createPersons } from "../../people/index.ts";
import { listUnits } from "../../places/index.ts";
import { authorise } from "../../platform/access/can.ts";
import { recordAudit } from "../../platform/audit/record.ts";
import { expectVersion } from "../../platform/db/version.ts";
import type { Session } from "../../platform/db/session.ts";
import { decideStep, enquiryStatus } from "../model/enquiry.ts";
import { MANAGE_ENQUIRIES } from "../model/policy.ts";
import { findEnquiry, insertEvent, listEvents } from "../store/enquiries.ts";

const MOBILE = /^1[3-9]\d{9}$/;

/** Opens a resident's file from an enquiry, carrying over what was already said, and links the two. */
export async function openFile(session: Session, { enquiryId, version, name }: { enquiryId: string; version: number; name: string }): Promise<{ personId: string }> {
  const { actor, now, today } = session;
  authorise(actor, MANAGE_ENQUIRIES, { orgId: actor.orgId });
  return session.write("enquiries.open_file", { enquiryId, version, name }, async (tx) => {
    const enquiry = await findEnquiry(tx, actor.orgId, enquiryId, { lock: true });
    if (!enquiry) throw new Refusal("not_found", "enquiry.not_found");
    expectVersion(enquiry, { version }, []);
    const events = await listEvents(tx, actor.orgId, enquiryId);
    const decision = decideStep(enquiryStatus(events), { kind: "linked", reason: null, personId: enquiryId });
    if (!decision.allowed) throw new Refusal("conflict", `enquiry.${decision.reason}`);

    const communities = enquiry.community ? await listUnits(tx, actor.orgId, { on: today, kinds: ["community"] }) : [];
    const community = communities.find((unit) => unit.name === enquiry.community || unit.aliases.includes(enquiry.community ?? ""));
    const contact = enquiry.askerContact;
    const whose = enquiry.forWhom === "self" ? "self" : "other";
    const [personId] = await createPersons(session, tx, [{
      name, ...(community && { communityId: community.id }),
      contacts: contact ? [{ kind: MOBILE.test(contact) ? "mobile" : "wechat", value: contact, whose, ...(whose === "other" && { holderName: enquiry.askerName ?? undefined, relation: enquiry.askerRelation ?? undefined }) }] : [],
      roles: [{ role: "service_user", fromOn: today, reason: "enquiry" }],
    }], { source: "enquiry", sourceId: enquiryId });
    await insertEvent(tx, actor.orgId, enquiryId, { seq: events.length + 1, kind: "linked", at: now.toISOString(), byAccount: actor.accountId, byName: actor.name, note: null, personId: personId!, reason: null });
    await recordAudit(tx, actor, { action: "enquiry.linked", subjectKind: "enquiry", subjectId: enquiryId, details: { personId } });
    return { personId: personId! };
  });
}
