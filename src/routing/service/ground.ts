import { Refusal } from "#kernel/refusal.ts";
import { whoRefuses } from "#outreach/index.ts";
import { identitiesOf, personCards, whoDeclined, type PersonCard } from "#people/index.ts";
import { listUnits } from "#places/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Day, DayTeam, Point, VisitAsks } from "../model/day/day.ts";
import { begunOf } from "../model/day/replan.ts";
import { keyOf, type MemberKey } from "../model/plan.ts";
import { placeTaker, teamNow, type ChangeSaid } from "../model/team-now.ts";
import { standingOf, type Standing } from "../model/standing.ts";
import { unitPoints } from "../model/unit-point.ts";
import { selectPlan, selectTeams, type Plan, type Team } from "../store/plans.ts";
import { latestRun, type Run } from "../store/runs.ts";
import { selectTeamChanges, type TeamChangeRow } from "../store/changes.ts";
import { selectDecisions, selectVisits, type WantedVisit } from "../store/visits.ts";
import { asksOf, visitorFacts, type VisitorFacts } from "./visitor-facts.ts";
import { whoMayNotGo } from "./who-may-not-go.ts";

/** A plan with everything its day is computed from. */
export interface Ground {
  readonly plan: Plan;
  readonly teams: readonly Team[];
  readonly visits: readonly WantedVisit[];
  readonly standing: Standing;
  readonly cards: ReadonlyMap<string, PersonCard>;
  readonly facts: ReadonlyMap<MemberKey, VisitorFacts>;
  readonly asks: Awaited<ReturnType<typeof asksOf>>;
  readonly changes: readonly TeamChangeRow[];
  /** Who is to go and may not (any more): they are left out of whatever is planned from now on. */
  readonly mayNotGo: ReadonlySet<MemberKey>;
  readonly pointOf: (personId: string) => Point | null;
  readonly day: Day;
}

/** Reads a plan; refused when there is none. */
export async function readPlan(tx: Tx, orgId: string, planId: string, options: { lock?: boolean } = {}): Promise<Plan> {
  const plan = await selectPlan(tx, orgId, planId, options);
  if (!plan) throw new Refusal("not_found", "routing.plan_not_found");
  return plan;
}

/** What is tried of a plan: a change nobody has done yet, and the team that would come in with it. */
export interface Tried { readonly said: ChangeSaid; readonly comes: Team | null }

/** Gathers a plan's day: teams, visits that are not dropped, where each is, who may not be visited, who may not go. With `tried`, as it would be. */
export async function gatherDay(tx: Tx, orgId: string, plan: Plan, tried: Tried | null = null): Promise<Ground> {
  const [begun, visits, decisions] = [await selectTeams(tx, orgId, plan.id), await selectVisits(tx, orgId, plan.id), await selectDecisions(tx, orgId, plan.id)];
  const changes = await selectTeamChanges(tx, orgId, plan.id);
  const [teams, said] = [[...begun, ...(tried?.comes ? [tried.comes] : [])], [...changes, ...(tried ? [tried.said] : [])]];
  const standing = standingNow(standingOf(decisions), said);
  const ids = visits.map(({ personId }) => personId);
  const cards = await personCards(tx, orgId, ids);
  const [barred, units] = [await notToVisit(tx, orgId, ids, cards, plan.onDay), unitPoints(await listUnits(tx, orgId, { on: plan.onDay }))];
  const pointOf = (personId: string): Point | null => {
    const card = cards.get(personId);
    return card ? units(card.laneId) ?? units(card.communityId) : null;
  };
  const start = units(plan.startUnitId);
  if (!start) throw new Refusal("conflict", "routing.start_not_on_map");
  const facts = await visitorFacts(tx, orgId, [...new Set([...teams.flatMap(({ members }) => members), ...said.flatMap(({ member }) => member ?? [])].map(keyOf))]);
  const mayNotGo = await whoMayNotGo(tx, orgId, teams.map((team) => teamNow(team, said)).flatMap(({ members, out }) => (out ? [] : members)), plan.onDay);
  const [asks, run] = [await asksOf(tx, orgId, ids, facts, { purpose: plan.purpose, on: plan.onDay }), await latestRun(tx, orgId, plan.id)];
  const day: Day = {
    start, rules: plan.rules, begun: run ? begunOf(run.answer) : null, teams: dayTeams(teams, said, { facts, mayNotGo }),
    visits: visits.filter(({ personId }) => !standing.dropped.has(personId)).map(({ personId, minutes, fromMinute, untilMinute, people, weight }) => ({
      personId, at: pointOf(personId), minutes, from: fromMinute, until: untilMinute, people, weight, lockedTo: standing.locks.get(personId) ?? null, asks: onlyAsks(asks.get(personId)!), barred: barred.has(personId),
    })),
  };
  return { plan, teams, visits, standing, cards, facts, asks, changes, mayNotGo, pointOf, day };
}

