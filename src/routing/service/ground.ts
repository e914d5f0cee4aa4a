import { Refusal } from "#kernel/refusal.ts";
import { whoRefuses } from "#outreach/index.ts";
import { personCards, whoDeclined, type PersonCard } from "#people/index.ts";
import { listUnits } from "#places/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Day, Point } from "../model/day/day.ts";
import { standingOf, type Standing } from "../model/standing.ts";
import { unitPoints } from "../model/unit-point.ts";
import { selectPlan, selectTeams, type Plan, type Team } from "../store/plans.ts";
import { latestRun, type Run } from "../store/runs.ts";
import { selectDecisions, selectVisits, type WantedVisit } from "../store/visits.ts";

/** A plan with everything its day is computed from. */
export interface Ground {
  readonly plan: Plan;
  readonly teams: readonly Team[];
  readonly visits: readonly WantedVisit[];
  readonly standing: Standing;
  readonly cards: ReadonlyMap<string, PersonCard>;
  readonly pointOf: (personId: string) => Point | null;
  readonly day: Day;
}

/** Reads a plan; refused when there is none. */
export async function readPlan(tx: Tx, orgId: string, planId: string, options: { lock?: boolean } = {}): Promise<Plan> {
  const plan = await selectPlan(tx, orgId, planId, options);
  if (!plan) throw new Refusal("not_found", "routing.plan_not_found");
  return plan;
}

/** Gathers a plan's day: teams, visits that are not dropped, where each is, who may not be visited. */
export async function gatherDay(tx: Tx, orgId: string, plan: Plan): Promise<Ground> {
  const [teams, visits, decisions] = [await selectTeams(tx, orgId, plan.id), await selectVisits(tx, orgId, plan.id), await selectDecisions(tx, orgId, plan.id)];
  const standing = standingOf(decisions);
  const ids = visits.map(({ personId }) => personId);
  const cards = await personCards(tx, orgId, ids);
  const [barred, units] = [await notToVisit(tx, orgId, ids, cards, plan.onDay), unitPoints(await listUnits(tx, orgId, { on: plan.onDay }))];
  const pointOf = (personId: string): Point | null => {
    const card = cards.get(personId);
    return card ? units(card.laneId) ?? units(card.communityId) : null;
  };
  const start = units(plan.startUnitId);
  if (!start) throw new Refusal("conflict", "routing.start_not_on_map");
  const day: Day = {
    start, rules: plan.rules,
    teams: teams.map(({ id, mode, members, fromMinute, untilMinute, lunchMinutes, lunchFrom, lunchUntil }) => ({
      id, mode, people: members.length, from: fromMinute, until: untilMinute, lunch: lunchMinutes > 0 ? { minutes: lunchMinutes, from: lunchFrom, until: lunchUntil } : null,
    })),
    visits: visits.filter(({ personId }) => !standing.dropped.has(personId)).map(({ personId, minutes, fromMinute, untilMinute, people, weight }) => ({
      personId, at: pointOf(personId), minutes, from: fromMinute, until: untilMinute, people, weight, lockedTo: standing.locks.get(personId) ?? null, barred: barred.has(personId),
    })),
  };
  return { plan, teams, visits, standing, cards, pointOf, day };
}

/** Of these, who must not be called on: declines, has died, or may no longer be kept. */
export async function notToVisit(tx: Tx, orgId: string, ids: readonly string[], cards: ReadonlyMap<string, PersonCard>, on: string): Promise<ReadonlySet<string>> {
  const declines = await whoDeclines(tx, orgId, ids, on);
  return new Set(ids.filter((id) => {
    const card = cards.get(id);
    return declines.has(id) || !card || card.deceasedOn !== null || card.withheldOn !== null;
  }));
}

/** Of these, who refused outreach, or refused or withdrew consent to be contacted. */
export async function whoDeclines(tx: Tx, orgId: string, ids: readonly string[], on: string): Promise<ReadonlySet<string>> {
  const [refusing, declined] = [await whoRefuses(tx, orgId, on), await whoDeclined(tx, orgId, ids, "contact", on)];
  return new Set(ids.filter((id) => refusing.has(id) || declined.has(id)));
}

/**
 * The latest run without those who must not be visited any more: whoever declines is off every page and sheet at once, not only when the
 * day is planned again. `lost` says that there were some.
 */
export async function standingRun(tx: Tx, orgId: string, { plan, day }: Ground): Promise<(Run & { readonly lost: boolean }) | undefined> {
  const run = await latestRun(tx, orgId, plan.id);
  if (!run) return undefined;
  const barred = new Set(day.visits.flatMap((visit) => (visit.barred ? [visit.personId] : [])));
  const { tours, left } = run.answer;
  const lost = tours.flatMap(({ stops }) => stops.flatMap(({ personId }) => (barred.has(personId) ? [{ personId, reason: "must_not_be_visited" as const }] : [])));
  const kept = tours.map((tour) => ({ ...tour, stops: tour.stops.filter(({ personId }) => !barred.has(personId)) })).filter(({ stops }) => stops.length > 0);
  return { ...run, answer: { ...run.answer, tours: kept, left: [...left, ...lost] }, lost: lost.length > 0 };
}
