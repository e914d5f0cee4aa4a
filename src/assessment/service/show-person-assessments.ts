import type { Session } from "#platform/db/session.ts";
import { formatDayOnly } from "#platform/i18n/days.ts";
import type { PaperFacts } from "#platform/print/paper.ts";
import { resultWords } from "../ui/result-words.ts";
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

/** Somebody's standing assessments, the newest first, as standard forms write them; nothing for whoever may not see them. */
export async function assessmentPaper(session: Session, personId: string): Promise<PaperFacts> {
  if (!session.actor.capabilities.has("assessments.work")) return { fields: {}, lists: {} };
  const { records } = await showPersonAssessments(session, personId);
  return {
    fields: {},
    lists: {
      评估: records.filter(({ standing }) => standing === "stands").map((record) => ({
        工具: record.instrument.name.zh, 日期: formatDayOnly(record.assessedOn, "zh", ""), 结果: resultWords(record, "zh"), 评估人: record.assessors.map(({ name }) => name).join("、"), 说明: record.note,
      })),
    },
  };
}
