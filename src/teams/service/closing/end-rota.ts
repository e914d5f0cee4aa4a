import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { insertShiftEvents, insertSwapAnswer } from "../../store/rota.ts";
import { byOf, changeTeam, requireWork } from "../ground.ts";
import { whatIsOpen } from "./what-is-open.ts";

/** Ends a rota: nobody is on call from today on, and swaps that waited are taken back. Turns that were stay. */
export async function endRota(session: Session, teamId: string): Promise<{ ended: number }> {
  requireWork(session);
  const { actor } = session;
  return session.write("teams.end_rota", { teamId }, async (tx) => {
    await changeTeam(session, tx, teamId);
    const { turns, swaps } = await whatIsOpen(session, tx, teamId);
    if (turns.length === 0) throw new Refusal("conflict", "teams.no_turns");
    await insertShiftEvents(tx, actor.orgId, turns.map(({ id, events }) => ({ shiftId: id, number: events + 1, memberId: null, swapId: null })), byOf(session));
    for (const { id } of swaps) await insertSwapAnswer(tx, actor.orgId, { swapId: id, answer: "withdrawn", ...byOf(session) });
    await recordAudit(tx, actor, { action: "team.rota_ended", subjectKind: "team", subjectId: teamId, details: { turns: turns.length } });
    return { ended: turns.length };
  });
}
