import { Refusal } from "#kernel/refusal.ts";
import { authorise } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewContact } from "../../model/person.ts";
import { WRITE_PERSON } from "../../model/policy.ts";
import { contactsOf, deleteContact } from "../../store/facts/records-of.ts";
import { insertContacts } from "../../store/facts/insert-facts.ts";
import { rankedAfter } from "../persons/add-facts.ts";
import { reindexing } from "../persons/reindex-persons.ts";
import { requirePersons } from "../persons/require-persons.ts";

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(0\d{2,3}-?)?[2-9]\d{6,7}$/;

/** Adds a way to reach somebody, to be tried after those that are there. */
export async function addContact(session: Session, { personId, contact }: { personId: string; contact: NewContact }): Promise<void> {
  const { actor } = session;
  authorise(actor, WRITE_PERSON, { orgId: actor.orgId });
  const value = contact.value.normalize("NFKC").replace(/\s/g, "");
  const wrong = (contact.kind === "mobile" && !MOBILE.test(value)) || (contact.kind === "landline" && !LANDLINE.test(value));
  if (wrong) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "value", reason: contact.kind === "mobile" ? "person.mobile_form" : "person.landline_form" }] });
  return session.write("people.add-contact", { personId, contact }, async (tx) => {
    await requirePersons(tx, actor.orgId, [personId]);
    const known = await contactsOf(tx, actor.orgId, [personId]);
    if (known.some((one) => one.value === value)) throw new Refusal("conflict", "person.contact_known");
    await reindexing(tx, actor.orgId, [personId], () => insertContacts(tx, actor.orgId, rankedAfter(known, [{ ...contact, value, rank: 1 }]).map((fact) => ({ personId, fact })), null));
    await recordAudit(tx, actor, { action: "person.contact_added", subjectKind: "person", subjectId: personId, details: { kind: contact.kind, whose: contact.whose ?? "self" } });
  });
}

/** Removes a number that no longer reaches anybody. */
export async function removeContact(session: Session, { personId, contactId }: { personId: string; contactId: string }): Promise<void> {
  const { actor } = session;
  authorise(actor, WRITE_PERSON, { orgId: actor.orgId });
  return session.write("people.remove-contact", { personId, contactId }, async (tx) => {
    const removed = await reindexing(tx, actor.orgId, [personId], () => deleteContact(tx, actor.orgId, personId, contactId));
    if (!removed) throw new Refusal("not_found", "person.contact_not_found");
    await recordAudit(tx, actor, { action: "person.contact_removed", subjectKind: "person", subjectId: personId, details: { kind: removed } });
  });
}
