import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { replaceSituations, type SituationToAdd } from "../../store/facts/dated-facts.ts";
import { requireMayRecord } from "../persons/require-may.ts";
import { requirePersons } from "../persons/require-persons.ts";

/** Records how things stand now, ending what was recorded before of the same kind. At most one row a person and kind. */
export async function recordSituations(session: Session, tx: Tx, rows: readonly SituationToAdd[]): Promise<void> {
  const { actor, today } = session;
  requireMayRecord(actor);
  await requirePersons(tx, actor.orgId, rows.map(({ personId }) => personId));
  await replaceSituations(tx, actor.orgId, rows, today, actor.accountId);
  await recordAudit(tx, actor, rows.map(({ personId, kind, sinceOn }) => ({ action: "person.situation_recorded", subjectKind: "person", subjectId: personId, details: { kind, sinceOn: sinceOn ?? null } })));
}

/** Records one; for forms and the API. */
export async function recordSituation(session: Session, row: SituationToAdd): Promise<void> {
  await session.write("people.record-situation", row, (tx) => recordSituations(session, tx, [row]));
}
