import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { SwapAnswer } from "../../model/forms.ts";
import { decideSwap } from "../../model/rota.ts";
import { insertShiftEvents, insertSwapAnswer, swapsOf } from "../../store/rota.ts";
import { requireServing } from "../fitness-of.ts";
import { byOf, changeTeam } from "../ground.ts";
import { shiftsAround } from "./shifts-around.ts";

/** Agrees to a swap, refuses it, or takes it back; only a swap that still fits can be agreed to, and then both shifts change hands together. */
export async function answerSwap(session: Session, teamId: string, { swapId, answer }: SwapAnswer): Promise<{ id: string }> {
  const { actor, today } = session;
  return session.write("teams.answer_swap", { teamId, swapId, answer }, async (tx) => {
    const { by, members } = await changeTeam(session, tx, teamId);
    const shifts = await shiftsAround(session, tx, teamId);
    const swap = (await swapsOf(tx, actor.orgId, [teamId], today)).find(({ id }) => id === swapId);
    if (!swap) throw new Refusal("not_found", "teams.swap_not_found");
    if (swap.answer !== null) throw new Refusal("conflict", "teams.swap_answered");
    if (!by.runs && (answer === "withdrawn" ? swap.fromMember : swap.toMember) !== by.memberId) throw new Refusal("forbidden", "teams.not_yours");
    if (answer === "agreed") {
      const decision = members.some(({ id }) => id === swap.toMember) ? decideSwap(swap, shifts, today) : { allowed: false as const, reason: "swap_stale" };
      if (!decision.allowed) throw new Refusal("conflict", `teams.${decision.reason}`);
      const dayOf = (shiftId: string) => shifts.find(({ id }) => id === shiftId)!.onDay;
      await requireServing(session, tx, members, [{ memberId: swap.toMember, onDay: dayOf(swap.shiftId) }, ...(swap.forShift === null ? [] : [{ memberId: swap.fromMember, onDay: dayOf(swap.forShift) }])]);
      const next = (shiftId: string, memberId: string) => ({ shiftId, memberId, swapId, number: shifts.find(({ id }) => id === shiftId)!.events + 1 });
      await insertShiftEvents(tx, actor.orgId, [next(swap.shiftId, swap.toMember), ...(swap.forShift === null ? [] : [next(swap.forShift, swap.fromMember)])], byOf(session));
    }
    await insertSwapAnswer(tx, actor.orgId, { swapId, answer, ...byOf(session) });
    await recordAudit(tx, actor, { action: `team.swap_${answer}`, subjectKind: "team", subjectId: teamId, details: { swapId } });
    return { id: swapId };
  });
}
