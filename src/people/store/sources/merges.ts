import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Rewritten } from "../../model/decide-merge.ts";
import type { DB } from "../tables.generated.ts";

export interface Merge {
  readonly id: string;
  readonly survivorId: string;
  readonly mergedId: string;
  readonly reason: string;
  readonly before: Rewritten;
  readonly alsoMoved: readonly string[];
  readonly mergedByName: string;
  readonly mergedAt: string;
  readonly undoneAt: string | null;
}

const MERGE = ["id", "survivorId", "mergedId", "reason", "before", "alsoMoved", "mergedByName", "mergedAt", "undoneAt"] as const;

export async function insertMerge(tx: Tx, orgId: string, merge: { id: string; survivorId: string; mergedId: string; reason: string; before: Rewritten; alsoMoved: readonly string[]; sourceId: string | null; mergedBy: string; mergedByName: string }): Promise<void> {
  const { before, alsoMoved, ...row } = merge;
  await tx.withTables<DB>().insertInto("people.merges").values({ orgId, ...row, before: JSON.stringify(before), alsoMoved: [...alsoMoved] }).execute();
}

export async function lockMerge(tx: Tx, orgId: string, id: string): Promise<Merge | undefined> {
  return await tx.withTables<DB>().selectFrom("people.merges").select(MERGE).where("orgId", "=", orgId).where("id", "=", id).forUpdate().executeTakeFirst() as Merge | undefined;
}

export async function markUndone(tx: Tx, orgId: string, id: string, by: string): Promise<void> {
  await tx.withTables<DB>().updateTable("people.merges").set({ undoneAt: sql<string>`clock_timestamp()`, undoneBy: by }).where("orgId", "=", orgId).where("id", "=", id).execute();
}

/** Merges that a source made and that still stand, newest first: they are undone in that order. */
export async function mergesOfSource(tx: Tx, orgId: string, sourceId: string): Promise<string[]> {
  const rows = await tx.withTables<DB>().selectFrom("people.merges").select("id").where("orgId", "=", orgId).where("sourceId", "=", sourceId).where("undoneAt", "is", null).orderBy("mergedAt", "desc").execute();
  return rows.map(({ id }) => id);
}

/** Merges that a record took part in, newest first. */
export async function mergesOf(tx: Tx, orgId: string, personId: string): Promise<(Merge & { mergedName: string; survivorName: string })[]> {
  return await tx.withTables<DB>().selectFrom("people.merges as m")
    .innerJoin("people.persons as a", (join) => join.onRef("a.orgId", "=", "m.orgId").onRef("a.id", "=", "m.mergedId"))
    .innerJoin("people.persons as b", (join) => join.onRef("b.orgId", "=", "m.orgId").onRef("b.id", "=", "m.survivorId"))
    .select(["m.id", "m.survivorId", "m.mergedId", "m.reason", "m.before", "m.alsoMoved", "m.mergedByName", "m.mergedAt", "m.undoneAt", "a.name as mergedName", "b.name as survivorName"])
    .where("m.orgId", "=", orgId).where((where) => where.or([where("m.survivorId", "=", personId), where("m.mergedId", "=", personId)])).orderBy("m.mergedAt", "desc").execute() as unknown as (Merge & { mergedName: string; survivorName: string })[];
}

/** Puts records that stood under one under another; says which. */
export async function moveMerged(tx: Tx, orgId: string, from: string, to: string, only?: readonly string[]): Promise<string[]> {
  let query = tx.withTables<DB>().updateTable("people.persons").set({ mergedInto: to }).where("orgId", "=", orgId).where("mergedInto", "=", from);
  if (only) query = query.where("id", "=", sql<string>`any(${only}::uuid[])`);
  return (await query.returning("id").execute()).map(({ id }) => id);
}

/** Two records a person looked at and found to be two people. */
export async function insertDistinctPair(tx: Tx, orgId: string, a: string, b: string, by: string): Promise<void> {
  const [lowId, highId] = a < b ? [a, b] : [b, a];
  await tx.withTables<DB>().insertInto("people.distinctPairs").values({ orgId, lowId: lowId!, highId: highId!, decidedBy: by }).onConflict((clash) => clash.doNothing()).execute();
}

export async function deleteDistinctPair(tx: Tx, orgId: string, a: string, b: string): Promise<void> {
  const [lowId, highId] = a < b ? [a, b] : [b, a];
  await tx.withTables<DB>().deleteFrom("people.distinctPairs").where("orgId", "=", orgId).where("lowId", "=", lowId!).where("highId", "=", highId!).execute();
}

/** Records found to be of other people than this one. */
export async function distinctFrom(tx: Tx, orgId: string, personId: string): Promise<string[]> {
  const rows = await tx.withTables<DB>().selectFrom("people.distinctPairs").select(["lowId", "highId"]).where("orgId", "=", orgId)
    .where((where) => where.or([where("lowId", "=", personId), where("highId", "=", personId)])).execute();
  return rows.map(({ lowId, highId }) => (lowId === personId ? highId : lowId));
}
