import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { LeftOutReason } from "../model/round/decide-enrol.ts";
import type { Mode } from "../model/round/outcome.ts";
import type { Criteria } from "../model/segment/criteria.ts";
import type { DB } from "./tables.generated.ts";

/** An outreach round (走访轮次): the people of a segment on one day, to be reached by a day. */
export interface Round {
  readonly id: string;
  readonly name: string;
  readonly segmentId: string | null;
  readonly segmentName: string;
  readonly criteria: Criteria;
  readonly agesOn: string;
  readonly mode: Mode;
  readonly opensOn: string;
  readonly dueOn: string;
  /** How many of the segment did not join, by reason. */
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
  readonly createdByName: string;
  readonly closedOn: string | null;
  readonly closedReason: string | null;
  readonly version: number;
}

const COLUMNS = ["id", "name", "segmentId", "segmentName", "criteria", "agesOn", "mode", "opensOn", "dueOn", "leftOut", "createdByName", "closedOn", "closedReason", "version"] as const;

export interface RoundToInsert {
  readonly orgId: string; readonly name: string; readonly segmentId: string; readonly segmentName: string; readonly criteria: Criteria; readonly agesOn: string;
  readonly mode: Mode; readonly opensOn: string; readonly dueOn: string; readonly leftOut: Record<string, number>; readonly createdBy: string; readonly createdByName: string;
}

export async function insertRound(tx: Tx, round: RoundToInsert): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("outreach.rounds")
    .values({ ...round, criteria: JSON.stringify(round.criteria), leftOut: JSON.stringify(round.leftOut) }).returning("id").executeTakeFirstOrThrow();
  return id;
}

export async function findRound(tx: Tx, orgId: string, id: string): Promise<Round | undefined> {
  return (await select(tx, orgId).where("id", "=", id).executeTakeFirst() as Round | undefined);
}

/** Reads one round and holds its row lock. */
export async function lockRound(tx: Tx, orgId: string, id: string): Promise<Round | undefined> {
  return (await select(tx, orgId).where("id", "=", id).forUpdate().executeTakeFirst() as Round | undefined);
}

/** Reads one round and keeps it from being closed until the transaction ends; several may log attempts at once. */
export async function shareRound(tx: Tx, orgId: string, id: string): Promise<Round | undefined> {
  return (await select(tx, orgId).where("id", "=", id).forShare().executeTakeFirst() as Round | undefined);
}

/** Rounds, newest first. */
export async function listRoundRows(tx: Tx, orgId: string, { after, limit = 30, open }: { after?: string | null | undefined; limit?: number; open?: boolean } = {}): Promise<Page<Round>> {
  const from = decodeCursor(after, ["day", "id"]);
  let query = select(tx, orgId);
  if (open !== undefined) query = query.where("closedOn", open ? "is" : "is not", null);
  if (from) query = query.where(sql<boolean>`(opens_on, id) < (${from[0]}::date, ${from[1]}::uuid)`);
  const rows = await query.orderBy("opensOn", "desc").orderBy("id", "desc").limit(limit + 1).execute() as Round[];
  return pageOf(rows, limit, (row) => [row.opensOn, row.id]);
}

export async function closeRoundRow(tx: Tx, orgId: string, id: string, { closedOn, closedReason }: { closedOn: string; closedReason: string }): Promise<void> {
  await tx.withTables<DB>().updateTable("outreach.rounds").set({ closedOn, closedReason, version: sql<number>`version + 1` }).where("orgId", "=", orgId).where("id", "=", id).execute();
}

function select(tx: Tx, orgId: string) {
  return tx.withTables<DB>().selectFrom("outreach.rounds").select(COLUMNS).where("orgId", "=", orgId);
}
