import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import type { PairOfIds } from "../../model/round.ts";
import { readPairs } from "../../store/pairs.ts";

/** A pair something was refused for, by its names, and why. */
export interface NamedRefusal {
  readonly key: string;
  readonly resident: string;
  readonly helper: string;
  readonly reason: string;
}

/** Names the pairs that were refused, opened ones by their id. */
export async function nameRefused(session: Session, refused: readonly ((PairOfIds | { readonly pairId: string }) & { readonly reason: string })[]): Promise<NamedRefusal[]> {
  const { actor, today } = session;
  requireCapability(actor, "matching.manage");
  if (refused.length === 0) return [];
  return session.read(async (tx) => {
    const opened = await readPairs(tx, actor.orgId, { ids: refused.flatMap((one) => ("pairId" in one ? [one.pairId] : [])) }, today);
    const pairs = refused.map((one) => ("pairId" in one ? { key: one.pairId, pair: opened.find(({ id }) => id === one.pairId) } : { key: one.residentId + one.helperId, pair: one }));
    const cards = await personCards(tx, actor.orgId, pairs.flatMap(({ pair }) => (pair ? [pair.residentId, pair.helperId] : [])));
    const nameOf = (id: string | undefined) => (id ? cards.get(id)?.preferredName ?? cards.get(id)?.name ?? "" : "");
    return pairs.map(({ key, pair }, index) => ({ key, resident: nameOf(pair?.residentId), helper: nameOf(pair?.helperId), reason: refused[index]!.reason }));
  });
}
