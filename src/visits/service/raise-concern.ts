import { Refusal } from "../../kernel/refusal.ts";
import { readPairs } from "../../matching/index.ts";
import type { Session } from "../../platform/db/session.ts";
import type { Severity } from "../model/concern.ts";
import { addConcern } from "./add-concern.ts";

/** A friend or a worker tells the supervisor something, with or without a meeting. */
export async function raiseConcern(session: Session, input: { pairId: string; severity: Severity; words: string }): Promise<{ id: string }> {
  const { actor, today } = session;
  const staff = actor.capabilities.has("visits.read");
  if (!staff && !actor.capabilities.has("visits.own")) throw new Refusal("forbidden", "access.not_allowed");
  return session.write("visits.raise_concern", input, async (tx) => {
    const [pair] = await readPairs(tx, actor.orgId, { ids: [input.pairId] }, today);
    if (!pair || (!staff && pair.helperId !== actor.personId)) throw new Refusal("not_found", "visit.pair_not_found");
    return { id: await addConcern(session, tx, { ...input, visitId: null, aboutId: pair.residentId }) };
  });
}
