import { ageOn } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { populationOf, type Population } from "../model/population.ts";
import { listNeeds, type NeedWithEvents } from "./list-needs.ts";

/** One person with all their needs. */
export interface PersonNeeds {
  readonly personId: string;
  readonly name: string;
  /** The population a new need of theirs would belong to, unless said otherwise. */
  readonly population: Population;
  readonly needs: readonly NeedWithEvents[];
}

/** A person's needs in their own words, for the page where they are written down. */
export async function showPersonNeeds(session: Session, personId: string): Promise<PersonNeeds> {
  const { actor, today } = session;
  requireCapability(actor, "people.read");
  const card = await session.read(async (tx) => (await personCards(tx, actor.orgId, [personId])).get(personId));
  if (!card) throw new Refusal("not_found", "need.person_not_found");
  const population = populationOf({ ageYears: card.birthOn === null ? null : ageOn(card.birthOn, today), disabled: card.disabilityType !== null || card.disabilityGrade !== null });
  return { personId: card.id, name: card.name, population, needs: await listNeeds(session, card.id) };
}
