import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Rewritten } from "../../model/decide-merge.ts";
import { MERGED_FIELDS } from "../../model/decide-merge.ts";
import { insertColumns } from "../insert-columns.ts";
import { anyOf } from "../any-of.ts";
import type { DB } from "../tables.generated.ts";

export interface Completion { readonly personId: string; readonly rewritten: Rewritten }

const TYPES: Readonly<Record<string, string>> = { birthOn: "date", deceasedOn: "date", communityId: "uuid", laneId: "uuid" };
const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Fills blank fields of many persons in one statement and notes what was filled, to take it back. */
export async function fillBlanks(tx: Tx, orgId: string, sourceId: string, rows: readonly Completion[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ personId }) => personId);
  const fields = [...MERGED_FIELDS, "birthPrecision"] as const;
  const arrays = fields.map((field) => sql`${rows.map(({ rewritten }) => rewritten[field]?.after ?? null)}::${sql.raw(TYPES[field] ?? "text")}[]`);
  const names = sql.join(fields.map((field) => sql.id(columnOf(field))));
  const sets = sql.join(fields.map((field) => sql`${sql.id(columnOf(field))} = coalesce(p.${sql.id(columnOf(field))}, q.${sql.id(columnOf(field))})`));
  await sql`update people.persons p set ${sets}, version = version + 1, changed_at = clock_timestamp()
    from unnest(${ids}::uuid[], ${sql.join(arrays)}) q(person_id, ${names}) where p.org_id = ${orgId} and p.id = q.person_id`.execute(tx);
  const earlier = new Map((await completionsOf(tx, orgId, sourceId, ids)).map(({ personId, rewritten }) => [personId, rewritten]));
  await deleteCompletions(tx, orgId, sourceId, [...earlier.keys()]);
  await insertColumns(tx, "people.completions", orgId, [
    { name: "source_id", type: "uuid", forAll: sourceId },
    { name: "person_id", type: "uuid", values: rows.map(({ personId }) => personId) },
    { name: "before", type: "jsonb", values: rows.map(({ personId, rewritten }) => JSON.stringify({ ...earlier.get(personId), ...rewritten })) },
  ]);
}

export async function completionsOf(tx: Tx, orgId: string, sourceId: string, ids: readonly string[]): Promise<Completion[]> {
  const rows = await tx.withTables<DB>().selectFrom("people.completions").select(["personId", "before"]).where("orgId", "=", orgId).where("sourceId", "=", sourceId).where("personId", "=", anyOf(ids)).execute();
  return rows.map(({ personId, before }) => ({ personId, rewritten: before as unknown as Rewritten }));
}

export async function deleteCompletions(tx: Tx, orgId: string, sourceId: string, ids: readonly string[]): Promise<void> {
  await tx.withTables<DB>().deleteFrom("people.completions").where("orgId", "=", orgId).where("sourceId", "=", sourceId).where("personId", "=", anyOf(ids)).execute();
}

/** Blanks fields again: for each field the persons that still hold what had been written. One statement a field. */
export async function blankAgain(tx: Tx, orgId: string, restores: readonly { personId: string; fields: Readonly<Record<string, string | null>> }[]): Promise<void> {
  const fields = new Set(restores.flatMap((restore) => Object.keys(restore.fields)));
  const of = (field: string) => restores.filter((restore) => field in restore.fields).map(({ personId }) => personId);
  if (fields.has("birthOn")) await sql`update people.persons set birth_on = null, birth_precision = null where org_id = ${orgId} and id = any(${of("birthOn")}::uuid[])`.execute(tx);
  for (const field of fields) {
    if (field === "birthOn" || field === "birthPrecision") continue;
    await sql`update people.persons set ${sql.id(columnOf(field))} = null where org_id = ${orgId} and id = any(${of(field)}::uuid[])`.execute(tx);
  }
  if (restores.length > 0) await sql`update people.persons set version = version + 1, changed_at = clock_timestamp() where org_id = ${orgId} and id = any(${restores.map(({ personId }) => personId)}::uuid[])`.execute(tx);
}
