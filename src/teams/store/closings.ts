import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Closed, Closing } from "../model/closing.ts";
import type { By } from "./teams.ts";
import type { DB } from "./tables.generated.ts";

export interface TeamEventRow { readonly number: number; readonly kind: "closed" | "reopened"; readonly reason: Closing | null; readonly words: string; readonly onDay: string; readonly byName: string }

export async function insertTeamEvent(tx: Tx, orgId: string, row: Omit<TeamEventRow, "byName"> & { readonly teamId: string } & By): Promise<void> {
  await tx.withTables<DB>().insertInto("teams.teamEvents").values({ orgId, ...row }).execute();
}

/** When a team was closed and opened again, in order. */
export async function teamEventsOf(tx: Tx, orgId: string, teamId: string): Promise<TeamEventRow[]> {
  return await tx.withTables<DB>().selectFrom("teams.teamEvents").select(["number", "kind", "reason", "words", "onDay", "byName"]).where("orgId", "=", orgId).where("teamId", "=", teamId).orderBy("number").execute() as TeamEventRow[];
}

/** Those of some teams that are closed now. */
export async function closedTeams(tx: Tx, orgId: string, teamIds: readonly string[]): Promise<ReadonlyMap<string, Closed>> {
  if (teamIds.length === 0) return new Map();
  const { rows } = await sql<Closed & { teamId: string }>`select team_id, closed_on, reason, words, by_name from teams.closed_teams where org_id = ${orgId} and team_id = any(${[...teamIds]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ teamId, ...closed }) => [teamId, closed]));
}
