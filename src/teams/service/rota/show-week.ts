import { addDays } from "#kernel/calendar.ts";
import type { Session } from "#platform/db/session.ts";
import { decideSwap, slotsMissing, weekOf, type Shift } from "../../model/rota.ts";
import { requestsOf, type RequestRow } from "../../store/requests.ts";
import { shiftsOf, swapsOf, type ShiftRow, type SwapRow } from "../../store/rota.ts";
import { fitnessOn } from "../fitness-of.ts";
import { openTeam, type Member, type OpenedTeam } from "../ground.ts";

export interface SwapLine extends SwapRow {
  readonly shift: Shift | undefined;
  readonly back: Shift | undefined;
  /** Whether both still have what they give. */
  readonly fits: boolean;
}

export interface ShownWeek {
  readonly team: OpenedTeam["team"];
  readonly by: OpenedTeam["by"];
  readonly days: readonly string[];
  readonly shifts: readonly ShiftRow[];
  /** Whether parts of the week have no shift yet. */
  readonly unplanned: boolean;
  readonly members: readonly Pick<Member, "id" | "memberName" | "part">[];
  /** Turns from today on whose holder a policy bars, or has only begun on its way, on their day. */
  readonly doubtful: readonly { readonly shiftId: string; readonly fitness: "begun" | "barred" }[];
  readonly swaps: readonly SwapLine[];
  /** What was asked for in the week, by those who still agree. */
  readonly requests: readonly (RequestRow & { elderName: string })[];
}

/** A week of a team: who is on call, which swaps were asked for and what came of them, what was asked for. */
export async function showWeek(session: Session, teamId: string, day: string): Promise<ShownWeek> {
  const { actor: { orgId }, today } = session;
  const days = weekOf(day);
  return session.read(async (tx) => {
    const { team, by, members, elders } = await openTeam(session, tx, teamId);
    const around = await shiftsOf(tx, orgId, teamId, addDays(days[0]!, -7), addDays(days[6]!, 14));
    const names = new Map(elders.map(({ id, elderName }) => [id, elderName]));
    const swaps = (await swapsOf(tx, orgId, [teamId], days[0]!)).filter(({ onDay, answer, fromMember, toMember }) => (onDay <= days[6]! || answer === null) && (by.runs || fromMember === by.memberId || toMember === by.memberId));
    const shifts = around.filter(({ onDay }) => days.includes(onDay));
    const fitness = await fitnessOn(session, tx, members, days);
    const doubtful = shifts.flatMap(({ id, memberId, onDay }) => {
      const found = memberId === null || onDay < today ? "fit" : fitness(memberId, onDay).fitness;
      return found === "begun" || found === "barred" ? [{ shiftId: id, fitness: found }] as const : [];
    });
    return {
      team, by, days, shifts, doubtful, unplanned: slotsMissing(days, team.parts, shifts, today).length > 0, members: members.map(({ id, memberName, part }) => ({ id, memberName, part })),
      swaps: swaps.map((swap) => ({ ...swap, shift: around.find(({ id }) => id === swap.shiftId), back: around.find(({ id }) => id === swap.forShift), fits: decideSwap(swap, around, today).allowed })),
      requests: (await requestsOf(tx, orgId, teamId, days[0]!, days[6]!)).filter(({ wantedOn, elderId }) => days.includes(wantedOn) && names.has(elderId)).map((one) => ({ ...one, elderName: names.get(one.elderId)! })).toReversed(),
    };
  });
}
