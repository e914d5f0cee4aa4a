/**
 * Measures the whole import of a register (upload, check, accept, apply) against a raw COPY of the same clean rows
 * into one plain table, in the same run: `node bench/register-import.ts [rows …]`, by default 1367 and 100000.
 * `TEST_DATABASE_URL` names a server; otherwise the embedded one is started.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { sql } from "kysely";
import { AccountId, OrgId } from "../src/kernel/ids.ts";
import { connectPool, openDb } from "../src/platform/db/connect.ts";
import { openSession, type Session } from "../src/platform/db/session.ts";
import { openFile } from "../src/platform/files/index.ts";
import { runJob } from "../src/platform/jobs/run-job.ts";
import { orgKeys } from "../src/platform/secrets/org-keys.ts";
import { scratchDatabase } from "../src/platform/testing/scratch-database.ts";
import { acceptImport, loadImport, uploadRegister } from "../src/register/index.ts";
import { jobs } from "../src/register/jobs/index.ts";
import { writeRegister } from "../src/register/testing.ts";

const sizes = process.argv.slice(2).map(Number);
const scratch = await scratchDatabase();
// As the application's own login has it, which takes on no role here.
await scratch.owner.query("do $$ begin execute format('alter database %I set plan_cache_mode = force_custom_plan', current_database()); end $$");
const pool = connectPool({ url: scratch.url, role: "linli_app", maxConnections: 4 });
const db = openDb(pool);
const folder = await mkdtemp(join(tmpdir(), "linli-bench-"));
let peakMB = 0;
const watch = setInterval(() => { peakMB = Math.max(peakMB, process.memoryUsage.rss() / 1_048_576); }, 50);
try {
  console.log("rows      check s  apply s  rows/s   COPY rows/s  ratio   own CPU s  peak RSS MB");
  for (const rows of sizes.length > 0 ? sizes : [1367, 100_000]) await measure(rows);
} finally {
  clearInterval(watch);
  await rm(folder, { recursive: true, force: true });
  await pool.end();
  await scratch.drop();
}

async function measure(rows: number): Promise<void> {
  const path = join(folder, `${rows}.csv`);
  const truth = await writeRegister(path, rows, 7, { format: "csv", clean: true });
  peakMB = 0;
  const session = aSession();
  const began = performance.now();
  const cpu = process.cpuUsage();
  const { id } = await uploadRegister(session, { name: "register.csv", bytes: await readFile(path) });
  await work(session, id);
  const checked = performance.now();
  const { row } = await session.read((tx) => loadImport(session, tx, id));
  await acceptImport(session, { importId: id, version: row.version });
  await work(session, id);
  const applied = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  const { row: { createdCount } } = await session.read((tx) => loadImport(session, tx, id));
  if (createdCount !== truth.distinctPersons) throw new Error(`${createdCount} persons instead of ${truth.distinctPersons}`);
  const copySeconds = await copyBare(path);
  const perSecond = rows / ((applied - began) / 1000);
  const copied = rows / copySeconds;
  const cell = (value: number | string, width: number) => String(value).padEnd(width);
  console.log(cell(rows, 10) + cell(((checked - began) / 1000).toFixed(1), 9) + cell(((applied - checked) / 1000).toFixed(1), 9) + cell(Math.round(perSecond), 9)
    + cell(Math.round(copied), 13) + cell((copied / perSecond).toFixed(1), 8) + cell(((user + system) / 1e6).toFixed(1), 11) + Math.round(peakMB));
}

/** The work the import waits for, done here. */
async function work(session: Session, id: string): Promise<void> {
  const { row } = await session.read((tx) => loadImport(session, tx, id));
  const kinds = new Map(jobs.map((kind) => [kind.kind, kind]));
  await runJob({ kinds, sessionFor: async () => session, systemSession: () => session, reportBug: (error) => { throw error; } }, { orgId: session.actor.orgId, jobId: row.jobId! });
}

function aSession(): Session {
  const orgId = OrgId.parse(randomUUID());
  const actor = { accountId: AccountId.parse(randomUUID()), orgId, name: "bench", role: "worker", capabilities: new Set(["register.import"]), personId: null, strong: true };
  return openSession({ db, actor, keys: orgKeys(randomBytes(32), orgId) });
}

/** Seconds for COPY of the rows, already read from the file, into a table of texts. */
async function copyBare(path: string): Promise<number> {
  const file = await openFile({ path });
  const lines: string[] = [];
  let width = 0;
  for await (const { rowNumber, cells } of file.sheets[0]!.rows()) {
    if (rowNumber === 1) width = cells.length;
    else lines.push(Array.from({ length: width }, (_, column) => cells[column]?.text || "\\N").join("\t"));
  }
  file.close();
  const owner = openDb(scratch.owner);
  await sql`create table if not exists public.bare_copy (${sql.join(Array.from({ length: width }, (_, column) => sql.raw(`c${column} text`)))})`.execute(owner);
  await sql`truncate public.bare_copy`.execute(owner);
  const { from } = await import("pg-copy-streams");
  const client = await scratch.owner.connect();
  const began = performance.now();
  const stream = client.query(from("copy public.bare_copy from stdin"));
  await new Promise<void>((resolve, reject) => {
    stream.on("finish", () => resolve()).on("error", reject);
    for (let start = 0; start < lines.length; start += 5000) stream.write(`${lines.slice(start, start + 5000).join("\n")}\n`);
    stream.end();
  });
  client.release();
  return (performance.now() - began) / 1000;
}
