import { listNeeds } from "#casework/index.ts";
import type { Session } from "#platform/db/session.ts";

/** The needs of a person that a goal may answer; none for whoever may not read them. */
export async function listPlanNeeds(session: Session, personId: string): Promise<readonly { id: string; code: string; words: string }[]> {
  if (!session.actor.capabilities.has("people.read")) return [];
  return (await listNeeds(session, personId)).filter(({ status }) => status !== "withdrawn" && status !== "met").map(({ id, code, words }) => ({ id, code, words }));
}
