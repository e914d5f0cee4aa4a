import type { PersonCard } from "#people/index.ts";
import { listUnits, unitNames, type Shape } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { LeftVisit, PlannedTour, Point, VisitAsks } from "../../model/day/day.ts";
import { PLAN } from "../../model/policy.ts";
import { keyOf, type MemberKey } from "../../model/plan.ts";
import { teamNow } from "../../model/team-now.ts";
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
  readonly left: LeftVisit | null;
  /** What they ask of whoever comes, with names where they are known. */
  readonly asks: Pick<VisitAsks, "languages" | "skills" | "sex"> & { readonly wanted: NamedVisitor | null; readonly never: readonly NamedVisitor[]; readonly noted: readonly MemberKey[]; readonly where: "visits" | "friend" | null };
}

/** A volunteer whose screening, agreement or place has ended, or a colleague who left, in a plan made before. */
export interface NotToGo { readonly kind: "staff" | "volunteer"; readonly id: string; readonly name: string; readonly teamId: string; readonly letter: string; readonly stops: number }

export interface NamedVisitor { readonly key: MemberKey; readonly name: string }

export interface ShownPlan extends Omit<Plan, "rules"> {
  readonly startName: string;
  readonly start: Point;
  readonly teams: readonly NamedTeam[];
  /** Who is still to go on this day and may not any more, with what is left of their team's round. */
  readonly mayNotGo: readonly NotToGo[];
  readonly visits: readonly ShownVisit[];
  readonly run: (Omit<Run, "answer"> & { readonly tours: readonly PlannedTour[]; readonly wayMinutes: number; readonly wayMetres: number; readonly left: number; readonly since: number | null }) | null;
  /** Something was changed since the latest run. */
  readonly outdated: boolean;
  readonly history: readonly RunLine[];
  /** Outlines of the communities that are visited, to draw beneath. */
  readonly outlines: readonly { readonly name: string; readonly shape: Shape }[];
}

/** A plan as it stands: who goes where and when, who is left over and why; `brief`: without its history and the outlines to draw. */
export async function showPlan(session: Session, planId: string, { brief = false }: { brief?: boolean } = {}): Promise<ShownPlan> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  requireCapability(actor, "people.read");
  const colleagues = await colleagueNames(session);
  return session.write(`routing.show_plan|${planId}`, null, async (tx) => {
    const ground = await gatherDay(tx, actor.orgId, await readPlan(tx, actor.orgId, planId));
    const { plan, day } = ground;
    const run = await standingRun(tx, actor.orgId, ground);
    const [names, units] = [await unitNames(tx, actor.orgId, [plan.startUnitId]), brief ? [] : await listUnits(tx, actor.orgId, { on: plan.onDay, kinds: ["community"] })];
    const seen = new Set([...ground.cards.values()].map(({ communityId }) => communityId));
    await recordAudit(tx, actor, { action: "route.read", subjectKind: "route", subjectId: planId });
    const { rules: _rules, ...shown } = plan;
    const teams = await nameTeams(tx, actor.orgId, ground, colleagues);
    const mayNotGo = plan.onDay < session.today ? [] : notToGo(ground, teams, run);
    const nameOfKey = new Map([...teams.flatMap(({ members }) => members.map((member): [MemberKey, string] => [keyOf(member), member.name])), ...[...colleagues].map(([id, name]): [MemberKey, string] => [`staff:${id}`, name])]);
    return {
      ...shown, startName: names.get(plan.startUnitId)?.name ?? "", start: day.start, teams, mayNotGo,
      visits: ground.visits.map((visit) => shownVisit(ground, visit, run, (key) => ({ key, name: nameOfKey.get(key) ?? "" }))), run: run ? runShown(run) : null,
      outdated: run !== undefined && (run.lost || run.planVersion < plan.version || mayNotGo.some(({ stops }) => stops > 0)), history: brief ? [] : await selectRunLines(tx, actor.orgId, planId),
      outlines: units.flatMap(({ id, name, shape }) => (shape && seen.has(id) ? [{ name, shape }] : [])),
    };
  });
}

function shownVisit({ cards, pointOf, standing, asks }: Ground, visit: WantedVisit, run: Run | undefined, named: (key: MemberKey) => NamedVisitor): ShownVisit {
  const card = cards.get(visit.personId);
  const { wanted, never, ...asked } = asks.get(visit.personId)!;
  return {
    ...visit, name: nameOf(card), communityName: card?.communityName ?? null, laneName: card?.laneName ?? null, at: pointOf(visit.personId),
    lockedTo: standing.locks.get(visit.personId) ?? null, dropped: standing.dropped.get(visit.personId) ?? null,
    left: run?.answer.left.find(({ personId }) => personId === visit.personId) ?? null, asks: { ...asked, wanted: wanted === null ? null : named(wanted), never: never.map(named) },
  };
}

/** Who may not go any more, team by team, and how many visits still wait for that team. */
export function notToGo({ mayNotGo }: Pick<Ground, "mayNotGo">, teams: readonly NamedTeam[], run: Run | undefined): NotToGo[] {
  return teams.map((team) => teamNow(team, team.changes)).filter(({ out }) => !out).flatMap(({ id: teamId, letter, members }) => {
    const tour = run?.answer.tours.find((one) => one.teamId === teamId);
    return members.filter((member) => mayNotGo.has(keyOf(member))).map(({ kind, id, name }) => ({ kind, id, name, teamId, letter, stops: tour ? tour.stops.length - (tour.kept ?? 0) : 0 }));
  });
}

/** As they like to be called. */
export const nameOf = (card: PersonCard | undefined): string => card?.preferredName ?? card?.name ?? "";

function runShown({ answer: { tours, wayMinutes, wayMetres, left, since }, ...run }: Run): NonNullable<ShownPlan["run"]> {
  return { ...run, tours, wayMinutes, wayMetres, left: left.length, since: since ?? null };
}
