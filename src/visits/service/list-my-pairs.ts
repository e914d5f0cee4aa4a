import { Refusal } from "../../kernel/refusal.ts";
import { coversOn, livePairs, readPairs, type PairState } from "../../matching/index.ts";
import { personCards } from "../../people/index.ts";
import type { Session } from "../../platform/db/session.ts";
import { silenceOf } from "../model/visit.ts";
import { lastMetOn } from "../store/visits.ts";

/** What a friend needs to know of the one they visit, and no more: how they like to be called, how to reach them, what to mind. */
export interface MyPair {
  readonly pairId: string;
  readonly state: PairState;
  readonly name: string;
  readonly communityName: string | null;
  readonly phones: readonly { value: string; holder: string | null }[];
  readonly rhythmDays: number;
  readonly meetingPlace: string;
  readonly safetyNote: string;
  readonly lastMetOn: string | null;
  readonly dueOn: string | null;
  /** False while something required of the volunteer has run out: then the two do not meet for now. */
  readonly mayMeet: boolean;
  /** Last day of standing in for the friend; null for one's own pairs. */
  readonly coverUntilOn: string | null;
}

/** The states in which a friend sees the person; before both agreed they do not know who it is, after the end no more. */
const SEEN = ["accepted", "introduced", "trial", "active", "paused"] as const;

/** Those somebody can stand in for, also while the friend's own pair is paused. */
const COVERED = ["trial", "active", "paused"] as const;

/** The volunteer's own running pairs, and those they stand in for; not those whose resident took back their consent. */
export async function listMyPairs(session: Session): Promise<MyPair[]> {
  const { actor, today } = session;
  if (!actor.capabilities.has("visits.own")) throw new Refusal("forbidden", "access.not_allowed");
  const { personId } = actor;
  if (personId === null) return [];
  return session.read(async (tx) => {
    const own = await readPairs(tx, actor.orgId, { helperId: personId, states: SEEN }, today);
    const covers = await coversOn(tx, actor.orgId, personId, today);
    const covered = (await readPairs(tx, actor.orgId, { ids: [...covers.keys()], states: COVERED }, today)).map((pair) => ({ ...pair, helperId: personId }));
    const pairs = [...own, ...covered];
    const live = await livePairs(tx, actor.orgId, pairs, today);
    const cards = await personCards(tx, actor.orgId, pairs.map(({ residentId }) => residentId), { purpose: "be_matched", on: today });
    const met = await lastMetOn(tx, actor.orgId, pairs.map(({ id }) => id));
    return pairs.flatMap((pair) => {
      const card = cards.get(pair.residentId);
      if (!card || card.blank) return [];
      const last = met.get(pair.id) ?? null;
      const reachable = card.phones.filter(({ kind }) => kind === "mobile" || kind === "landline");
      return [{
        pairId: pair.id, state: pair.state, name: card.preferredName ?? card.name, communityName: card.communityName,
        phones: reachable.map(({ value, whose, relation, holderName }) => ({ value, holder: whose === "other" ? [relation, holderName].filter(Boolean).join(" ") : null })),
        rhythmDays: pair.rhythmDays, meetingPlace: pair.meetingPlace, safetyNote: pair.safetyNote, lastMetOn: last, mayMeet: live.get(pair.id) !== "suspended", coverUntilOn: covers.get(pair.id)?.untilOn ?? null,
        dueOn: pair.beganOn ? silenceOf({ beganOn: pair.beganOn, rhythmDays: pair.rhythmDays }, last, today).dueOn : null,
      }];
    });
  });
}
