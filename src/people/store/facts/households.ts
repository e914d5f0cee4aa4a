import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { SupportKind, TieStrength } from "../../model/family/ecomap.ts";
import type { DB } from "../tables.generated.ts";

/** One who lives or lived in a household. Somebody known by name only has a relationship instead of a record. */
export interface HouseholdMember {
  readonly id: string;
  readonly householdId: string;
  readonly personId: string | null;
  readonly relationshipId: string | null;
  readonly name: string;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

/** Everybody of the households these records belong to now, under any of a person's records; those who moved out too. */
export async function householdMembers(tx: Tx, orgId: string, records: readonly string[]): Promise<HouseholdMember[]> {
  if (records.length === 0) return [];
  const { rows } = await sql<HouseholdMember>`
    select m.id, m.household_id, coalesce(p.merged_into, p.id) as person_id, m.relationship_id, coalesce(p.name, r.other_name, '') as name, m.from_on, m.until_on
    from people.household_members m
    left join people.relationships r on r.org_id = ${orgId} and r.id = m.relationship_id
    left join people.persons p on p.org_id = ${orgId} and p.id = coalesce(m.person_id, r.other_id)
    where m.org_id = ${orgId} and m.household_id in (
      select h.household_id from people.household_members h left join people.relationships k on k.org_id = ${orgId} and k.id = h.relationship_id
      where h.org_id = ${orgId} and h.until_on is null and (h.person_id = any(${records}::uuid[]) or k.other_id = any(${records}::uuid[])))
    order by m.until_on nulls first, m.from_on nulls first, m.id`.execute(tx);
  return rows;
}

export interface NewHouseholdMember { readonly householdId: string; readonly personId: string | null; readonly relationshipId: string | null; readonly fromOn: string | null; readonly recordedBy: string; readonly recordedByName: string }

export async function insertHousehold(tx: Tx, orgId: string): Promise<string> {
  return (await tx.withTables<DB>().insertInto("people.households").values({ orgId }).returning("id").executeTakeFirstOrThrow()).id;
}

export async function insertHouseholdMembers(tx: Tx, orgId: string, rows: readonly NewHouseholdMember[]): Promise<void> {
  if (rows.length > 0) await tx.withTables<DB>().insertInto("people.householdMembers").values(rows.map((row) => ({ orgId, ...row }))).execute();
}

export async function endHouseholdMember(tx: Tx, orgId: string, id: string, untilOn: string): Promise<boolean> {
  const row = await tx.withTables<DB>().updateTable("people.householdMembers").set({ untilOn }).where("orgId", "=", orgId).where("id", "=", id).where("untilOn", "is", null).returning("id").executeTakeFirst();
  return row !== undefined;
}

/** Lets one transaction at a time change who lives with somebody. */
export async function lockHouseholdOf(tx: Tx, orgId: string, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`people.households|${orgId}|${personId}`}, 0))`.execute(tx);
}

/** A support as it was noted. */
export interface SupportRow {
  readonly id: string;
  readonly kind: SupportKind;
  readonly relationshipId: string | null;
  readonly name: string | null;
  readonly tie: Exclude<TieStrength, "unsaid">;
  readonly note: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

/** Supports of a person under any of their records, those of today first. */
export async function supportsOfRecords(tx: Tx, orgId: string, records: readonly string[]): Promise<SupportRow[]> {
  return await tx.withTables<DB>().selectFrom("people.supports").select(["id", "kind", "relationshipId", "name", "tie", "note", "fromOn", "untilOn"])
    .where("orgId", "=", orgId).where("personId", "in", [...records]).orderBy(sql`until_on nulls first`).orderBy("fromOn", "desc").orderBy("id").execute() as SupportRow[];
}

export async function insertSupport(tx: Tx, orgId: string, row: Omit<SupportRow, "id" | "untilOn"> & { personId: string; recordedBy: string; recordedByName: string }): Promise<string> {
  return (await tx.withTables<DB>().insertInto("people.supports").values({ orgId, ...row }).returning("id").executeTakeFirstOrThrow()).id;
}

/** Ends a support; the person it belongs to, or undefined when it was over already. */
export async function endSupports(tx: Tx, orgId: string, records: readonly string[], which: { id: string } | { relationshipId: string }, untilOn: string): Promise<number> {
  let query = tx.withTables<DB>().updateTable("people.supports").set({ untilOn: sql<string>`greatest(from_on, ${untilOn}::date)` }).where("orgId", "=", orgId).where("personId", "in", [...records]).where("untilOn", "is", null);
  query = "id" in which ? query.where("id", "=", which.id) : query.where("relationshipId", "=", which.relationshipId);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}
