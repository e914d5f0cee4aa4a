import { randomUUID } from "node:crypto";
import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { decideServing } from "../../model/fitness.ts";
import { fillSlots, slotsMissing, weekOf } from "../../model/rota.ts";
import { insertShifts, shiftsOf } from "../../store/rota.ts";
import { fitnessOn } from "../fitness-of.ts";
import { byOf, changeTeam } from "../ground.ts";

/** How far back turns are counted, so that they come round evenly, in days. */
const BACK_DAYS = 42;

/** Fills what is still missing of a week from today on, whoever had the fewest turns first. What stands already stays. */
export async function planWeek(session: Session, teamId: string, day: string): Promise<{ added: number }> {
  const { actor, today } = session;
  return session.write("teams.plan_week", { teamId, day }, async (tx) => {
    const { team, by, members } = await changeTeam(session, tx, teamId);
    if (!by.runs) throw new Refusal("forbidden", "teams.not_yours");
    if (members.length === 0) throw new Refusal("conflict", "teams.no_members");
    const days = weekOf(day);
    const shifts = await shiftsOf(tx, actor.orgId, teamId, addDays(days[0]!, -BACK_DAYS), days[6]!);
    const slots = slotsMissing(days, team.parts, shifts, today);
    if (slots.length === 0) throw new Refusal("conflict", "teams.week_full");
    const fitness = await fitnessOn(session, tx, members, days);
    const filled = fillSlots(slots, members.map(({ id }) => id), shifts, (id, on) => decideServing(fitness(id, on).fitness).allowed).map((slot) => ({ id: randomUUID(), ...slot }));
    await insertShifts(tx, actor.orgId, teamId, filled, byOf(session));
    await recordAudit(tx, actor, { action: "team.week_planned", subjectKind: "team", subjectId: teamId, details: { from: days[0]!, shifts: filled.length } });
    return { added: filled.length };
  });
}
