import { personCards, whoDeclined } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { eligibleHelpers, type HelperOffer } from "#volunteering/index.ts";
import { liveState, type LiveState } from "../../model/live-state.ts";
import { readPairs, type PairView } from "../../store/pairs.ts";

/** How some pairs may be lived on a day: one look at the pathway per programme. The caller authorises. */
export async function livePairs(tx: Tx, orgId: string, pairs: readonly Pick<PairView, "id" | "programmeId" | "residentId" | "helperId" | "state">[], on: string): Promise<ReadonlyMap<string, LiveState>> {
  const live = new Map<string, LiveState>();
  const declined = await whoDeclined(tx, orgId, pairs.map(({ residentId }) => residentId), "be_matched", on);
  for (const [programmeId, own] of Map.groupBy(pairs, (pair) => pair.programmeId)) {
    const offers = await eligibleHelpers(tx, orgId, programmeId, on, [...new Set(own.map(({ helperId }) => helperId))]);
    const serving = new Set(offers.filter(({ mayServe }) => mayServe).flatMap((offer: HelperOffer) => offer.personId));
    for (const { id, state, helperId, residentId } of own) live.set(id, liveState(state, serving.has(helperId) && !declined.has(residentId)));
  }
  return live;
}

export interface SuspendedPair {
  readonly pairId: string;
  readonly residentName: string;
  readonly helperName: string;
}

/** Pairs at work whose volunteer may not serve today, or whose resident took back their consent: they do not meet until what is missing is there. Nothing for those who may not read pairs. */
export async function listSuspendedPairs(session: Session): Promise<SuspendedPair[]> {
  const { actor, today } = session;
  if (!actor.capabilities.has("matching.read")) return [];
  return session.read(async (tx) => {
    const running = await readPairs(tx, actor.orgId, { states: ["trial", "active"] }, today);
    const live = await livePairs(tx, actor.orgId, running, today);
    const suspended = running.filter(({ id }) => live.get(id) === "suspended");
    const cards = await personCards(tx, actor.orgId, suspended.flatMap(({ residentId, helperId }) => [residentId, helperId]));
    return suspended.map(({ id, residentId, helperId }) => ({ pairId: id, residentName: cards.get(residentId)?.name ?? "", helperName: cards.get(helperId)?.name ?? "" }));
  });
}
