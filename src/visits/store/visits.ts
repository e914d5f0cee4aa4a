import { sql } from "kysely";
import type { Tx } from "../../platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "../../platform/db/keyset.ts";
import type { Mood, VisitMode } from "../model/visit.ts";
import type { DB } from "./tables.generated.ts";

/** One meeting as it was noted. */
export interface VisitRow {
  readonly id: string;
  readonly pairId: string;
  readonly residentId: string;
  readonly helperId: string;
  readonly happenedOn: string;
  readonly minutes: number;
  readonly mode: VisitMode;
  readonly mood: Mood;
  readonly words: string;
  readonly loggedBy: string;
  readonly loggedByName: string;
  readonly loggedAt: string;
}

const COLUMNS = ["id", "pairId", "residentId", "helperId", "happenedOn", "minutes", "mode", "mood", "words", "loggedBy", "loggedByName", "loggedAt"] as const;
/** Neither corrected nor taken back. */
const STANDING = sql<boolean>`not exists (select from visits.visits c where c.org_id = v.org_id and c.supersedes = v.id)
  and not exists (select from visits.withdrawals w where w.org_id = v.org_id and w.visit_id = v.id)`;

/** Adds a meeting; undefined when this device's number was already received. */
export async function insertVisit(tx: Tx, orgId: string, visit: Omit<VisitRow, "id"> & { deviceKey: string | null; supersedes: string | null }): Promise<string | undefined> {
  const row = await tx.withTables<DB>().insertInto("visits.visits").values({ orgId, ...visit })
    .onConflict((clash) => clash.constraint("visits_sent_once").doNothing()).returning("id").executeTakeFirst();
  return row?.id;
}

/** The meeting a device already sent. */
export async function findByDeviceKey(tx: Tx, orgId: string, deviceKey: string): Promise<VisitRow | undefined> {
  return (await tx.withTables<DB>().selectFrom("visits.visits").select(COLUMNS).where("orgId", "=", orgId).where("deviceKey", "=", deviceKey).executeTakeFirst()) as VisitRow | undefined;
}

/** One standing meeting. */
export async function findVisit(tx: Tx, orgId: string, id: string): Promise<VisitRow | undefined> {
  return (await tx.withTables<DB>().selectFrom("visits.visits as v").select(COLUMNS).where("v.orgId", "=", orgId).where("v.id", "=", id).where(STANDING).executeTakeFirst()) as VisitRow | undefined;
}

/** Standing meetings, newest first; of one pair, or of all. */
export async function listVisits(tx: Tx, orgId: string, filter: { pairId?: string | undefined }, { after, limit = 30 }: { after?: string | null; limit?: number } = {}): Promise<Page<VisitRow>> {
  let query = tx.withTables<DB>().selectFrom("visits.visits as v").select(COLUMNS).where("v.orgId", "=", orgId).where(STANDING);
  if (filter.pairId) query = query.where("v.pairId", "=", filter.pairId);
  const from = decodeCursor(after, ["day", "id"]);
  if (from) query = query.where(sql<boolean>`(v.happened_on, v.id) < (${from[0]}::date, ${from[1]}::uuid)`);
  const rows = (await query.orderBy("v.happenedOn", "desc").orderBy("v.id", "desc").limit(limit + 1).execute()) as VisitRow[];
  return pageOf(rows, limit, (row) => [row.happenedOn, row.id]);
}

/** The last meeting of each pair; pairs that never met are absent. */
export async function lastMetOn(tx: Tx, orgId: string, pairIds: readonly string[]): Promise<Map<string, string>> {
  if (pairIds.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom("visits.visitFacts").select((of) => ["pairId", of.fn.max("happenedOn").as("on")])
    .where("orgId", "=", orgId).where("pairId", "in", [...pairIds]).groupBy("pairId").execute();
  return new Map(rows.map(({ pairId, on }) => [pairId!, on as string]));
}

/** The last meeting of every resident who met a friend. */
export async function lastMetByResident(tx: Tx, orgId: string): Promise<Map<string, string>> {
  const rows = await tx.withTables<DB>().selectFrom("visits.visitFacts").select((of) => ["residentId", of.fn.max("happenedOn").as("on")]).where("orgId", "=", orgId).groupBy("residentId").execute();
  return new Map(rows.map(({ residentId, on }) => [residentId!, on as string]));
}

/** Takes a meeting back; false when it was already. */
export async function insertWithdrawal(tx: Tx, orgId: string, row: { visitId: string; reason: string; byAccount: string; byName: string; at: string }): Promise<boolean> {
  const added = await tx.withTables<DB>().insertInto("visits.withdrawals").values({ orgId, ...row }).onConflict((clash) => clash.doNothing()).returning("visitId").executeTakeFirst();
  return added !== undefined;
}

/** How many meetings there were between two days, both included, and how long together. */
export async function countVisits(tx: Tx, orgId: string, { from, to }: { from: string; to: string }): Promise<{ visits: number; minutes: number }> {
  const row = await tx.withTables<DB>().selectFrom("visits.visitFacts").select((of) => [of.fn.countAll<number>().as("visits"), of.fn.coalesce(of.fn.sum<number>("minutes"), sql<number>`0`).as("minutes")])
    .where("orgId", "=", orgId).where("happenedOn", ">=", from).where("happenedOn", "<=", to).executeTakeFirstOrThrow();
  return { visits: Number(row.visits), minutes: Number(row.minutes) };
}