/** Who was locked to a team is locked to whoever goes in its place. */
function standingNow({ locks, ...standing }: Standing, changes: readonly ChangeSaid[]): Standing {
  return { ...standing, locks: new Map([...locks].map(([personId, teamId]) => [personId, placeTaker(teamId, changes)])) };
}

const onlyAsks = ({ languages, skills, sex, wanted, never }: VisitAsks): VisitAsks => ({ languages, skills, sex, wanted, never });

/** The teams as they are after what was said of them, with what is known of those who go and may. */
function dayTeams(teams: readonly Team[], changes: readonly ChangeSaid[], { facts, mayNotGo }: Pick<Ground, "facts" | "mayNotGo">): DayTeam[] {
  return teams.map((team) => teamNow(team, changes)).map(({ id, mode, members, fromMinute, untilMinute, lunchMinutes, lunchFrom, lunchUntil, out }) => {
    const go = members.flatMap((member) => facts.get(keyOf(member)) ?? []).filter(({ key }) => !mayNotGo.has(key));
    return {
      id, mode, out: out || go.length === 0, from: fromMinute, until: untilMinute, lunch: lunchMinutes > 0 ? { minutes: lunchMinutes, from: lunchFrom, until: lunchUntil } : null,
      members: go.map(({ key, sex, languages, skills }) => ({ key, sex, languages, skills })),
    };
  });
}

/** Of these, who must not be called on: declines, has died, or may no longer be kept. */
export async function notToVisit(tx: Tx, orgId: string, ids: readonly string[], cards: ReadonlyMap<string, PersonCard>, on: string): Promise<ReadonlySet<string>> {
  const declines = await whoDeclines(tx, orgId, ids, on);
  return new Set(ids.filter((id) => {
    const card = cards.get(id);
    return declines.has(id) || !card || card.deceasedOn !== null || card.withheldOn !== null;
  }));
}

/** Of these, who refused outreach, or refused or withdrew consent to be contacted; under whichever of their records they said so. */
export async function whoDeclines(tx: Tx, orgId: string, ids: readonly string[], on: string): Promise<ReadonlySet<string>> {
  const [refusing, declined, identities] = [await whoRefuses(tx, orgId, on), await whoDeclined(tx, orgId, ids, "contact", on), await identitiesOf(tx, orgId, ids)];
  return new Set(ids.filter((id) => declined.has(id) || (identities.get(id) ?? [id]).some((record) => refusing.has(record))));
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
  const stays = ({ personId }: { personId: string }) => !barred.has(personId);
  const kept = tours.map((tour) => ({ ...tour, stops: tour.stops.filter(stays), ...(tour.kept !== undefined && { kept: tour.stops.slice(0, tour.kept).filter(stays).length }) })).filter(({ stops }) => stops.length > 0);
  return { ...run, answer: { ...run.answer, tours: kept, left: [...left, ...lost] }, lost: lost.length > 0 };
}
