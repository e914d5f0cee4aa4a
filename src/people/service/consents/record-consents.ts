import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { consentFaults, type NewConsent } from "../../model/consent.ts";
import { insertConsents } from "../../store/facts/consents.ts";
import { requireMayRecord } from "../persons/require-may.ts";
import { requirePersons } from "../persons/require-persons.ts";
import { refreshWithheld } from "./refresh-withheld.ts";

/** Adds consents, refusals and withdrawals to the trail, in the caller's transaction. Nothing earlier is changed. */
export async function recordConsents(session: Session, tx: Tx, consents: readonly NewConsent[]): Promise<void> {
  const { actor, today } = session;
  requireMayRecord(actor);
  const fields = consents.flatMap((consent) => consentFaults(consent, today));
  if (fields.length > 0) throw new Refusal("invalid_input", "platform.check_fields", { fields });
  await requirePersons(tx, actor.orgId, consents.flatMap(({ personId, byPersonId }) => (byPersonId ? [personId, byPersonId] : [personId])));
  await insertConsents(tx, actor.orgId, consents, { accountId: actor.accountId, name: actor.name, today });
  await refreshWithheld(session, tx, consents.filter(({ purpose }) => purpose === "keep_data").map(({ personId }) => personId));
  await recordAudit(tx, actor, consents.map(({ personId, purpose, state, capacity, fromOn }) => (
    { action: `consent.${state}`, subjectKind: "person", subjectId: personId, details: { purpose, capacity, fromOn } })));
}

/** Records one consent; for forms and the API. */
export async function recordConsent(session: Session, consent: NewConsent): Promise<void> {
  await session.write("people.record-consent", consent, (tx) => recordConsents(session, tx, [consent]));
}
