import { Refusal } from "#kernel/refusal.ts";
import { personCards, type PersonCard } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { selectWishes, type Wish } from "../../store/wishes.ts";

/** What a resident wished for so far; null when nobody asked them yet. */
export async function showWish(session: Session, { programmeId, personId }: { programmeId: string; personId: string }): Promise<{ person: Pick<PersonCard, "id" | "name" | "birthOn" | "communityName">; wish: Wish | null }> {
  const { actor } = session;
  requireCapability(actor, "people.read");
  return session.read(async (tx) => {
    const card = (await personCards(tx, actor.orgId, [personId])).get(personId);
    if (!card) throw new Refusal("not_found", "matching.person_not_found");
    const { id, name, birthOn, communityName } = card;
    const [wish = null] = await selectWishes(tx, actor.orgId, programmeId, [id], { withAvoid: true });
    return { person: { id, name, birthOn, communityName }, wish };
  });
}
