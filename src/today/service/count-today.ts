import { monthOf } from "../../kernel/calendar.ts";
import { readPairs } from "../../matching/index.ts";
import type { Session } from "../../platform/db/session.ts";
import { countVisits, listSilentPairs } from "../../visits/index.ts";

export interface TodayFigures {
  readonly runningPairs: number;
  readonly silentPairs: number;
  readonly monthVisits: number;
  readonly monthHours: number;
}

/** The four figures at the top of 今天; null for those who see no visits. */
export async function countToday(session: Session): Promise<TodayFigures | null> {
  const { actor, today } = session;
  if (!actor.capabilities.has("visits.read")) return null;
  const silentPairs = (await listSilentPairs(session)).length;
  return session.read(async (tx) => {
    const running = await readPairs(tx, actor.orgId, { states: ["trial", "active"] }, today);
    const { visits, minutes } = await countVisits(tx, actor.orgId, monthOf(today));
    return { runningPairs: running.length, silentPairs, monthVisits: visits, monthHours: Math.round(minutes / 6) / 10 };
  });
}
