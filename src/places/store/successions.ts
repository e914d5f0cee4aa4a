import type { Tx } from "#platform/db/connect.ts";
import type { UnitKind } from "../model/unit-kinds.ts";
import type { DB } from "./tables.generated.ts";

export interface Successor { readonly fromId: string; readonly toId: string; readonly onDay: string; readonly fromName: string; readonly toName: string; readonly kind: UnitKind }

export async function insertSuccessions(tx: Tx, orgId: string, fromId: string, toIds: readonly string[], onDay: string): Promise<void> {
  if (toIds.length > 0) await tx.withTables<DB>().insertInto("places.successions").values(toIds.map((toId) => ({ orgId, fromId, toId, onDay }))).execute();
}

/** What a unit became and what it came from. */
export async function successionsOf(tx: Tx, orgId: string, id: string): Promise<Successor[]> {
  return await tx.withTables<DB>().selectFrom("places.successions as s")
    .innerJoin("places.units as f", (join) => join.onRef("f.orgId", "=", "s.orgId").onRef("f.id", "=", "s.fromId"))
    .innerJoin("places.units as t", (join) => join.onRef("t.orgId", "=", "s.orgId").onRef("t.id", "=", "s.toId"))
    .select(["s.fromId", "s.toId", "s.onDay", "f.name as fromName", "t.name as toName", "f.kind"])
    .where("s.orgId", "=", orgId).where((where) => where.or([where("s.fromId", "=", id), where("s.toId", "=", id)])).orderBy("s.onDay", "desc").execute() as Successor[];
}

/** Puts what lies in one unit into another. */
export async function moveChildren(tx: Tx, orgId: string, from: string, to: string): Promise<number> {
  const moved = await tx.withTables<DB>().updateTable("places.units").set((row) => ({ parentId: to, version: row("version", "+", 1) }))
    .where("orgId", "=", orgId).where("parentId", "=", from).where("validTo", "is", null).returning("id").execute();
  return moved.length;
}
