import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { PlanChange } from "../model/day/replan.ts";
import type { ChangeSaid } from "../model/team-now.ts";
import type { DB } from "./tables.generated.ts";

/** A change of a team with who said it, and the run in which the rest was planned anew. */
export interface TeamChangeRow extends ChangeSaid {
  readonly reason: string;
  readonly runNumber: number;
  readonly byName: string;
  readonly at: string;
}

/** Changes of a plan's teams in the order they were said. */
export async function selectTeamChanges(tx: Tx, orgId: string, planId: string): Promise<TeamChangeRow[]> {
  const rows = await tx.withTables<DB>().selectFrom("routing.teamChanges").select(["teamId", "kind", "fromMinute", "position", "mode", "accountId", "personId", "byTeam", "reason", "runNumber", "byName", "at"])
    .where("orgId", "=", orgId).where("planId", "=", planId).orderBy("seq").execute();
  return rows.map(({ accountId, personId, ...row }) => ({ ...row, member: accountId !== null ? { kind: "staff", id: accountId } : personId !== null ? { kind: "volunteer", id: personId } : null }) as TeamChangeRow);
}

/** Adds a change; the caller holds the plan. */
export async function insertTeamChange(tx: Tx, orgId: string, planId: string, { member, ...change }: TeamChangeRow & { byAccount: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("routing.teamChanges").values({
    ...change, accountId: member?.kind === "staff" ? member.id : null, personId: member?.kind === "volunteer" ? member.id : null, orgId, planId, seq: sql<number>`coalesce((select max(seq) from routing.team_changes where org_id = ${orgId} and plan_id = ${planId}), 0) + 1`,
  }).execute();
}

/** Keeps what a run changed, a row per person. */
export async function insertRunChanges(tx: Tx, orgId: string, planId: string, runNumber: number, changes: readonly PlanChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.withTables<DB>().insertInto("routing.runChanges").values(changes.map(({ fromTeams, toTeams, ...change }) => ({ ...change, fromTeams: [...fromTeams], toTeams: [...toTeams], orgId, planId, runNumber }))).execute();
}

/** What a run changed. */
export async function selectRunChanges(tx: Tx, orgId: string, planId: string, runNumber: number): Promise<PlanChange[]> {
  return (await tx.withTables<DB>().selectFrom("routing.runChanges").select(["personId", "kind", "fromTeams", "toTeams", "fromMinute", "toMinute"])
    .where("orgId", "=", orgId).where("planId", "=", planId).where("runNumber", "=", runNumber).execute()) as PlanChange[];
}
