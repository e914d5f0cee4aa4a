import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Decision } from "../model/standing.ts";
import type { DB } from "./tables.generated.ts";

/** One visit that is wanted. */
export interface WantedVisit {
  readonly personId: string;
  readonly minutes: number;
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
  readonly people: number;
  readonly weight: number;
  readonly bring: string;
}

const COLUMNS = ["personId", "minutes", "fromMinute", "untilMinute", "people", "weight", "bring"] as const;

/** Adds persons to be visited; who is in already stays as they are. How many are new. */
export async function insertVisits(tx: Tx, orgId: string, planId: string, personIds: readonly string[], { minutes, at }: { minutes: number; at: string }): Promise<number> {
  if (personIds.length === 0) return 0;
  const rows = await tx.withTables<DB>().insertInto("routing.visits").values(personIds.map((personId) => ({ orgId, planId, personId, minutes, addedAt: at })))
    .onConflict((clash) => clash.doNothing()).returning("personId").execute();
  return rows.length;
}

/** The visits of a plan, those that are dropped too. */
export async function selectVisits(tx: Tx, orgId: string, planId: string): Promise<WantedVisit[]> {
  return tx.withTables<DB>().selectFrom("routing.visits").select(COLUMNS).where("orgId", "=", orgId).where("planId", "=", planId).orderBy("addedAt").orderBy("personId").execute();
}

/** Changes what is asked of one visit; false when there is none. */
export async function updateVisit(tx: Tx, orgId: string, planId: string, { personId, ...wish }: WantedVisit): Promise<boolean> {
  const row = await tx.withTables<DB>().updateTable("routing.visits").set(wish).where("orgId", "=", orgId).where("planId", "=", planId).where("personId", "=", personId).returning("personId").executeTakeFirst();
  return row !== undefined;
}

/** Decisions about the visits of a plan, in the order they were made. */
export async function selectDecisions(tx: Tx, orgId: string, planId: string): Promise<(Decision & { readonly byName: string; readonly at: string })[]> {
  const rows = await tx.withTables<DB>().selectFrom("routing.decisions").select(["personId", "kind", "teamId", "reason", "byName", "at"])
    .where("orgId", "=", orgId).where("planId", "=", planId).orderBy("seq").execute();
  return rows as (Decision & { byName: string; at: string })[];
}

/** Adds a decision; the caller holds the plan. */
export async function insertDecision(tx: Tx, orgId: string, planId: string, decision: Decision & { byAccount: string; byName: string; at: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("routing.decisions").values({
    ...decision, orgId, planId, seq: sql<number>`coalesce((select max(seq) from routing.decisions where org_id = ${orgId} and plan_id = ${planId}), 0) + 1`,
  }).execute();
}

/** Everybody in the plans of a day in which an account goes itself. The caller authorises. */
export async function peopleToVisitOn(tx: Tx, orgId: string, accountId: string, onDay: string): Promise<string[]> {
  const rows = await tx.withTables<DB>().selectFrom("routing.visits as v").innerJoin("routing.plans as p", (join) => join.onRef("p.orgId", "=", "v.orgId").onRef("p.id", "=", "v.planId"))
    .select("v.personId").distinct().where("v.orgId", "=", orgId).where("p.orgId", "=", orgId).where("p.onDay", "=", onDay)
    .where(({ exists, selectFrom }) => exists(selectFrom("routing.teamMembers as m").select("m.planId").whereRef("m.orgId", "=", "p.orgId").whereRef("m.planId", "=", "p.id").where("m.accountId", "=", accountId))).execute();
  return rows.map(({ personId }) => personId);
}
