import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { offeredOn } from "../model/catalogue.ts";
import type { Instrument } from "../model/instrument.ts";
import { withTexts } from "../model/item-texts.ts";
import { textsOf, type StoredTexts } from "../store/item-texts.ts";

export interface ShownInstrument {
  readonly instrument: Instrument;
  /** Texts that were brought in, newest first, with those taken back. */
  readonly imports: readonly Omit<StoredTexts, "texts">[];
}

/** An instrument with its licence and source, and the texts the organisation brought in. */
export async function showInstrument(session: Session, instrumentId: string): Promise<ShownInstrument> {
  const { actor } = session;
  requireCapability(actor, "assessments.work");
  const instrument = offeredOn(session.today).find(({ id }) => id === instrumentId);
  if (!instrument) throw new Refusal("not_found", "assessment.instrument_unknown");
  const stored = await session.read((tx) => textsOf(tx, actor.orgId, instrument.id, instrument.version));
  return { instrument: withTexts(instrument, stored.find(({ undoneAt }) => undoneAt === null)?.texts), imports: stored.map(({ texts: _, ...row }) => row) };
}
