import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { NewUnit, Shape, Unit } from "../model/unit.ts";
import type { UnitKind } from "../model/unit-kinds.ts";
import type { DB } from "./tables.generated.ts";

/** A statement takes 65,535 parameters at most. */
const BATCH = 2000;
const UNIT = ["id", "kind", "code", "urbanRuralClass", "name", "aliases", "parentId", "validFrom", "validTo", "shape", "longitude", "latitude", "version"] as const;

export interface UnitsWanted {
  /** Only units that stand on this day; every one, past ones too, when absent. */
  readonly on?: string | undefined;
  readonly kinds?: readonly UnitKind[] | undefined;
  readonly parentId?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** Units from the widest kind down, by name. A territory has some thousand at most: no paging. */
export async function listUnits(tx: Tx, orgId: string, { on, kinds, parentId, ids }: UnitsWanted = {}): Promise<Unit[]> {
  let query = tx.withTables<DB>().selectFrom("places.units").select(UNIT).where("orgId", "=", orgId);
  if (on) query = query.where("validFrom", "<=", on).where((where) => where.or([where("validTo", "is", null), where("validTo", ">", on)]));
  if (kinds) query = query.where("kind", "in", kinds);
  if (parentId) query = query.where("parentId", "=", parentId);
  if (ids) query = query.where("id", "=", sql<string>`any(${ids}::uuid[])`);
  const rows = await query.orderBy(sql`array_position(array['city','district','street','community','lane','grid','building'], kind)`).orderBy("code").orderBy("name").orderBy("id").execute();
  return rows as unknown as Unit[];
}

/** Reads one unit and holds its row lock. */
export async function lockUnit(tx: Tx, orgId: string, id: string): Promise<Unit | undefined> {
  return await tx.withTables<DB>().selectFrom("places.units").select(UNIT).where("orgId", "=", orgId).where("id", "=", id).forUpdate().executeTakeFirst() as unknown as Unit | undefined;
}

/** One writer at a time per organisation: periods of codes and names may not overlap, which no index can say without an extension. */
export async function lockTerritory(tx: Tx, orgId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`places.units ${orgId}`}, 0))`.execute(tx);
}

export interface UnitOrigin { readonly source: "hand" | "file" | "register" | "demo"; readonly sourceId: string | null }
export type UnitToAdd = NewUnit & { readonly id?: string; readonly shape?: Shape | null };

/** Adds units; their ids in the order given. */
export async function insertUnits(tx: Tx, orgId: string, units: readonly UnitToAdd[], origin: UnitOrigin): Promise<string[]> {
  const rows = units.map((unit) => ({
    orgId, ...(unit.id !== undefined && { id: unit.id }), kind: unit.kind, name: unit.name, code: unit.code ?? null, urbanRuralClass: unit.urbanRuralClass ?? null,
    aliases: [...unit.aliases ?? []], parentId: unit.parentId ?? null, validFrom: unit.validFrom,
    longitude: unit.longitude ?? null, latitude: unit.latitude ?? null, shape: unit.shape ? JSON.stringify(unit.shape) : null, ...origin,
  }));
  const ids: string[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const added = await tx.withTables<DB>().insertInto("places.units").values(rows.slice(start, start + BATCH)).returning("id").execute();
    for (const { id } of added) ids.push(id);
  }
  return ids;
}

export type UnitChange = Partial<Pick<Unit, "name" | "aliases" | "code" | "urbanRuralClass" | "parentId" | "validFrom" | "validTo" | "shape" | "longitude" | "latitude">>;

/** Writes a unit's fields; the version goes up by one. */
export async function updateUnit(tx: Tx, orgId: string, id: string, { aliases, shape, ...fields }: UnitChange): Promise<void> {
  await tx.withTables<DB>().updateTable("places.units").set((row) => ({
    ...fields, ...(aliases && { aliases: [...aliases] }), ...(shape !== undefined && { shape: shape === null ? null : JSON.stringify(shape) }), version: row("version", "+", 1),
  })).where("orgId", "=", orgId).where("id", "=", id).execute();
}

/** Whether another unit with this code stands at any time from a day on. */
export async function codeTaken(tx: Tx, orgId: string, code: string, from: string, exceptId?: string): Promise<boolean> {
  let query = tx.withTables<DB>().selectFrom("places.units").select("id").where("orgId", "=", orgId).where("code", "=", code)
    .where((where) => where.or([where("validTo", "is", null), where("validTo", ">", from)]));
  if (exceptId) query = query.where("id", "<>", exceptId);
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

/** Whether a standing unit of this kind and name lies in the same parent. */
export async function nameTaken(tx: Tx, orgId: string, unit: { kind: UnitKind; name: string; parentId: string | null }, exceptId?: string): Promise<boolean> {
  let query = tx.withTables<DB>().selectFrom("places.units").select("id").where("orgId", "=", orgId).where("kind", "=", unit.kind).where("name", "=", unit.name)
    .where("parentId", unit.parentId === null ? "is" : "=", unit.parentId).where("validTo", "is", null);
  if (exceptId) query = query.where("id", "<>", exceptId);
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

/** What a unit is called and lies in. */
export interface UnitLabel {
  readonly id: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly parentId: string | null;
  readonly parentName: string | null;
}

/** Names by id. */
export async function unitNames(tx: Tx, orgId: string, ids: readonly string[]): Promise<ReadonlyMap<string, UnitLabel>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom("places.units as u")
    .leftJoin("places.units as p", (join) => join.onRef("p.orgId", "=", "u.orgId").onRef("p.id", "=", "u.parentId"))
    .select(["u.id", "u.kind", "u.name", "u.parentId", "p.name as parentName"])
    .where("u.orgId", "=", orgId).where("u.id", "=", sql<string>`any(${[...new Set(ids)]}::uuid[])`).execute() as UnitLabel[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** Removes the units of a source that nothing lies in; the caller catches what is still referred to. Deepest first. */
export async function unitIdsOfSource(tx: Tx, orgId: string, sourceId: string): Promise<string[]> {
  const rows = await tx.withTables<DB>().selectFrom("places.units").select(["id"]).where("orgId", "=", orgId).where("sourceId", "=", sourceId)
    .orderBy(sql`array_position(array['building','grid','lane','community','street','district','city'], kind)`).execute();
  return rows.map(({ id }) => id);
}

/** Removes one unit unless somebody refers to it; says whether it is gone. */
export async function deleteUnit(tx: Tx, orgId: string, id: string): Promise<boolean> {
  await sql`savepoint unit_removal`.execute(tx);
  try {
    await tx.withTables<DB>().deleteFrom("places.units").where("orgId", "=", orgId).where("id", "=", id).execute();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== "23503") throw error;
    await sql`rollback to savepoint unit_removal`.execute(tx);
    return false;
  } finally {
    await sql`release savepoint unit_removal`.execute(tx).catch(() => {});
  }
}
