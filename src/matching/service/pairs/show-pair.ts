import { Refusal } from "#kernel/refusal.ts";
import { personCards, type PersonCard } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { eligibleHelpers } from "#volunteering/index.ts";
import { supervisionDueOn } from "../../model/pair-life.ts";
import { liveState, type LiveState } from "../../model/live-state.ts";
import { readPairs, wordsOf, type PairView } from "../../store/pairs.ts";
import { selectCovers, selectTalks, type CoverRow, type Talk } from "../../store/pair-life.ts";
import { gatherPeople } from "../rounds/gather-people.ts";
import { keptApart } from "./kept-apart.ts";
import { factsOf } from "./pair-facts.ts";

type Card = Pick<PersonCard, "id" | "name" | "birthOn" | "communityName" | "phones">;

export interface ShownPair extends PairView {
  readonly resident: Card;
  readonly helper: Card;
  readonly history: readonly { readonly seq: number; readonly words: string; readonly recordedByName: string; readonly recordedAt: string }[];
  /** As it may be lived today. */
  readonly live: LiveState;
  /** What must still be true before the two may meet. */
  readonly ready: {
    readonly consentStands: boolean;
    readonly helperEligible: boolean;
    /** Still in the reserve: drawn from it, somebody is placed in the service team before they meet anybody. */
    readonly inReserve: boolean;
    readonly volunteerId: string | null;
  };
  /** Who could follow, the reserve first; only for a pair that is over and has no follower. */
  readonly successors: readonly { readonly id: string; readonly name: string; readonly reserve: boolean }[];
  readonly followerId: string | null;
  /** The day by which the next supervision talk is due; null for a pair not at work. */
  readonly supervisionDueOn: string | null;
  readonly talks: readonly Talk[];
  readonly covers: readonly (CoverRow & { readonly helperName: string })[];
  /** Who may stand in today, those with room first; only for a pair at work or paused. */
  readonly standIns: readonly { readonly id: string; readonly name: string }[];
}

/** One pair with its history; the reading is audited for both persons. */
export async function showPair(session: Session, pairId: string): Promise<ShownPair> {
  const { actor, today } = session;
  requireCapability(actor, "matching.read");
  return session.write("matching.show_pair", pairId, async (tx) => {
    const [pair] = await readPairs(tx, actor.orgId, { ids: [pairId] }, today);
    if (!pair) throw new Refusal("not_found", "matching.pair_not_found");
    const cards = await personCards(tx, actor.orgId, [pair.residentId, pair.helperId]);
    const offer = (await eligibleHelpers(tx, actor.orgId, pair.programmeId, today, [pair.helperId])).find(({ personId }) => personId === pair.helperId);
    const over = pair.state === "ended" || pair.state === "declined";
    const follower = over ? (await readPairs(tx, actor.orgId, { residentId: pair.residentId }, today)).find(({ replacesId }) => replacesId === pairId) : undefined;
    const gathered = over && !follower ? await gatherPeople(tx, actor.orgId, pair.programmeId, today, null) : null;
    const apart = await keptApart(tx, actor.orgId, pair.residentId, today);
    const successors = (gathered?.helpers ?? []).filter(({ id }) => id !== pair.helperId && !apart.has(id))
      .map(({ id }) => ({ id, name: gathered!.offers.get(id)?.name ?? "", reserve: gathered!.offers.get(id)?.placement === "reserve" })).sort((a, b) => Number(b.reserve) - Number(a.reserve));
    const talks = await selectTalks(tx, actor.orgId, [pairId]);
    await recordAudit(tx, actor, [pair.residentId, pair.helperId].map((subjectId) => ({ action: "person.read", subjectKind: "person", subjectId, details: { as: "pair", pairId } })));
    const card = (id: string): Card => {
      const { name = "", birthOn = null, communityName = null, phones = [] } = cards.get(id) ?? {};
      return { id, name, birthOn, communityName, phones };
    };
    return {
      ...pair, live: liveState(pair.state, offer?.mayServe ?? false), resident: card(pair.residentId), helper: card(pair.helperId), history: await wordsOf(tx, actor.orgId, pairId),
      ready: { ...await factsOf(tx, actor.orgId, pair, today, { meeting: true }), inReserve: offer?.placement === "reserve", volunteerId: offer?.volunteerId ?? null }, successors, followerId: follower?.id ?? null,
      talks, supervisionDueOn: supervisionDueOn(pair, talks.find(({ kind }) => kind === "supervision")), ...(await coversOf(tx, actor.orgId, pair, apart, today)),
    };
  });
}

/** Who stands or stood in, and who could; nobody who is kept apart from the resident. */
async function coversOf(tx: Tx, orgId: string, { id, programmeId, helperId, state }: PairView, apart: ReadonlyMap<string, unknown>, today: string): Promise<Pick<ShownPair, "covers" | "standIns">> {
  const covers = await selectCovers(tx, orgId, { pairIds: [id] });
  const cards = await personCards(tx, orgId, covers.map((cover) => cover.helperId));
  const atWork = state === "trial" || state === "active" || state === "paused";
  const offers = atWork ? (await eligibleHelpers(tx, orgId, programmeId, today)).filter(({ mayServe, personId }) => mayServe && personId !== helperId && !apart.has(personId)) : [];
  return { covers: covers.map((cover) => ({ ...cover, helperName: cards.get(cover.helperId)?.name ?? "" })), standIns: offers.map(({ personId, name }) => ({ id: personId, name })) };
}
