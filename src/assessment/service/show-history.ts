import { Refusal } from "#kernel/refusal.ts";
import type { Session } from "#platform/db/session.ts";
import { compareTotals, type Comparison } from "../model/compare.ts";
import { noteReading } from "./note-reading.ts";
import { openPersonIn } from "./open-person.ts";
import { recordBefore, scoredRecords, type ScoredRecord } from "./scored-record.ts";

export interface History {
  readonly personId: string;
  readonly name: string;
  /** Records that stand, oldest first, each with how it compares to the one before. */
  readonly records: readonly (ScoredRecord & { readonly comparison: Comparison | null })[];
}

/** One instrument over time, for one person. */
export async function showHistory(session: Session, personId: string, instrumentId: string): Promise<History> {
  const person = await session.read((tx) => openPersonIn(session, tx, personId));
  const all = scoredRecords(person);
  const own = all.filter((record) => record.instrumentId === instrumentId && record.standing === "stands");
  if (own.length === 0) throw new Refusal("not_found", "assessment.not_found");
  await noteReading(session, { action: "assessments.read", subjectKind: "person", subjectId: person.card.id, details: { instrument: instrumentId } });
  const compared = own.map((record) => {
    const before = recordBefore(all, record);
    return { ...record, comparison: compareTotals(record.instrument, record.score, before && { version: before.instrumentVersion, total: before.score.total?.value ?? null }) };
  });
  return { personId: person.card.id, name: person.card.preferredName ?? person.card.name, records: compared.toReversed() };
}
