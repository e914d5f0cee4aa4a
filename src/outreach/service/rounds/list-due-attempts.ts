import type { Session } from "#platform/db/session.ts";
import { listDuePeople } from "./list-due-people.ts";

/** One line for 今天: whom I should contact, why, and where it is done. */
export interface DueAttempt {
  readonly name: string;
  readonly birthOn: string | null;
  readonly dueOn: string;
  readonly roundName: string;
  readonly link: string;
}

/** The actor's own people who are due up to today, the longest waiting first; nobody for whoever does no outreach. */
export async function listDueAttempts(session: Session, limit = 20): Promise<DueAttempt[]> {
  if (!session.actor.capabilities.has("outreach.work")) return [];
  const { rows } = await listDuePeople(session, { limit });
  return rows.flatMap(({ name, birthOn, nextDueOn, roundName, roundId, personId }) => (name === null ? [] : [{ name, birthOn, dueOn: nextDueOn, roundName, link: `/outreach/rounds/${roundId}/people/${personId}` }]));
}
