import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { consentFaults, declined, type NewConsent } from "../../model/consents/consent.ts";
import { dutiesOf } from "../../model/consents/duties.ts";
import type { ConsentState, Purpose } from "../../model/terms.ts";
import { insertConsents } from "../../store/facts/consents.ts";
import { insertObligations } from "../../store/facts/obligations.ts";
import { requireMayRecord } from "../persons/require-may.ts";
import { requirePersons } from "../persons/require-persons.ts";
import { consentsInForce } from "./consents-in-force.ts";
import { refreshCuts } from "./refresh-cuts.ts";

/** Adds consents, refusals and withdrawals to the trail, in the caller's transaction. Nothing earlier is changed; a withdrawal cuts what it cuts and leaves its duties at once. */
export async function recordConsents(session: Session, tx: Tx, consents: readonly NewConsent[]): Promise<void> {
  const { actor, today } = session;
  requireMayRecord(actor);
  const fields = consents.flatMap((consent) => consentFaults(consent, today));
  if (fields.length > 0) throw new Refusal("invalid_input", "platform.check_fields", { fields });
  await requirePersons(tx, actor.orgId, consents.flatMap(({ personId, byPersonId }) => (byPersonId ? [personId, byPersonId] : [personId])));
  const before = consents.some(({ state }) => declined(state)) ? await consentsInForce(tx, actor.orgId, consents.map(({ personId }) => personId), today) : new Map<string, ReadonlyMap<Purpose, ConsentState>>();
  const ids = await insertConsents(tx, actor.orgId, consents, { accountId: actor.accountId, name: actor.name, today });
  await refreshCuts(session, tx, consents.filter(({ purpose }) => purpose === "keep_data" || purpose === "contact").map(({ personId }) => personId));
  await insertObligations(tx, actor.orgId, consents.flatMap((consent, index) => dutiesOf(consent, before.get(consent.personId)?.get(consent.purpose), today)
    .map(({ code, kind, dueOn }) => ({ consentId: ids[index]!, personId: consent.personId, purpose: consent.purpose, duty: code, kind, dueOn, ownerId: actor.accountId, ownerName: actor.name }))));
  await recordAudit(tx, actor, consents.map(({ personId, purpose, state, capacity, fromOn }) => (
    { action: `consent.${state}`, subjectKind: "person", subjectId: personId, details: { purpose, capacity, fromOn } })));
}

/** Records one consent; for forms and the API. */
export async function recordConsent(session: Session, consent: NewConsent): Promise<void> {
  await session.write("people.record-consent", consent, (tx) => recordConsents(session, tx, [consent]));
}
