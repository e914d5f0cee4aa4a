import { personCards } from "#people/index.ts";
import type { Session } from "#platform/db/session.ts";
import { supervisionDueOn } from "../../model/pair-life.ts";
import { readPairs } from "../../store/pairs.ts";
import { lastSupervisions } from "../../store/pair-life.ts";

export interface DueTalk {
  readonly pairId: string;
  readonly residentName: string;
  readonly helperName: string;
  readonly dueOn: string;
}

/** Supervision talks due today or before, the longest due first; nothing for those who do not lead pairs. */
export async function listDueTalks(session: Session): Promise<DueTalk[]> {
  const { actor, today } = session;
  if (!actor.capabilities.has("matching.manage")) return [];
  return session.read(async (tx) => {
    const running = await readPairs(tx, actor.orgId, { states: ["trial", "active"] }, today);
    const last = await lastSupervisions(tx, actor.orgId, running.map(({ id }) => id));
    const due = running.flatMap((pair) => {
      const dueOn = supervisionDueOn(pair, last.get(pair.id));
      return dueOn !== null && dueOn <= today ? [{ pair, dueOn }] : [];
    });
    const cards = await personCards(tx, actor.orgId, due.flatMap(({ pair }) => [pair.residentId, pair.helperId]));
    return due.map(({ pair, dueOn }) => ({ pairId: pair.id, dueOn, residentName: cards.get(pair.residentId)?.name ?? "", helperName: cards.get(pair.helperId)?.name ?? "" }))
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  });
}
