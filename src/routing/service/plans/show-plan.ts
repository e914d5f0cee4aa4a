import type { PersonCard } from "#people/index.ts";
import { listUnits, unitNames, type Shape } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { LeftReason, PlannedTour, Point } from "../../model/day/day.ts";
import { PLAN } from "../../model/policy.ts";
import type { Plan } from "../../store/plans.ts";
import { selectRunLines, type Run, type RunLine } from "../../store/runs.ts";
import type { WantedVisit } from "../../store/visits.ts";
import { gatherDay, readPlan, standingRun, type Ground } from "../ground.ts";
import { colleagueNames, nameTeams, type NamedTeam } from "./name-teams.ts";

/** One visit as the plan's page shows it. */
export interface ShownVisit extends WantedVisit {
  readonly name: string;
  readonly communityName: string | null;
  readonly laneName: string | null;
  readonly at: Point | null;
  /** The team it is locked to. */
  readonly lockedTo: string | null;
  /** Why it was dropped; null while it is wanted. */
  readonly dropped: string | null;
  readonly left: LeftReason | null;
}

export interface ShownPlan extends Omit<Plan, "rules"> {
  readonly startName: string;
  readonly start: Point;
  readonly teams: readonly NamedTeam[];
  readonly visits: readonly ShownVisit[];
  readonly run: (Omit<Run, "answer"> & { readonly tours: readonly PlannedTour[]; readonly wayMinutes: number; readonly wayMetres: number; readonly left: number }) | null;
  /** Something was changed since the latest run. */
  readonly outdated: boolean;
  readonly history: readonly RunLine[];
  /** Outlines of the communities that are visited, to draw beneath. */
  readonly outlines: readonly { readonly name: string; readonly shape: Shape }[];
}

/** A plan as it stands: who goes where and when, who is left over and why. */
export async function showPlan(session: Session, planId: string): Promise<ShownPlan> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  requireCapability(actor, "people.read");
  const colleagues = await colleagueNames(session);
  return session.write(`routing.show_plan|${planId}`, null, async (tx) => {
    const ground = await gatherDay(tx, actor.orgId, await readPlan(tx, actor.orgId, planId));
    const { plan, day } = ground;
    const run = await standingRun(tx, actor.orgId, ground);
    const [names, units] = [await unitNames(tx, actor.orgId, [plan.startUnitId]), await listUnits(tx, actor.orgId, { on: plan.onDay, kinds: ["community"] })];
    const seen = new Set([...ground.cards.values()].map(({ communityId }) => communityId));
    await recordAudit(tx, actor, { action: "route.read", subjectKind: "route", subjectId: planId });
    const { rules: _rules, ...shown } = plan;
    return {
      ...shown, startName: names.get(plan.startUnitId)?.name ?? "", start: day.start, teams: await nameTeams(tx, actor.orgId, ground.teams, colleagues),
      visits: ground.visits.map((visit) => shownVisit(ground, visit, run)), run: run ? runShown(run) : null,
      outdated: run !== undefined && (run.lost || run.planVersion < plan.version), history: await selectRunLines(tx, actor.orgId, planId),
      outlines: units.flatMap(({ id, name, shape }) => (shape && seen.has(id) ? [{ name, shape }] : [])),
    };
  });
}

function shownVisit({ cards, pointOf, standing }: Ground, visit: WantedVisit, run: Run | undefined): ShownVisit {
  const card = cards.get(visit.personId);
  return {
    ...visit, name: nameOf(card), communityName: card?.communityName ?? null, laneName: card?.laneName ?? null, at: pointOf(visit.personId),
    lockedTo: standing.locks.get(visit.personId) ?? null, dropped: standing.dropped.get(visit.personId) ?? null,
    left: run?.answer.left.find(({ personId }) => personId === visit.personId)?.reason ?? null,
  };
}

/** As they like to be called. */
export const nameOf = (card: PersonCard | undefined): string => card?.preferredName ?? card?.name ?? "";

function runShown({ answer: { tours, wayMinutes, wayMetres, left }, ...run }: Run): NonNullable<ShownPlan["run"]> {
  return { ...run, tours, wayMinutes, wayMetres, left: left.length };
}
