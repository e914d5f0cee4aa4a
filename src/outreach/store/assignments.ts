import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

export interface Given {
  readonly personId: string;
  readonly workerId: string;
  readonly workerName: string;
}

/** Gives members to workers and keeps the history, in two statements whatever the number. */
export async function giveMembers(tx: Tx, actor: Actor, roundId: string, given: readonly Given[], how: "community" | "evenly" | "hand" | "referral"): Promise<void> {
  if (given.length === 0) return;
  const { orgId, accountId, name } = actor;
  const rows = JSON.stringify(given.map(({ personId, workerId, workerName }) => ({ person_id: personId, worker_id: workerId, worker_name: workerName })));
  await sql`update outreach.members m set worker_id = g.worker_id, worker_name = g.worker_name, version = m.version + 1
    from jsonb_to_recordset(${rows}::jsonb) as g(person_id uuid, worker_id uuid, worker_name text)
    where m.org_id = ${orgId} and m.round_id = ${roundId} and m.person_id = g.person_id`.execute(tx);
  await sql`insert into outreach.assignments (org_id, round_id, person_id, worker_id, worker_name, how, assigned_by, assigned_by_name)
    select ${orgId}::uuid, ${roundId}::uuid, g.person_id, g.worker_id, g.worker_name, ${how}, ${accountId}::uuid, ${name}
    from jsonb_to_recordset(${rows}::jsonb) as g(person_id uuid, worker_id uuid, worker_name text)`.execute(tx);
}

/** How many each worker still has to reach, over all open rounds. */
export async function loadsNow(tx: Tx, orgId: string, workerIds: readonly string[]): Promise<Map<string, number>> {
  if (workerIds.length === 0) return new Map();
  const { rows } = await sql<{ workerId: string; count: number }>`
    select worker_id, count(*) as count from outreach.members where org_id = ${orgId} and worker_id = any(${workerIds}::uuid[]) and next_due_on is not null group by worker_id`.execute(tx);
  return new Map(rows.map(({ workerId, count }) => [workerId, count]));
}

/** Who a member was given to, oldest first. */
export async function assignmentsOf(tx: Tx, orgId: string, roundId: string, personId: string) {
  return tx.withTables<DB>().selectFrom("outreach.assignments").select(["workerName", "how", "assignedByName", "assignedAt"])
    .where("orgId", "=", orgId).where("roundId", "=", roundId).where("personId", "=", personId).orderBy("assignedAt").orderBy("id").execute();
}
