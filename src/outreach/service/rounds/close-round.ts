import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { RoundId } from "../../model/round/round.ts";
import { endUndone } from "../../store/members.ts";
import { closeRoundRow, lockRound } from "../../store/rounds.ts";

export const CloseRound = z.object({ roundId: RoundId, reason: z.string().trim().min(1).max(400) });

/** Closes a round. Whoever was not done by then stays countable as not reached. */
export async function closeRound(session: Session, input: z.output<typeof CloseRound>): Promise<{ ended: number }> {
  const { actor, today } = session;
  requireCapability(actor, "outreach.manage");
  return session.write("outreach.close-round", input, async (tx) => {
    const round = await lockRound(tx, actor.orgId, input.roundId);
    if (!round) throw new Refusal("not_found", "round.not_found");
    if (round.closedOn !== null) throw new Refusal("conflict", "round.closed");
    const ended = await endUndone(tx, actor.orgId, round.id, today);
    await closeRoundRow(tx, actor.orgId, round.id, { closedOn: today, closedReason: input.reason });
    await recordAudit(tx, actor, { action: "round.closed", subjectKind: "round", subjectId: round.id, details: { reason: input.reason, ended } });
    return { ended };
  });
}
