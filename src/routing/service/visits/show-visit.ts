import { Refusal } from "#kernel/refusal.ts";
import type { Session } from "#platform/db/session.ts";
import type { NamedTeam } from "../plans/name-teams.ts";
import { keyOf, mayRead } from "../../model/plan.ts";
import { showPlan, type NamedVisitor, type ShownVisit } from "../plans/show-plan.ts";

/** One visit of a plan with where it stands now. */
export interface ShownVisitPage {
  readonly planId: string;
  readonly planned: boolean;
  readonly visit: ShownVisit;
  readonly teams: readonly NamedTeam[];
  readonly standing: { readonly teamId: string; readonly letter: string; readonly rank: number; readonly begin: number; readonly done: number } | null;
  readonly lockedLetter: string | null;
  /** Whom a wish may name: everybody who goes on this round. */
  readonly visitors: readonly NamedVisitor[];
  /** Whether the round's purpose lets it see whether women or men should come. */
  readonly bySex: boolean;
}

export async function showVisit(session: Session, planId: string, personId: string): Promise<ShownVisitPage> {
  const { visits, teams, run, purpose } = await showPlan(session, planId);
  const visit = visits.find((wanted) => wanted.personId === personId);
  if (!visit) throw new Refusal("not_found", "routing.visit_not_found");
  const tour = run?.tours.find(({ stops }) => stops.some((stop) => stop.personId === personId));
  const rank = tour?.stops.findIndex((stop) => stop.personId === personId) ?? -1;
  const letterOf = (id: string | null) => teams.find((team) => team.id === id)?.letter ?? null;
  return {
    planId, planned: run !== null, visit, teams, bySex: mayRead(purpose, "sex"), visitors: teams.flatMap(({ members }) => members.map((member) => ({ key: keyOf(member), name: member.name }))), lockedLetter: letterOf(visit.lockedTo),
    standing: tour ? { teamId: tour.teamId, letter: letterOf(tour.teamId) ?? "", rank: rank + 1, begin: tour.stops[rank]!.begin, done: tour.stops[rank]!.done } : null,
  };
}
