import type { Session } from "#platform/db/session.ts";
import { offeredOn } from "../model/catalogue.ts";
import type { Instrument } from "../model/instrument.ts";
import { noteReading } from "./note-reading.ts";
import { openPersonIn } from "./open-person.ts";
import { scoredRecords, type ScoredRecord } from "./scored-record.ts";

export interface PersonAssessments {
  readonly personId: string;
  readonly name: string;
  readonly records: readonly ScoredRecord[];
  /** What can be used today. */
  readonly offered: readonly Instrument[];
}

/** Everything that was assessed of one person. */
export async function showPersonAssessments(session: Session, personId: string): Promise<PersonAssessments> {
  const person = await session.read((tx) => openPersonIn(session, tx, personId));
  await noteReading(session, { action: "assessments.read", subjectKind: "person", subjectId: person.card.id });
  return { personId: person.card.id, name: person.card.preferredName ?? person.card.name, records: scoredRecords(person), offered: offeredOn(session.today) };
}
