import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import { orderedId } from "#platform/db/ordered-id.ts";
import type { PlanRules, TeamMember, TravelMode, VisitPurpose } from "../model/plan.ts";
import type { DB } from "./tables.generated.ts";

/** A day of visits. */
export interface Plan {
  readonly id: string;
  readonly onDay: string;
  readonly startUnitId: string;
  readonly purpose: VisitPurpose;
  readonly rules: PlanRules;
  readonly version: number;
  readonly createdByName: string;
  readonly createdAt: string;
}

export interface Team {
  readonly id: string;
  readonly mode: TravelMode;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly lunchMinutes: number;
  readonly lunchFrom: number;
  readonly lunchUntil: number;
  readonly members: readonly TeamMember[];
}

const PLAN = ["id", "onDay", "startUnitId", "purpose", "rules", "version", "createdByName", "createdAt"] as const;

/** Begins a plan; its id. Of one day, the latest begun stands first. */
export async function insertPlan(tx: Tx, orgId: string, { rules, ...plan }: Omit<Plan, "id" | "version"> & { createdBy: string }): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("routing.plans").values({ ...plan, id: orderedId(), orgId, rules: JSON.stringify(rules) }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** One plan; `lock` holds it until the transaction ends. */
export async function selectPlan(tx: Tx, orgId: string, id: string, { lock = false } = {}): Promise<Plan | undefined> {
  let query = tx.withTables<DB>().selectFrom("routing.plans").select(PLAN).where("orgId", "=", orgId).where("id", "=", id);
  if (lock) query = query.forUpdate();
  return (await query.executeTakeFirst()) as unknown as Plan | undefined;
}

/** Notes that something of the plan changed; the version it has now. */
export async function raiseVersion(tx: Tx, orgId: string, id: string): Promise<number> {
  const { version } = await tx.withTables<DB>().updateTable("routing.plans").set({ version: sql`version + 1` }).where("orgId", "=", orgId).where("id", "=", id).returning("version").executeTakeFirstOrThrow();
  return version;
}

export interface ListedPlan extends Plan {
  readonly teams: number;
  readonly visits: number;
  /** Of the latest run; null before the first. */
  readonly made: number | null;
  readonly asked: number | null;
}

/** Plans by day, the latest first. */
export async function selectPlans(tx: Tx, orgId: string, { after, limit = 30 }: { after?: string | null; limit?: number } = {}): Promise<Page<ListedPlan>> {
  const from = decodeCursor(after, ["day", "id"]);
  const { rows } = await sql<ListedPlan>`
    select p.id, p.on_day, p.start_unit_id, p.purpose, p.rules, p.version, p.created_by_name, p.created_at, r.made, r.asked,
      (select count(*)::int from routing.teams t where t.org_id = ${orgId} and t.plan_id = p.id) as teams,
      (select count(*)::int from routing.visits v where v.org_id = ${orgId} and v.plan_id = p.id) as visits
    from routing.plans p
    left join lateral (select made, asked from routing.runs where org_id = ${orgId} and plan_id = p.id order by number desc limit 1) r on true
    where p.org_id = ${orgId} ${from ? sql`and (p.on_day, p.id) < (${from[0]}::date, ${from[1]}::uuid)` : sql``}
    order by p.on_day desc, p.id desc limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.onDay, row.id]);
}

/** Adds a team with who is in it, under an id of its own or a given one. */
export async function insertTeam(tx: Tx, orgId: string, planId: string, position: number, { members, ...team }: Omit<Team, "id"> & { readonly id?: string }): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("routing.teams").values({ ...team, orgId, planId, position }).returning("id").executeTakeFirstOrThrow();
  await tx.withTables<DB>().insertInto("routing.teamMembers").values(members.map(({ kind, id: member }, index) => ({
    orgId, planId, teamId: id, position: index + 1, accountId: kind === "staff" ? member : null, personId: kind === "volunteer" ? member : null,
  }))).execute();
  return id;
}

/** The teams of a plan in their order. */
export async function selectTeams(tx: Tx, orgId: string, planId: string): Promise<Team[]> {
  const teams = await tx.withTables<DB>().selectFrom("routing.teams").select(["id", "mode", "fromMinute", "untilMinute", "lunchMinutes", "lunchFrom", "lunchUntil"])
    .where("orgId", "=", orgId).where("planId", "=", planId).orderBy("position").orderBy("id").execute();
  const members = await tx.withTables<DB>().selectFrom("routing.teamMembers").select(["teamId", "accountId", "personId"])
    .where("orgId", "=", orgId).where("planId", "=", planId).orderBy("teamId").orderBy("position").execute();
  const membersOf = Map.groupBy(members, ({ teamId }) => teamId);
  return teams.map((team) => ({ ...team, mode: team.mode as TravelMode, members: (membersOf.get(team.id) ?? []).map(({ accountId, personId }) => (accountId === null ? { kind: "volunteer", id: personId! } : { kind: "staff", id: accountId })) }));
}
