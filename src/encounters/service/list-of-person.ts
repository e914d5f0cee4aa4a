import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import type { Figures } from "../model/filter.ts";
import { countEncounters, listEncounters } from "../store/list-encounters.ts";
import { currentTiers, type TierRow } from "../store/tiers.ts";
import { nameEncounters, type NamedEncounter } from "./name-encounters.ts";

export interface PersonServices extends Page<NamedEncounter> {
  readonly name: string;
  readonly figures: Figures;
  /** How often they are to be seen, as it was last judged; null while nobody did. */
  readonly rhythm: TierRow | null;
}

/** Every service somebody took part in, newest first, under any of their records. Part of their file, so the reading is noted. */
export async function listOfPerson(session: Session, personId: string, after?: string | null): Promise<PersonServices> {
  const { actor } = session;
  requireCapability(actor, "encounters.read");
  return session.write("encounters.of-person", { personId, after, at: session.now.toISOString() }, async (tx) => {
    const card = (await personCards(tx, actor.orgId, [personId])).get(personId);
    if (!card || card.withheldOn !== null) throw new Refusal("not_found", "encounter.person_not_found");
    const personIds = (await identitiesOf(tx, actor.orgId, [personId])).get(personId)!;
    const { rows, next } = await listEncounters(tx, actor.orgId, { personIds }, { after });
    const figures = await countEncounters(tx, actor.orgId, { personIds });
    const [rhythm = null] = await currentTiers(tx, actor.orgId, [card.id]);
    await recordAudit(tx, actor, { action: "encounter.read", subjectKind: "person", subjectId: card.id });
    return { name: card.preferredName ?? card.name, next, rows: await nameEncounters(tx, actor.orgId, rows), figures, rhythm };
  });
}
