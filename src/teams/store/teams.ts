import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { NewTeam, TeamState } from "../model/forms.ts";
import type { DB } from "./tables.generated.ts";

export interface By { readonly byAccount: string; readonly byName: string; readonly at: string }

export interface TeamRow extends NewTeam {
  readonly id: string;
  readonly workerAccount: string;
  readonly workerName: string;
}

/** Lets one transaction at a time write to a team. */
export async function lockTeam(tx: Tx, orgId: string, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`teams|${orgId}|${id}`}, 0))`.execute(tx);
}

export async function insertTeam(tx: Tx, orgId: string, row: TeamRow & By): Promise<void> {
  await tx.withTables<DB>().insertInto("teams.teams").values({ orgId, ...row }).execute();
}

export async function findTeam(tx: Tx, orgId: string, id: string): Promise<TeamRow | undefined> {
  return await tx.withTables<DB>().selectFrom("teams.teams").select(["id", "name", "areaWords", "fromAge", "parts", "begunOn", "workerAccount", "workerName"]).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst() as TeamRow | undefined;
}

export interface TeamLine {
  readonly id: string;
  readonly name: string;
  readonly areaWords: string;
  readonly begunOn: string;
  readonly workerName: string;
  readonly members: number;
  readonly elders: number;
  readonly open: number;
  /** Since when it is closed. */
  readonly closedOn: string | null;
}

/** Teams with how many belong and are looked after, the latest first. */
export async function listTeams(tx: Tx, orgId: string, { q, state = "open", after, limit = 30 }: { q?: string; state?: TeamState; after?: string | null; limit?: number }): Promise<Page<TeamLine>> {
  const from = decodeCursor(after, ["day", "id"]);
  const conditions = [sql`t.org_id = ${orgId}`];
  if (q) conditions.push(sql`strpos(lower(t.name), lower(${q})) > 0`);
  if (state !== "all") conditions.push(state === "open" ? sql`c.closed_on is null` : sql`c.closed_on is not null`);
  if (from) conditions.push(sql`(t.begun_on, t.id) < (${from[0]}::date, ${from[1]}::uuid)`);
  const { rows } = await sql<TeamLine>`
    select t.id, t.name, t.area_words, t.begun_on, t.worker_name,
      (select count(*)::int from teams.members m where m.org_id = ${orgId} and m.team_id = t.id and not exists (select from teams.member_events e where e.org_id = m.org_id and e.member_id = m.id and e.part = 'left')) as members,
      (select count(*)::int from teams.elders d where d.org_id = ${orgId} and d.team_id = t.id and not exists (select from teams.elder_events e where e.org_id = d.org_id and e.elder_id = d.id and e.level = 'ended')) as elders,
      (select count(*)::int from teams.standing_requests r where r.org_id = ${orgId} and r.team_id = t.id and r.state = 'open') as open, c.closed_on
    from teams.teams t left join teams.closed_teams c on c.org_id = ${orgId} and c.team_id = t.id where ${sql.join(conditions, sql` and `)} order by t.begun_on desc, t.id desc limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.begunOn, row.id]);
}

/** Names of the latest teams, to be searched. */
export async function namesOfTeams(tx: Tx, orgId: string): Promise<{ id: string; name: string; areaWords: string }[]> {
  return await tx.withTables<DB>().selectFrom("teams.teams").select(["id", "name", "areaWords"]).where("orgId", "=", orgId).orderBy("begunOn", "desc").orderBy("id", "desc").limit(2000).execute();
}
