import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { countMembers, selectRound, type Round } from "../../store/rounds.ts";

/** A round's rules and how many are in. */
export interface RoundSettings extends Round {
  readonly members: { readonly residents: number; readonly helpers: number };
}

/** What a round goes by, to be changed. */
export async function showSettings(session: Session, roundId: string): Promise<RoundSettings> {
  const { actor } = session;
  requireCapability(actor, "matching.read");
  return session.write("matching.show_settings", roundId, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId);
    if (!round) throw new Refusal("not_found", "matching.round_not_found");
    await recordAudit(tx, actor, { action: "round.read", subjectKind: "round", subjectId: roundId, details: { settings: true } });
    return { ...round, members: await countMembers(tx, actor.orgId, roundId) };
  });
}
