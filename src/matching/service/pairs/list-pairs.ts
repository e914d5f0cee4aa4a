import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import type { LiveState } from "../../model/live-state.ts";
import type { PairState } from "../../model/pair.ts";
import { readPairs, type PairView } from "../../store/pairs.ts";
import { livePairs } from "./live-pairs.ts";

export interface NamedPair extends Pick<PairView, "id" | "programmeId" | "residentId" | "helperId" | "rhythmDays" | "state" | "sinceOn" | "beganOn"> {
  readonly residentName: string;
  readonly helperName: string;
  readonly communityName: string | null;
  /** As it may be lived today. */
  readonly live: LiveState;
}

/** Groups of states as the list's tabs show them. */
export const PAIR_GROUPS = {
  coming: ["proposed", "asked", "accepted", "introduced"],
  running: ["trial", "active", "paused"],
  over: ["ended", "declined"],
} as const satisfies Record<string, readonly PairState[]>;
export type PairGroup = keyof typeof PAIR_GROUPS;

/** Pairs of the organisation in one group, with how many each group holds. */
export async function listPairs(session: Session, group: PairGroup): Promise<{ pairs: NamedPair[]; counts: Record<PairGroup, number> }> {
  const { actor, today } = session;
  requireCapability(actor, "matching.read");
  return session.read(async (tx) => {
    const all = await readPairs(tx, actor.orgId, {}, today);
    const within = (key: PairGroup) => all.filter(({ state }) => (PAIR_GROUPS[key] as readonly PairState[]).includes(state));
    const shown = within(group);
    const live = await livePairs(tx, actor.orgId, shown, today);
    const cards = await personCards(tx, actor.orgId, shown.flatMap(({ residentId, helperId }) => [residentId, helperId]));
    return {
      pairs: shown.map(({ id, programmeId, residentId, helperId, rhythmDays, state, sinceOn, beganOn }) => ({
        id, programmeId, residentId, helperId, rhythmDays, state, sinceOn, beganOn, live: live.get(id) ?? state,
        residentName: cards.get(residentId)?.name ?? "", helperName: cards.get(helperId)?.name ?? "", communityName: cards.get(residentId)?.communityName ?? null,
      })),
      counts: { coming: within("coming").length, running: within("running").length, over: within("over").length },
    };
  });
}
