import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewSwap } from "../../model/forms.ts";
import { decideSwap } from "../../model/rota.ts";
import { insertSwap, swapsOf } from "../../store/rota.ts";
import { byOf, changeTeam } from "../ground.ts";
import { shiftsAround } from "./shifts-around.ts";

/** Asks another member to take a shift, or to change it for one of theirs: for oneself, or for a member by whoever runs the team. */
export async function askSwap(session: Session, teamId: string, input: NewSwap): Promise<{ id: string }> {
  const { actor, today } = session;
  return session.write("teams.ask_swap", { teamId, ...input }, async (tx) => {
    const { by, members } = await changeTeam(session, tx, teamId);
    const shifts = await shiftsAround(session, tx, teamId);
    const shift = shifts.find(({ id }) => id === input.shiftId);
    if (!shift?.memberId) throw new Refusal("not_found", "teams.shift_not_found");
    if (!by.runs && shift.memberId !== by.memberId) throw new Refusal("forbidden", "teams.not_yours");
    if (!members.some(({ id }) => id === input.toMember)) throw new Refusal("not_found", "teams.member_not_found");
    const swap = { ...input, fromMember: shift.memberId };
    const decision = decideSwap(swap, shifts, today);
    if (!decision.allowed) throw new Refusal("conflict", `teams.${decision.reason}`);
    if ((await swapsOf(tx, actor.orgId, [teamId], shift.onDay)).some((one) => one.shiftId === shift.id && one.answer === null && one.toMember === input.toMember)) throw new Refusal("conflict", "teams.swap_asked");
    const id = randomUUID();
    await insertSwap(tx, actor.orgId, { id, teamId, ...swap, onDay: shift.onDay, ...byOf(session) });
    await recordAudit(tx, actor, { action: "team.swap_asked", subjectKind: "team", subjectId: teamId, details: { swapId: id } });
    return { id };
  });
}
