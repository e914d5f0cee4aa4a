import { findInstrument } from "../model/catalogue.ts";
import type { Instrument } from "../model/instrument.ts";
import { scoreAssessment, type Score } from "../model/score.ts";
import type { Standing } from "../model/standing.ts";
import { standingsOf } from "../model/standing.ts";
import type { StoredRecord } from "../store/records.ts";
import type { OpenedPerson } from "./open-person.ts";

/** A record with what the scorer of its own version makes of it. */
export interface ScoredRecord extends StoredRecord {
  readonly instrument: Instrument;
  readonly score: Score;
  readonly standing: Standing;
}

/** Every record of a person, scored by the version it was made with, newest first. */
export function scoredRecords({ records, withdrawals }: Pick<OpenedPerson, "records" | "withdrawals">): ScoredRecord[] {
  const standings = standingsOf(records, new Set(withdrawals.keys()));
  return records.map((record) => {
    const instrument = findInstrument(record.instrumentId, record.instrumentVersion);
    if (!instrument) throw new Error(`No version ${record.instrumentVersion} of instrument ${record.instrumentId}: versions are kept for as long as records use them.`);
    return { ...record, instrument, score: scoreAssessment(instrument, record.answers, record.facts), standing: standings.get(record.id)! };
  });
}

/** The record before another one: the same instrument, still standing, an earlier day (or the same, written earlier). */
export function recordBefore(records: readonly ScoredRecord[], of: { readonly id: string; readonly instrumentId: string }): ScoredRecord | undefined {
  return records.slice(records.findIndex(({ id }) => id === of.id) + 1).find(({ instrumentId, standing }) => instrumentId === of.instrumentId && standing === "stands");
}
