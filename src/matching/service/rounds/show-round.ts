import { Refusal } from "#kernel/refusal.ts";
import { personCards, type PersonCard } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { standingDecisions, type PairOfIds } from "../../model/round.ts";
import { readPairs } from "../../store/pairs.ts";
import { latestRun, selectDecisions, selectMembers, selectRound, type Round, type Run } from "../../store/rounds.ts";
import { gatherPeople } from "./gather-people.ts";

/** One side of a proposal as the review shows it: enough to judge the pair, no more of the file. */
export interface Side {
  readonly id: string;
  readonly name: string;
  readonly birthOn: string | null;
  readonly sex: PersonCard["sex"];
  readonly communityName: string | null;
  readonly interests: readonly string[];
  readonly languages: readonly string[];
  readonly hours: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
  readonly words: string;
  readonly skills: readonly string[];
  readonly placement: "service_team" | "reserve" | null;
}

export interface ShownRound extends Round {
  readonly run: Run | null;
  readonly sides: Readonly<Record<string, Side>>;
  readonly members: { readonly residents: readonly string[]; readonly helpers: readonly string[] };
  /** Everybody who could be in, to choose from. */
  readonly possible: { readonly residents: readonly string[]; readonly helpers: readonly string[] };
  readonly locked: readonly PairOfIds[];
  readonly forbidden: readonly PairOfIds[];
  /** Pairs already opened from this round, with where they stand. */
  readonly opened: readonly (PairOfIds & { readonly pairId: string; readonly state: string })[];
}

/** A round for review: who is in, what was proposed and why, what was decided. */
export async function showRound(session: Session, roundId: string): Promise<ShownRound> {
  const { actor, today } = session;
  requireCapability(actor, "matching.read");
  return session.write("matching.show_round", roundId, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId);
    if (!round) throw new Refusal("not_found", "matching.round_not_found");
    const members = await selectMembers(tx, actor.orgId, roundId);
    const run = (await latestRun(tx, actor.orgId, roundId)) ?? null;
    const gathered = await gatherPeople(tx, actor.orgId, round.programmeId, round.startOn);
    const ids = [...new Set([...members.residents, ...members.helpers, ...gathered.residents.map(({ id }) => id), ...gathered.helpers.map(({ id }) => id)])];
    const cards = await personCards(tx, actor.orgId, ids);
    const needs = new Map(gathered.residents.map((resident) => [resident.id, resident]));
    const sideOf = (id: string): Side => {
      const [card, need, offer, wish] = [cards.get(id), needs.get(id), gathered.offers.get(id), gathered.wishes.get(id)];
      return {
        id, name: card?.preferredName ?? card?.name ?? "", birthOn: card?.birthOn ?? null, sex: card?.sex ?? null, communityName: card?.communityName ?? null,
        interests: offer?.interests ?? need?.interests ?? [], languages: offer?.languages ?? need?.languages ?? [], skills: offer?.skills ?? [], placement: offer?.placement ?? null,
        words: wish?.words ?? "", hours: offer?.hours ?? wish?.hours.map(({ weekday, fromTime, toTime }) => ({ weekday, from: fromTime, to: toTime })) ?? [],
      };
    };
    const { locked, forbidden } = standingDecisions(await selectDecisions(tx, actor.orgId, roundId));
    const opened = (await readPairs(tx, actor.orgId, { programmeId: round.programmeId }, today)).filter(({ residentId, helperId, state }) =>
      state !== "declined" && state !== "ended" && members.residents.includes(residentId) && members.helpers.includes(helperId));
    await recordAudit(tx, actor, { action: "round.read", subjectKind: "round", subjectId: roundId });
    return {
      ...round, run, members, sides: Object.fromEntries(ids.map((id) => [id, sideOf(id)])), locked, forbidden,
      possible: { residents: gathered.residents.map(({ id }) => id), helpers: gathered.helpers.map(({ id }) => id) },
      opened: opened.map(({ id, residentId, helperId, state }) => ({ pairId: id, residentId, helperId, state })),
    };
  });
}
