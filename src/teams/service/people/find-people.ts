import { ageOn } from "#kernel/calendar.ts";
import { findPersons, livingAlone, personCards, whoAllows, type FoundPerson } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { suggestLevel } from "../../model/need.ts";
import type { Level } from "../../model/terms.ts";
import { requireWork } from "../ground.ts";

export interface FoundNeighbour extends FoundPerson {
  readonly ageYears: number | null;
  readonly livesAlone: boolean;
  readonly suggested: Level;
  /** Whether they agreed to be brought together with neighbours. */
  readonly agrees: boolean;
}

/** Residents by words, with what speaks for looking in more often. */
export async function findNeighbours(session: Session, q: string): Promise<FoundNeighbour[]> {
  requireWork(session);
  requireCapability(session.actor, "people.read");
  const { actor: { orgId }, today } = session;
  return session.read(async (tx) => {
    const found = await findPersons(session, tx, q);
    const ids = found.map(({ id }) => id);
    const [alone, agreeing, cards] = [await livingAlone(tx, orgId, ids), await whoAllows(tx, orgId, ids, "be_matched", today), await personCards(tx, orgId, ids)];
    return found.map((one) => {
      const ageYears = one.birthOn === null ? null : ageOn(one.birthOn, today);
      const livesAlone = alone.has(one.id);
      return { ...one, ageYears, livesAlone, agrees: agreeing.has(one.id), suggested: suggestLevel({ ageYears, livesAlone, longAtHome: cards.get(one.id)?.longAtHome === "yes" }) };
    });
  });
}
