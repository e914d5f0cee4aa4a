import type pg from "pg";

const SCHEMAS = "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker', 'migrations')";

/** What a request may leave behind without changing anything: signs of life, attempts counted, readings noted in the trail, and that a lead has learnt of incidents. */
const TRACES = new Set(["identity.sessions", "identity.sign_in_attempts", "identity.ceremonies", "identity.access_tokens", "audit.entries", "audit.heads", "platform.idempotency", "safeguarding.knowing"]);

/** Tables with rows of organisations, e.g. `people.persons`. */
export async function orgTables(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${SCHEMAS} and c.relkind in ('r', 'p') and c.relrowsecurity order by 1`);
  return rows.map(({ name }) => name);
}

/** A hash over every row, by table; what requests leave behind anyway is left out. */
export async function contentOf(owner: pg.Pool, orgId?: string): Promise<Record<string, string>> {
  const tables = (await orgTables(owner)).filter((name) => !TRACES.has(name));
  const parts = tables.map((name) => `select '${name}' as name, count(*) || ' rows ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as hash
    from ${name} t ${orgId === undefined ? "" : "where org_id = $1"}`);
  const { rows } = await owner.query<{ name: string; hash: string }>(parts.join(" union all "), orgId === undefined ? [] : [orgId]);
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** The values a check allows, when it lists them. */
  readonly known: readonly string[];
}

async function columnsOf(owner: pg.Pool, table: string): Promise<Column[]> {
  const { rows } = await owner.query<{ name: string; type: string; required: boolean; checks: string | null }>(
    `select a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull and not a.atthasdef as required,
       (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum`, [table]);
  return rows.map(({ checks, ...column }) => ({ ...column, known: /ARRAY\[/.test(checks ?? "") ? [...checks!.matchAll(/'([^']+)'::text/g)].map(([, value]) => value!) : [] }));
}

/**
 * Puts the mark at the end of every text of an organisation that no check limits to certain words, and into every JSON object.
 * Tables without a row get one. Answers the tables that stayed empty.
 */
export async function markEverything(owner: pg.Pool, orgId: string, mark: string): Promise<string[]> {
  const client = await owner.connect();
  const empty: string[] = [];
  try {
    await client.query("set session_replication_role = replica"); // append-only tables and keys give way, only here
    for (const table of await orgTables(owner)) {
      const columns = await columnsOf(owner, table);
      const { rows: [found] } = await client.query(`select 1 from ${table} where org_id = $1 limit 1`, [orgId]);
      if (!found && !(await addRow(client, table, columns, orgId, mark))) empty.push(table);
      if (table !== "people.search_tokens") for (const column of columns) await markColumn(client, table, column, orgId, mark);
    }
  } finally {
    await client.query("reset session_replication_role");
    client.release();
  }
  return empty;
}

async function markColumn(client: pg.PoolClient, table: string, { name, type, known }: Column, orgId: string, mark: string): Promise<void> {
  const value = type === "text" && known.length === 0 ? `${name} || $2`
    : type === "text[]" ? `${name} || array[$2]`
    : type === "jsonb" ? `case jsonb_typeof(${name}) when 'object' then ${name} || jsonb_build_object('mark', $2::text) when 'array' then ${name} || to_jsonb($2::text) else ${name} end` : null;
  if (value) await client.query(`update ${table} set ${name} = ${value} where org_id = $1 and ${name} is not null`, [orgId, mark]).catch(() => {}); // a check says no
}

/** Tries fuller and barer rows until the table's checks take one. */
async function addRow(client: pg.PoolClient, table: string, columns: readonly Column[], orgId: string, mark: string): Promise<boolean> {
  const needed = columns.filter(({ required, name }) => required || name === "org_id");
  const worded = columns.filter((column) => needed.includes(column) || column.type === "text" || column.type === "jsonb");
  const dated = columns.filter((column) => needed.includes(column) || column.type === "date");
  for (const some of [worded, needed, dated]) for (const text of [`${mark}-${mark}`, "a".repeat(64)]) {
    const values = some.map(({ name, type, known }, index) => (name === "org_id" ? orgId : sample(type, known, text, index)));
    const sql = `insert into ${table} (${some.map(({ name }) => name).join(", ")}) values (${some.map((_, index) => `$${index + 1}`).join(", ")})`;
    if (await client.query(sql, values).then(() => true, () => false)) return true;
  }
  return false;
}

/** Something of a column's type; times, days and ids grow from column to column, so that what must be in order is. */
function sample(type: string, known: readonly string[], text: string, nth: number): unknown {
  const two = String(nth + 1).padStart(2, "0");
  if (type === "uuid") return `${two}000000${crypto.randomUUID().slice(8)}`;
  if (type === "text") return known[0] ?? text;
  if (type === "jsonb") return JSON.stringify({ text });
  if (type === "bytea") return Buffer.alloc(32, 7);
  if (type === "boolean") return true;
  if (type === "date") return `2026-10-${two}`;
  if (type.startsWith("timestamp")) return `2026-10-${two}T00:00:00Z`;
  if (type.startsWith("time")) return `${two}:00`;
  if (type.endsWith("[]")) return type === "uuid[]" ? [] : type === "text[]" ? [text] : [1];
  return 1;
}
