import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { ShiftGiven } from "../../model/forms.ts";
import { decideGiven } from "../../model/rota.ts";
import { insertShiftEvents } from "../../store/rota.ts";
import { requireServing } from "../fitness-of.ts";
import { byOf, changeTeam } from "../ground.ts";
import { shiftsAround } from "./shifts-around.ts";

/** Gives a shift to somebody or makes it free: by whoever runs the team; a free one anybody takes for themselves. */
export async function giveShift(session: Session, teamId: string, { shiftId, memberId }: ShiftGiven): Promise<{ id: string }> {
  const { actor, today } = session;
  return session.write("teams.give_shift", { teamId, shiftId, memberId }, async (tx) => {
    const { by, members } = await changeTeam(session, tx, teamId);
    const shifts = await shiftsAround(session, tx, teamId);
    const shift = shifts.find(({ id }) => id === shiftId);
    if (!shift) throw new Refusal("not_found", "teams.shift_not_found");
    if (memberId !== undefined && !members.some(({ id }) => id === memberId)) throw new Refusal("not_found", "teams.member_not_found");
    if (!by.runs && (shift.memberId !== null || memberId !== by.memberId)) throw new Refusal("conflict", shift.memberId === null ? "teams.not_yours" : "teams.taken_already");
    if (memberId === undefined && shift.onDay < today) throw new Refusal("conflict", "teams.shift_past");
    const decision = memberId === undefined ? { allowed: true as const } : decideGiven(shift, memberId, shifts, today);
    if (!decision.allowed) throw new Refusal("conflict", `teams.${decision.reason}`);
    if (memberId !== undefined) await requireServing(session, tx, members, [{ memberId, onDay: shift.onDay }]);
    await insertShiftEvents(tx, actor.orgId, [{ shiftId, number: shift.events + 1, memberId: memberId ?? null, swapId: null }], byOf(session));
    await recordAudit(tx, actor, { action: "team.shift_given", subjectKind: "team", subjectId: teamId, details: { shiftId, memberId: memberId ?? null } });
    return { id: shiftId };
  });
}
