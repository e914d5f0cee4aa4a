import { Refusal } from "#kernel/refusal.ts";
import type { Session } from "#platform/db/session.ts";
import { findInstrument, offeredOn } from "../model/catalogue.ts";
import type { Instrument } from "../model/instrument.ts";
import { withTexts } from "../model/item-texts.ts";
import { openPersonIn } from "./open-person.ts";
import { scoredRecords, type ScoredRecord } from "./scored-record.ts";
import { textsInForce } from "./texts/texts-in-force.ts";

/** A sheet ready to be filled in. */
export interface PreparedSheet {
  readonly personId: string;
  readonly name: string;
  readonly instrument: Instrument;
  /** The record to be corrected: its answers are where one begins. */
  readonly corrects: ScoredRecord | undefined;
  /** The latest that stands, to see when it was. Its answers are not copied: they would be taken over unasked. */
  readonly latest: ScoredRecord | undefined;
}

/** Opens an instrument for a person: today's version, or that of the record to be corrected. */
export async function prepareSheet(session: Session, personId: string, instrumentId: string, correctsId: string | null = null): Promise<PreparedSheet> {
  return session.read(async (tx) => {
    const person = await openPersonIn(session, tx, personId);
    const own = scoredRecords(person).filter((record) => record.instrumentId === instrumentId);
    const corrects = own.find(({ id }) => id === correctsId);
    if (correctsId !== null && !corrects) throw new Refusal("not_found", "assessment.not_found");
    const instrument = corrects ? findInstrument(instrumentId, corrects.instrumentVersion) : offeredOn(session.today).find(({ id }) => id === instrumentId);
    if (!instrument) throw new Refusal("not_found", "assessment.instrument_unknown");
    const sheet = withTexts(instrument, await textsInForce(tx, session.actor.orgId, instrument));
    return { personId: person.card.id, name: person.card.preferredName ?? person.card.name, instrument: sheet, corrects, latest: own.find(({ standing }) => standing === "stands") };
  });
}
