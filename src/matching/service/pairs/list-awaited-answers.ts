import { addDays, daysBetween } from "#kernel/calendar.ts";
import { personCards } from "#people/index.ts";
import type { Session } from "#platform/db/session.ts";
import { readPairs } from "../../store/pairs.ts";

/** Days within which somebody asks again when no answer came: a rule of the house. */
const ASK_AGAIN_DAYS = 3;

/** Pairs whose sides were asked and have not both answered; nothing for those who do not arrange pairs. */
export async function listAwaitedAnswers(session: Session, limit = 20): Promise<{ pairId: string; residentName: string; helperName: string; waitingDays: number; dueOn: string }[]> {
  const { actor, today } = session;
  if (!actor.capabilities.has("matching.manage")) return [];
  return session.read(async (tx) => {
    const asked = (await readPairs(tx, actor.orgId, { states: ["asked"] }, today)).slice(0, limit);
    const cards = await personCards(tx, actor.orgId, asked.flatMap(({ residentId, helperId }) => [residentId, helperId]));
    return asked.map(({ id, residentId, helperId, sinceOn }) => ({
      pairId: id, residentName: cards.get(residentId)?.name ?? "", helperName: cards.get(helperId)?.name ?? "", waitingDays: daysBetween(sinceOn, today), dueOn: addDays(sinceOn, ASK_AGAIN_DAYS),
    }));
  });
}
