import { createHash } from "node:crypto";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Day } from "../../model/day/day.ts";
import { homesIn, keptAt, openOrders } from "../../model/day/replan.ts";
import type { Stay } from "../../model/day/day-problem.ts";
import { keyOf, MOST_TEAMS, STAY, type TeamChange, type TeamMember } from "../../model/plan.ts";
import { saidOf, teamComing, whoComes } from "../../model/say-change.ts";
import { teamNow, type ChangeSaid } from "../../model/team-now.ts";
import { selectTeamChanges } from "../../store/changes.ts";
import { selectTeams, type Plan, type Team } from "../../store/plans.ts";
import { latestRun, type Run } from "../../store/runs.ts";
import { gatherDay, readPlan } from "../ground.ts";
import { whoMayNotGo } from "../who-may-not-go.ts";

/** A change in full: the day as it would then be, and from where the rest is planned anew. Nothing of it has happened. */
export interface LaidOut {
  readonly plan: Plan;
  readonly run: Run;
  readonly said: ChangeSaid;
  /** The team that comes in with it, under the id it is tried with, and where it stands among the others. */
  readonly comes: { readonly team: Team; readonly position: number } | null;
  readonly day: Day;
  readonly stay: Stay;
  /** Visits that stay because they were made or are under way. */
  readonly kept: number;
  /** Names exactly this day and change: what is done must have been worked out from the same. */
  readonly seen: string;
}

/** Lays out what follows from a change: what was made or is under way stays, the rest is to be planned anew. */
export async function layOutChange(tx: Tx, actor: Actor, planId: string, { trialId, change, lock = false }: { trialId: string; change: TeamChange; lock?: boolean }): Promise<LaidOut> {
  const plan = await readPlan(tx, actor.orgId, planId, { lock });
  const run = await latestRun(tx, actor.orgId, planId);
  if (!run) throw new Refusal("conflict", "routing.not_planned_yet");
  const [teams, changes] = [await selectTeams(tx, actor.orgId, planId), await selectTeamChanges(tx, actor.orgId, planId)];
  const now = teams.map((team) => teamNow(team, changes));
  const team = now.find(({ id }) => id === change.teamId) ?? null;
  const said = saidOf(change, { team, trialId, since: run.answer.since ?? 0 });
  const coming = teamComing(change, { team, lunch: teams[0]!, trialId });
  if (coming && teams.length >= MOST_TEAMS) throw new Refusal("conflict", "routing.too_many_teams", { params: { most: String(MOST_TEAMS) } });
  await requireMayCome(tx, actor, plan, whoComes(change), now.flatMap(({ out, members }) => (out ? [] : members)));
  const begun = keptAt(run.answer, said.fromMinute, team && { teamId: team.id, stops: said.kind === "out" || said.kind === "late" || said.byTeam !== null ? "begun" : "under_way" });
  const day = { ...(await gatherDay(tx, actor.orgId, plan, { said, comes: coming })).day, begun };
  const { [said.teamId]: own, ...others } = openOrders(run.answer, begun);
  const orders = own === undefined ? others : { ...others, [said.byTeam ?? said.teamId]: own };
  const stay = { orders, ...STAY[change.stay] };
  const seen = createHash("sha256").update(JSON.stringify([planId, run.number, plan.version, said, day, stay])).digest("base64url").slice(0, 22);
  return { plan, run, said, comes: coming && { team: coming, position: teams.length }, day, stay, seen, kept: homesIn({ tours: Object.values(begun.kept) }) };
}

/** Who comes in must be somebody who may go that day and does not go already; volunteers only for whoever sees volunteers. */
async function requireMayCome(tx: Tx, { orgId, capabilities }: Actor, { onDay }: Plan, coming: readonly TeamMember[], going: readonly TeamMember[]): Promise<void> {
  const refuse = (reason: `routing.${string}`) => new Refusal("invalid_input", reason, { fields: [{ field: "who", reason }] });
  if (coming.some(({ kind }) => kind === "volunteer") && !capabilities.has("volunteers.read")) throw refuse("routing.no_such_visitor");
  if (coming.length > 0 && (await whoMayNotGo(tx, orgId, coming, onDay)).size > 0) throw refuse("routing.no_such_visitor");
  const keys = [...coming, ...going].map(keyOf);
  if (coming.some((member, index) => keys.indexOf(keyOf(member), index + 1) >= 0)) throw refuse("routing.visitor_twice");
}
