import { Refusal } from "#kernel/refusal.ts";
import { authorise } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { compareTotals, type Comparison } from "../model/compare.ts";
import type { Instrument } from "../model/instrument.ts";
import { withTexts } from "../model/item-texts.ts";
import { WORK_ON_ASSESSMENTS } from "../model/policy.ts";
import { findRecord, type StoredWithdrawal } from "../store/records.ts";
import { textsInForce } from "./texts/texts-in-force.ts";
import { noteReading } from "./note-reading.ts";
import { openPersonIn } from "./open-person.ts";
import { recordBefore, scoredRecords, type ScoredRecord } from "./scored-record.ts";

export interface ShownAssessment {
  readonly personId: string;
  readonly name: string;
  readonly record: ScoredRecord;
  /** With the words the organisation brought in. */
  readonly sheet: Instrument;
  readonly before: ScoredRecord | undefined;
  readonly comparison: Comparison | null;
  /** The record that took its place. */
  readonly correctedBy: string | null;
  readonly withdrawal: StoredWithdrawal | undefined;
}

/** One assessment with its parts, beside the one before. */
export async function showAssessment(session: Session, recordId: string): Promise<ShownAssessment> {
  const { actor } = session;
  authorise(actor, WORK_ON_ASSESSMENTS, { orgId: actor.orgId });
  const shown = await session.read(async (tx) => {
    const found = await findRecord(tx, actor.orgId, recordId);
    if (!found) throw new Refusal("not_found", "assessment.not_found");
    const person = await openPersonIn(session, tx, found.personId);
    const records = scoredRecords(person);
    const record = records.find(({ id }) => id === recordId)!;
    const before = recordBefore(records, record);
    const compared = before && { version: before.instrumentVersion, total: before.score.total?.value ?? null };
    return {
      personId: person.card.id, name: person.card.preferredName ?? person.card.name, record, before, comparison: compareTotals(record.instrument, record.score, compared),
      sheet: withTexts(record.instrument, await textsInForce(tx, actor.orgId, record.instrument)),
      correctedBy: records.find(({ corrects }) => corrects === recordId)?.id ?? null, withdrawal: person.withdrawals.get(recordId),
    };
  });
  await noteReading(session, { action: "assessment.read", subjectKind: "assessment", subjectId: recordId });
  return shown;
}
