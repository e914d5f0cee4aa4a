import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { NewRelationship } from "../../model/relationship.ts";
import type { DB } from "../tables.generated.ts";

export interface Relative {
  readonly id: string;
  /** The person whose relative this is, as the row was written. */
  readonly personId: string;
  /** The relative's own record, if they have one; the survivor when it was merged. */
  readonly otherId: string | null;
  readonly otherName: string;
  readonly otherPhone: string | null;
  /** What the relative is to the person. */
  readonly relation: string;
  readonly isGuardian: boolean;
  readonly isCarer: boolean;
  readonly contactRule: "may" | "must_not" | "unknown";
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  /** False when the row was written from the relative's side. */
  readonly forward: boolean;
  readonly version: number;
}

/** Relatives of many persons, from both ends of a row; guardianship and care are told from the end they were written on. */
export async function relativesOfRecords(tx: Tx, orgId: string, ids: readonly string[]): Promise<Relative[]> {
  const { rows } = await sql<Relative>`
    select r.id, r.person_id, coalesce(o.merged_into, o.id) as other_id, coalesce(o.name, r.other_name) as other_name, r.other_phone, r.relation, r.is_guardian, r.is_carer,
        r.contact_rule, r.from_on, r.until_on, true as forward, r.version
      from people.relationships r left join people.persons o on o.org_id = ${orgId} and o.id = r.other_id
      where r.org_id = ${orgId} and r.person_id = any(${ids}::uuid[])
    union all
    select r.id, r.other_id, coalesce(p.merged_into, p.id), p.name, null, coalesce(r.inverse, '←' || r.relation), false, false, r.contact_rule, r.from_on, r.until_on, false, r.version
      from people.relationships r join people.persons p on p.org_id = ${orgId} and p.id = r.person_id
      where r.org_id = ${orgId} and r.other_id = any(${ids}::uuid[])
    order by until_on nulls first, is_guardian desc, is_carer desc, id`.execute(tx);
  return rows;
}

export async function insertRelationships(tx: Tx, orgId: string, rows: readonly NewRelationship[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const added = await tx.withTables<DB>().insertInto("people.relationships").values(rows.map((row) => ({
    orgId, personId: row.personId, otherId: row.otherId ?? null, otherName: row.otherId ? null : row.otherName ?? null, otherPhone: row.otherPhone ?? null,
    relation: row.relation, inverse: row.inverse ?? null, isGuardian: row.isGuardian ?? false, isCarer: row.isCarer ?? false,
    contactRule: row.contactRule ?? "unknown", fromOn: row.fromOn ?? null, untilOn: row.untilOn ?? null,
  }))).returning("id").execute();
  return added.map(({ id }) => id);
}

/** Reads one relationship and holds its row lock. */
export async function lockRelationship(tx: Tx, orgId: string, id: string) {
  return tx.withTables<DB>().selectFrom("people.relationships").selectAll().where("orgId", "=", orgId).where("id", "=", id).forUpdate().executeTakeFirst();
}

export async function updateRelationship(tx: Tx, orgId: string, id: string, fields: { untilOn?: string; otherId?: string; otherName?: null }): Promise<void> {
  await tx.withTables<DB>().updateTable("people.relationships").set((row) => ({ ...fields, version: row("version", "+", 1) })).where("orgId", "=", orgId).where("id", "=", id).execute();
}
