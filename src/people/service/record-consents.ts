import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { consentFaults, type NewConsent } from "../model/consent.ts";
import { insertConsents } from "../store/consents.ts";
import { requirePersons } from "./require-persons.ts";

/** Adds consents, refusals and withdrawals to the trail, in the caller's transaction. Nothing earlier is changed. */
export async function recordConsents(session: Session, tx: Tx, consents: readonly NewConsent[]): Promise<void> {
  const { actor, today } = session;
  requireCapability(actor, "people.write");
  const fields = consents.flatMap(consentFaults);
  if (fields.length > 0) throw new Refusal("invalid_input", "platform.check_fields", { fields });
  await requirePersons(tx, actor.orgId, consents.flatMap(({ personId, byPersonId }) => (byPersonId ? [personId, byPersonId] : [personId])));
  await insertConsents(tx, actor.orgId, consents, { accountId: actor.accountId, name: actor.name, today });
  await recordAudit(tx, actor, consents.map(({ personId, purpose, state, capacity, fromOn }) => (
    { action: `consent.${state}`, subjectKind: "person", subjectId: personId, details: { purpose, capacity, fromOn } })));
}

/** Records one consent; for forms and the API. */
export async function recordConsent(session: Session, consent: NewConsent): Promise<void> {
  await session.write("people.record-consent", consent, (tx) => recordConsents(session, tx, [consent]));
}
