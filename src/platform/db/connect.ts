import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";

/** A handle on the database; a store narrows it to its own schema's tables with `withTables`. */
export type Db = Kysely<object>;
/** An open transaction, already bound to one organisation. */
export type Tx = Transaction<object>;

// Read once, centrally: instants as ISO text with microseconds (a JavaScript Date drops them and keyset paging
// would skip rows), calendar days as text, counts as numbers.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => text.replace(" ", "T").replace(/\+00$/, "Z"));
types.setTypeParser(pg.types.builtins.DATE, (text) => text);
types.setTypeParser(pg.types.builtins.TIME, (text) => text.slice(0, 5));
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export interface ConnectOptions {
  url: string;
  /** Take this role at connect, when the login itself is not the app's own. */
  role?: string;
  maxConnections?: number;
  /** Milliseconds a statement may take; long work asks for more in its own transaction. */
  statementTimeoutMs?: number;
}

/** Opens a pool. Sessions speak UTC; nothing else of the session is ever changed (PgBouncer in transaction mode stays possible). */
export function connectPool({ url, role, maxConnections = 10, statementTimeoutMs = 30_000 }: ConnectOptions): pg.Pool {
  const settings = [`-c timezone=UTC`, `-c jit=off`, `-c statement_timeout=${statementTimeoutMs}`, `-c idle_in_transaction_session_timeout=120000`];
  if (role) settings.push(`-c role=${role}`);
  const pool = new pg.Pool({ connectionString: url, max: maxConnections, options: settings.join(" "), types });
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", () => {}); // an idle connection lost is replaced on the next query
  return pool;
}

/** Kysely over a pool: snake_case in the database, camelCase in code, keys inside jsonb untouched. */
export function openDb(pool: pg.Pool, log?: (sql: string) => void): Db {
  return new Kysely<object>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    ...(log && { log: (event) => log(event.query.sql) }),
  });
}
