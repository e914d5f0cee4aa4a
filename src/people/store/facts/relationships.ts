import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { NewRelationship } from "../../model/relationship.ts";
import { NO_NAME } from "../persons/person-cards.ts";
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

/** What the other of a relationship is or may be, from a day to a day. */
export const MARK_KINDS = ["guardian", "carer", "may_contact", "must_not_contact"] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Relatives of many persons, from both ends of a row; guardianship and care are told from the end they were written on. Marks are those of today. */
export async function relativesOfRecords(tx: Tx, orgId: string, ids: readonly string[]): Promise<Relative[]> {
  const { rows } = await sql<Relative>`
    select r.id, r.person_id, coalesce(o.merged_into, o.id) as other_id, case when os.withheld_on is not null then ${NO_NAME} else coalesce(o.name, r.other_name) end as other_name, case when coalesce(os.withheld_on, os.no_contact_on) is null then r.other_phone end as other_phone, r.relation,
        'guardian' = any(m.kinds) as is_guardian, 'carer' = any(m.kinds) as is_carer, ${RULE} as contact_rule, r.from_on, r.until_on, true as forward, r.version
      from people.relationships r ${marksOf(orgId)} left join people.persons o on o.org_id = ${orgId} and o.id = r.other_id
        left join people.persons os on os.org_id = ${orgId} and os.id = case when o.merged_into is null then o.id else o.merged_into end
      where r.org_id = ${orgId} and r.person_id = any(${ids}::uuid[])
    union all
    select r.id, r.other_id, coalesce(p.merged_into, p.id), case when ps.withheld_on is not null then ${NO_NAME} else p.name end, null, coalesce(r.inverse, '←' || r.relation), false, false, ${RULE}, r.from_on, r.until_on, false, r.version
      from people.relationships r ${marksOf(orgId)} join people.persons p on p.org_id = ${orgId} and p.id = r.person_id
        join people.persons ps on ps.org_id = ${orgId} and ps.id = case when p.merged_into is null then p.id else p.merged_into end
      where r.org_id = ${orgId} and r.other_id = any(${ids}::uuid[])
    order by until_on nulls first, is_guardian desc, is_carer desc, id`.execute(tx);
  return rows;
}

const RULE = sql`case when 'must_not_contact' = any(m.kinds) then 'must_not' when 'may_contact' = any(m.kinds) then 'may' else 'unknown' end`;
/** The marks of a row `r` that hold; of one that has ended, those it ended with. */
const marksOf = (orgId: string) => sql`cross join lateral (select coalesce(array_agg(k.kind), '{}') as kinds from people.relationship_marks k
  where k.org_id = ${orgId} and k.relationship_id = r.id and (k.until_on is null or k.until_on = r.until_on)) m`;

export async function insertRelationships(tx: Tx, orgId: string, rows: readonly NewRelationship[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const added = await tx.withTables<DB>().insertInto("people.relationships").values(rows.map((row) => ({
    orgId, personId: row.personId, otherId: row.otherId ?? null, otherName: row.otherId ? null : row.otherName ?? null, otherPhone: row.otherPhone ?? null,
    relation: row.relation, inverse: row.inverse ?? null, fromOn: row.fromOn ?? null, untilOn: row.untilOn ?? null,
  }))).returning("id").execute();
  const marks = rows.flatMap((row, index) => marksSaid(row).map((kind) => ({ orgId, relationshipId: added[index]!.id, kind, fromOn: row.fromOn ?? null, untilOn: row.untilOn ?? null })));
  if (marks.length > 0) await tx.withTables<DB>().insertInto("people.relationshipMarks").values(marks).execute();
  return added.map(({ id }) => id);
}

/** The marks a new relationship is said to have. */
export function marksSaid({ isGuardian, isCarer, contactRule }: { isGuardian?: boolean | undefined; isCarer?: boolean | undefined; contactRule?: "may" | "must_not" | "unknown" | undefined }): MarkKind[] {
  return [...(isGuardian ? ["guardian" as const] : []), ...(isCarer ? ["carer" as const] : []), ...(contactRule === "may" ? ["may_contact" as const] : contactRule === "must_not" ? ["must_not_contact" as const] : [])];
}

/** One mark of a relationship. */
export interface Mark {
  readonly id: string;
  readonly relationshipId: string;
  readonly kind: MarkKind;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

/** Every mark these relationships have or had, the latest first. */
export async function marksOfRelationships(tx: Tx, orgId: string, ids: readonly string[]): Promise<Mark[]> {
  if (ids.length === 0) return [];
  return await tx.withTables<DB>().selectFrom("people.relationshipMarks").select(["id", "relationshipId", "kind", "fromOn", "untilOn"])
    .where("orgId", "=", orgId).where("relationshipId", "in", [...ids]).orderBy(sql`from_on desc nulls last`).orderBy("id").execute() as Mark[];
}

export async function insertMark(tx: Tx, orgId: string, mark: { relationshipId: string; kind: MarkKind; fromOn: string }): Promise<boolean> {
  const added = await tx.withTables<DB>().insertInto("people.relationshipMarks").values({ orgId, ...mark }).onConflict((clash) => clash.doNothing()).returning("id").executeTakeFirst();
  return added !== undefined;
}

/** Ends the marks of these kinds that hold; of every kind when none is named. */
export async function endMarks(tx: Tx, orgId: string, relationshipId: string, untilOn: string, kinds: readonly MarkKind[] = MARK_KINDS): Promise<number> {
  const ended = await tx.withTables<DB>().updateTable("people.relationshipMarks").set({ untilOn: sql<string>`greatest(from_on, ${untilOn}::date)` })
    .where("orgId", "=", orgId).where("relationshipId", "=", relationshipId).where("kind", "in", [...kinds]).where("untilOn", "is", null).executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

/** Reads one relationship and holds its row lock. */
export async function lockRelationship(tx: Tx, orgId: string, id: string) {
  return tx.withTables<DB>().selectFrom("people.relationships").selectAll().where("orgId", "=", orgId).where("id", "=", id).forUpdate().executeTakeFirst();
}

export async function updateRelationship(tx: Tx, orgId: string, id: string, fields: { untilOn?: string; otherId?: string; otherName?: null }): Promise<void> {
  await tx.withTables<DB>().updateTable("people.relationships").set((row) => ({ ...fields, version: row("version", "+", 1) })).where("orgId", "=", orgId).where("id", "=", id).execute();
}
