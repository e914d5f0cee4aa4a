import type pg from "pg";

/** One table to copy, in an order in which what it refers to comes first. */
export interface TableCopy {
  /** `schema.table`, quoted where needed. */
  readonly name: string;
  /** Columns that are stored, not generated. */
  readonly columns: readonly string[];
}

const OWN = "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker', 'migrations')";

/** Every table of this installation, referred-to tables first. */
export async function tablesInOrder(client: pg.ClientBase): Promise<TableCopy[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select array_agg(format('%I', a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(distinct format('%I.%I', fn.nspname, f.relname)) from pg_constraint k
        join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid and not k.condeferrable), '{}') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OWN} and c.relkind = 'r' order by 1`);
  return sortByNeed(rows).map(({ name, columns }) => ({ name, columns }));
}

/** A topological order; a circle of references would make a restore impossible, so it is refused by name. */
export function sortByNeed<T extends { name: string; needs: readonly string[] }>(tables: readonly T[]): T[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const sorted = new Set<T>();
  const visit = (table: T, path: readonly string[]) => {
    if (sorted.has(table)) return;
    if (path.includes(table.name)) throw new Error(`Tables refer to each other in a circle: ${[...path, table.name].join(" → ")}`);
    for (const need of table.needs) { const other = byName.get(need); if (other) visit(other, [...path, table.name]); }
    sorted.add(table);
  };
  for (const table of tables) visit(table, []);
  return [...sorted];
}
