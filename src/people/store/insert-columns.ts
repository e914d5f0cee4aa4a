import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { arrayLiteral } from "#platform/db/many-rows.ts";

/** One column of many rows at once, with its PostgreSQL type: a value for each row, or one for all. */
export type Column = { readonly name: string; readonly type: string } & ({ readonly values: readonly unknown[] } | { readonly forAll: unknown });

/**
 * Inserts many rows in one statement, a column as one array: one parameter a column whatever the number of rows,
 * so the statement stays short and is planned once. `onConflict` is plain SQL, e.g. `do nothing`.
 */
export async function insertColumns(tx: Tx, table: string, orgId: string, columns: readonly Column[], onConflict?: string): Promise<void> {
  const varied = columns.filter((column) => "values" in column);
  const alike = [{ name: "org_id", type: "uuid", forAll: orgId }, ...columns.filter((column) => "forAll" in column)];
  if ((varied[0]?.values.length ?? 0) === 0) return;
  const names = sql.join([...alike, ...varied].map(({ name }) => sql.id(name)));
  const constants = sql.join(alike.map(({ type, forAll }) => sql`${forAll}::${sql.raw(type)}`));
  const arrays = sql.join(varied.map(({ type, values }) => sql`${arrayLiteral(values)}::${sql.raw(type)}[]`));
  const conflict = onConflict ? sql`on conflict ${sql.raw(onConflict)}` : sql``;
  await sql`insert into ${sql.table(table)} (${names}) select ${constants}, t.* from unnest(${arrays}) t ${conflict}`.execute(tx);
}
