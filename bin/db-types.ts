/**
 * Writes each slice's table types from a freshly migrated database, or with `--verify` fails on a drift:
 *   node bin/db-types.ts [--verify]
 * The database is the truth. `TEST_DATABASE_URL` names a server to use; otherwise the embedded one is started for the purpose.
 */
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { generate, PostgresDialect } from "kysely-codegen";
import pg from "pg";
import { CamelCasePlugin, Kysely, PostgresDialect as Dialect } from "kysely";
import { scratchDatabase } from "../src/platform/testing/scratch-database.ts";

/** Schemas of the platform share one file; every other schema belongs to the slice of its name. */
const PLATFORM = ["platform", "audit", "jobs", "notify"];
const TEXT = "string";
const OPTIONS = {
  dialect: new PostgresDialect({ dateParser: "string", numericParser: "number" }),
  camelCase: true, dateParser: "string", numericParser: "number",
  typeMapping: { timestamptz: TEXT, date: TEXT, time: TEXT, int8: "number" },
} as const;

const verify = process.argv.includes("--verify");
const scratch = await scratchDatabase();
let drifted = 0;
try {
  const { rows } = await scratch.owner.query<{ schema: string }>(
    `select nspname as schema from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'graphile_worker', 'migrations')`);
  const slices = rows.map((row) => row.schema).filter((schema) => !PLATFORM.includes(schema));
  await write("src/platform/db/tables.generated.ts", `(${PLATFORM.join("|")}).*`);
  for (const slice of slices) await write(`src/${slice}/store/tables.generated.ts`, `${slice}.*`);
} finally {
  await scratch.drop();
}
if (drifted > 0) {
  console.error(`${drifted} file(s) differ from the migrated database. Run: node bin/db-types.ts`);
  process.exitCode = 1;
}

async function write(file: string, includePattern: string): Promise<void> {
  const db = new Kysely<never>({ dialect: new Dialect({ pool: new pg.Pool({ connectionString: scratch.url, max: 2 }) }), plugins: [new CamelCasePlugin()] });
  const generated = await generate({ ...OPTIONS, db, includePattern, outFile: null } as never).finally(() => db.destroy()) as unknown as string;
  const text = generated.replace("export interface DB {", "export type DB = {"); // Kysely's withTables wants a type, not an interface
  const known = existsSync(file) ? await readFile(file, "utf8") : "";
  if (known === text) return;
  if (verify) { drifted++; console.error(`drift: ${file}`); return; }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(`wrote ${file}`);
}
