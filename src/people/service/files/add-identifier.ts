import { Refusal } from "#kernel/refusal.ts";
import { authorise } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { IdentifierSystem } from "../../model/terms.ts";
import { WRITE_PERSON } from "../../model/policy.ts";
import { readCertificate, readResidentId } from "../../model/resident-id.ts";
import { disabilitiesOf, replaceDisability } from "../../store/facts/dated-facts.ts";
import { insertIdentifiers } from "../../store/facts/insert-facts.ts";
import { identifiersOf } from "../../store/facts/records-of.ts";
import { requirePersons } from "../persons/require-persons.ts";
import { sealIdentifier } from "../persons/seal-identifiers.ts";

/** Adds a number of a paper, checked and sealed. A disability certificate also says kind and grade where none stands. */
export async function addIdentifier(session: Session, { personId, system, value }: { personId: string; system: IdentifierSystem; value: string }): Promise<void> {
  const { actor, today, keys } = session;
  authorise(actor, WRITE_PERSON, { orgId: actor.orgId });
  const certificate = system === "disability_certificate" ? readCertificate(value, today) : null;
  const fault = system === "resident_id" ? readResidentId(value, today).fault : system === "disability_certificate" && certificate === null ? "person.certificate_form" : null;
  if (fault) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "value", reason: fault }] });
  const sealed = sealIdentifier(keys, personId, { system, value });
  await session.write("people.add-identifier", { personId, system, blind: sealed.fact.blind.toString("hex") }, async (tx) => {
    await requirePersons(tx, actor.orgId, [personId]);
    const known = await identifiersOf(tx, actor.orgId, [personId]);
    if (known.some((one) => one.system === system && one.blind.equals(sealed.fact.blind))) throw new Refusal("conflict", "person.identifier_known");
    await insertIdentifiers(tx, actor.orgId, [sealed], null);
    const judged = (await disabilitiesOf(tx, actor.orgId, [personId])).some(({ untilOn }) => untilOn === null);
    if (certificate && !judged) await replaceDisability(tx, actor.orgId, personId, { ...certificate, fromOn: null }, today);
    await recordAudit(tx, actor, { action: "person.identifier_added", subjectKind: "person", subjectId: personId, details: { system } });
    return null;
  });
}
