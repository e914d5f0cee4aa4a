import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";

/** One column of many rows at once, with its PostgreSQL type. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly values: readonly unknown[];
}

/**
 * Inserts many rows in one statement, a column as one array: one parameter a column whatever the number of rows,
 * so the statement stays short and is planned once. `onConflict` is plain SQL, e.g. `do nothing`.
 */
export async function insertColumns(tx: Tx, table: string, orgId: string, columns: readonly Column[], onConflict?: string): Promise<void> {
  if ((columns[0]?.values.length ?? 0) === 0) return;
  const names = sql.join(columns.map(({ name }) => sql.id(name)));
  const arrays = sql.join(columns.map(({ type, values }) => sql`${values}::${sql.raw(type)}[]`));
  const conflict = onConflict ? sql`on conflict ${sql.raw(onConflict)}` : sql``;
  await sql`insert into ${sql.table(table)} (org_id, ${names}) select ${orgId}::uuid, t.* from unnest(${arrays}) t ${conflict}`.execute(tx);
}
