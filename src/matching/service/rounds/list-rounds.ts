import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { selectRounds, type Round } from "../../store/rounds.ts";
import { gatherPeople } from "./gather-people.ts";

/** The organisation's rounds, and for a programme how many wait and how many could help. */
export async function listRounds(session: Session, programmeId: string | null): Promise<{ rounds: readonly (Round & { residents: number; helpers: number; pairs: number | null })[]; waiting: { residents: number; helpers: number; withoutConsent: number } | null }> {
  const { actor, today } = session;
  requireCapability(actor, "matching.read");
  return session.read(async (tx) => {
    const gathered = programmeId ? await gatherPeople(tx, actor.orgId, programmeId, today, null) : null;
    const waiting = gathered && { residents: gathered.residents.length, helpers: gathered.helpers.length, withoutConsent: gathered.withoutConsent.length };
    return { rounds: await selectRounds(tx, actor.orgId), waiting };
  });
}
