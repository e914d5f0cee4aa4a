import { join } from "node:path";
import type pg from "pg";
import { connectPool, openDb, type Db } from "../../platform/db/connect.ts";
import { migrate } from "../../platform/db/migrate.ts";
import { startPostgres } from "../../platform/postgres/supervisor.ts";
import type { Settings } from "./settings.ts";

/** The database this process works on. */
export interface Database {
  readonly db: Db;
  /** The owner's pool: migrations, the job queue, backup. Services never see it. */
  readonly owner: pg.Pool;
  readonly app: pg.Pool;
  /** For the start banner, e.g. `embedded PostgreSQL 18.4`. */
  readonly name: string;
  readonly migrated: readonly string[];
  /** True for the embedded one, which only this process serves from. */
  readonly alone: boolean;
  stop(): Promise<void>;
}

/** Starts or reaches the database and brings it up to date. `command` works beside a running server. */
export async function openDatabase(settings: Settings, purpose: "serve" | "command", log?: (line: string) => void): Promise<Database> {
  const embedded = settings.databaseUrl === undefined
    ? await startPostgres({ dataDir: join(settings.dataDir, "postgres"), purpose, ...(log && { log }) })
    : null;
  const ownerUrl = embedded?.ownerUrl ?? settings.databaseUrl!;
  const owner = connectPool({ url: ownerUrl, maxConnections: 6, statementTimeoutMs: 0 });
  const migrated = await migrate(owner);
  // One's own server: the app's role is taken at connect unless a login of its own is given.
  const app = embedded
    ? connectPool({ url: embedded.appUrl, maxConnections: 20 })
    : connectPool({ url: process.env.APP_DATABASE_URL ?? ownerUrl, ...(!process.env.APP_DATABASE_URL && { role: "linli_app" }), maxConnections: 20 });
  const { rows: [server] } = await owner.query<{ version: string }>("select current_setting('server_version') as version");
  return {
    db: openDb(app), owner, app, migrated, alone: embedded !== null,
    name: `${embedded ? "embedded PostgreSQL" : "PostgreSQL"} ${server!.version.split(" ")[0]}`,
    async stop() {
      await app.end();
      await owner.end();
      await embedded?.stop();
    },
  };
}
