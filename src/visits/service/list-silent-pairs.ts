import { readPairs } from "../../matching/index.ts";
import { personCards } from "../../people/index.ts";
import type { Session } from "../../platform/db/session.ts";
import { silenceOf } from "../model/visit.ts";
import { lastMetOn } from "../store/visits.ts";

export interface SilentPair {
  readonly pairId: string;
  readonly residentId: string;
  readonly residentName: string;
  readonly helperName: string;
  readonly birthOn: string | null;
  readonly rhythmDays: number;
  /** Null when they have not met yet. */
  readonly lastMetOn: string | null;
  /** Days since they last met, or since they began. */
  readonly quietDays: number;
  readonly dueOn: string;
}

/** Running pairs that have been quiet for longer than agreed, the quietest first; nothing for those who may not read visits. */
export async function listSilentPairs(session: Session): Promise<SilentPair[]> {
  const { actor, today } = session;
  if (!actor.capabilities.has("visits.read")) return [];
  return session.read(async (tx) => {
    const running = await readPairs(tx, actor.orgId, { states: ["trial", "active"] }, today);
    const met = await lastMetOn(tx, actor.orgId, running.map(({ id }) => id));
    const silent = running.flatMap((pair) => {
      const { quietDays, dueOn, silent: quiet } = silenceOf({ beganOn: pair.beganOn!, rhythmDays: pair.rhythmDays }, met.get(pair.id) ?? null, today);
      return quiet ? [{ pair, quietDays, dueOn, lastMetOn: met.get(pair.id) ?? null }] : [];
    });
    const cards = await personCards(tx, actor.orgId, silent.flatMap(({ pair }) => [pair.residentId, pair.helperId]));
    return silent.map(({ pair, ...quiet }) => ({
      pairId: pair.id, residentId: pair.residentId, residentName: cards.get(pair.residentId)?.name ?? "", helperName: cards.get(pair.helperId)?.name ?? "",
      birthOn: cards.get(pair.residentId)?.birthOn ?? null, rhythmDays: pair.rhythmDays, ...quiet,
    })).sort((a, b) => b.quietDays - a.quietDays);
  });
}
