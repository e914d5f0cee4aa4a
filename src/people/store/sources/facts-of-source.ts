import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";

const TABLES = ["contacts", "identifiers", "disability_facts", "situations", "role_episodes", "relationships", "interests", "languages"] as const;

/** Removes the dated facts that came from one source; of these persons only, when given. */
export async function deleteFactsOfSource(tx: Tx, orgId: string, sourceId: string, personIds?: readonly string[]): Promise<void> {
  const whose = personIds ? sql`and person_id = any(${personIds}::uuid[])` : sql``;
  for (const table of TABLES) await sql`delete from ${sql.table(`people.${table}`)} where org_id = ${orgId} and source_id = ${sourceId} ${whose}`.execute(tx);
}

/** Persons who have facts of a source without having come from it. */
export async function personsCompletedBy(tx: Tx, orgId: string, sourceId: string, after: string | null, limit: number): Promise<string[]> {
  const parts = TABLES.map((table) => sql`select person_id from ${sql.table(`people.${table}`)} where org_id = ${orgId} and source_id = ${sourceId}`);
  const { rows } = await sql<{ personId: string }>`
    select f.person_id from (${sql.join([...parts, sql`select person_id from people.completions where org_id = ${orgId} and source_id = ${sourceId}`], sql` union `)}) f
    join people.persons p on p.org_id = ${orgId} and p.id = f.person_id and p.source_id is distinct from ${sourceId}::uuid
    where ${after}::uuid is null or f.person_id > ${after}::uuid order by f.person_id limit ${limit}`.execute(tx);
  return rows.map(({ personId }) => personId);
}

/** Persons who came from a source and whose own fields nobody changed since. */
export async function untouchedPersonsOf(tx: Tx, orgId: string, sourceId: string, after: string | null, limit: number): Promise<{ id: string; untouched: boolean }[]> {
  const { rows } = await sql<{ id: string; untouched: boolean }>`
    select id, version = 1 and merged_into is null as untouched from people.persons
    where org_id = ${orgId} and source_id = ${sourceId} and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`.execute(tx);
  return rows;
}

/** Removes persons with what their source gave them. Returns false, having changed nothing, when somebody else refers to one of them. */
export async function deletePersonsOfSource(tx: Tx, orgId: string, sourceId: string, ids: readonly string[]): Promise<boolean> {
  await sql`savepoint persons_removal`.execute(tx);
  try {
    await deleteFactsOfSource(tx, orgId, sourceId, ids);
    await sql`delete from people.persons where org_id = ${orgId} and id = any(${ids}::uuid[])`.execute(tx);
    await sql`release savepoint persons_removal`.execute(tx);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== "23503") throw error;
    await sql`rollback to savepoint persons_removal`.execute(tx);
    return false;
  }
}
