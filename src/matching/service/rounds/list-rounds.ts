import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { selectRounds, type Round } from "../../store/rounds.ts";
import { possiblePeople } from "../members/possible-people.ts";

/** The organisation's rounds, and for a programme how many wait and how many could help. */
export async function listRounds(session: Session, programmeId: string | null): Promise<{ rounds: readonly (Round & { residents: number; helpers: number; pairs: number | null })[]; waiting: { residents: number; helpers: number; withoutConsent: number } | null }> {
  const { actor, today } = session;
  requireCapability(actor, "matching.read");
  return session.read(async (tx) => {
    const possible = programmeId ? await possiblePeople(tx, actor.orgId, programmeId, today) : null;
    const waiting = possible && { residents: possible.residents.length, helpers: possible.helpers.size, withoutConsent: possible.withoutConsent };
    return { rounds: await selectRounds(tx, actor.orgId), waiting };
  });
}
