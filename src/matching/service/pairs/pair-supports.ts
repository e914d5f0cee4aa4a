import { personCards, type Support } from "#people/index.ts";
import type { Session } from "#platform/db/session.ts";
import { readPairs } from "../../store/pairs.ts";

/** Friends of a resident by a running pair, for the picture of what holds them up; nothing for those who may not see pairs. */
export async function pairSupports(session: Session, personId: string): Promise<Support[]> {
  const { actor, today } = session;
  if (!actor.capabilities.has("matching.read")) return [];
  return session.read(async (tx) => {
    const pairs = await readPairs(tx, actor.orgId, { residentId: personId, states: ["trial", "active", "paused"] }, today);
    const cards = await personCards(tx, actor.orgId, pairs.map(({ helperId }) => helperId));
    return pairs.map(({ id, helperId, state }) => ({ key: `pair ${id}`, kind: "volunteer" as const, name: cards.get(helperId)?.name ?? "", note: "", tie: state === "active" ? "ordinary" as const : "weak" as const }));
  });
}
