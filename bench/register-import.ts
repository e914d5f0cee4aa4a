/**
 * Measures the whole import of a register (upload, check, accept, apply) against a raw COPY of the same clean rows
 * into one plain table, in the same run: `node bench/register-import.ts [rows …]`, by default 1367 and 100000.
 * `TEST_DATABASE_URL` names a server; otherwise the embedded one is started.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { finished, pipeline } from "node:stream/promises";
import { sql } from "kysely";
import { from as copyFrom } from "pg-copy-streams";
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

/** Rows of one file, some 50 MB. */
const MOST_A_FILE = 250_000;
/** Columns of the made-up register. */
const COLUMNS = 19;

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

/** A file holds at most 100 MB, so a longer register comes in several, one after another, into one organisation. */
async function measure(rows: number): Promise<void> {
  const session = aSession();
  const spent = { checking: 0, applying: 0, cpu: 0 };
  const plain = join(folder, `${rows}.txt`);
  peakMB = 0;
  for (let from = 0; from < rows; from += MOST_A_FILE) {
    const path = join(folder, `${rows}-${from}.csv`);
    const truth = await writeRegister(path, Math.min(MOST_A_FILE, rows - from), 7, { format: "csv", clean: true, from });
    const one = await importFile(session, path, truth.distinctPersons);
    for (const key of Object.keys(spent) as (keyof typeof spent)[]) spent[key] += one[key];
    await appendPlain(path, plain);
  }
  const peak = peakMB;
  const copied = rows / await copyBare(plain);
  const perSecond = rows / (spent.checking + spent.applying);
  const cell = (value: number | string, width: number) => String(value).padEnd(width);
  console.log(cell(rows, 10) + cell(spent.checking.toFixed(1), 9) + cell(spent.applying.toFixed(1), 9) + cell(Math.round(perSecond), 9)
    + cell(Math.round(copied), 13) + cell((copied / perSecond).toFixed(1), 8) + cell(spent.cpu.toFixed(1), 11) + Math.round(peak));
}

/** Seconds to check (upload included) and to apply one file, and of the processor of this process. */
async function importFile(session: Session, path: string, persons: number): Promise<{ checking: number; applying: number; cpu: number }> {
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
  if (createdCount !== persons) throw new Error(`${createdCount} persons instead of ${persons}`);
  return { checking: (checked - began) / 1000, applying: (applied - checked) / 1000, cpu: (user + system) / 1e6 };
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

/** Adds the rows of a file to a text that COPY reads. */
async function appendPlain(path: string, plain: string): Promise<void> {
  const file = await openFile({ path });
  const to = createWriteStream(plain, { flags: "a" });
  for await (const { rowNumber, cells } of file.sheets[0]!.rows()) {
    if (rowNumber === 1) continue;
    const line = Array.from({ length: COLUMNS }, (_, column) => cells[column]?.text || "\\N").join("\t");
    if (!to.write(`${line}\n`)) await once(to, "drain");
  }
  file.close();
  to.end();
  await finished(to);
}

/** Seconds for COPY of the same rows into a table of texts. */
async function copyBare(plain: string): Promise<number> {
  const owner = openDb(scratch.owner);
  await sql`create table if not exists public.bare_copy (${sql.join(Array.from({ length: COLUMNS }, (_, column) => sql.raw(`c${column} text`)))})`.execute(owner);
  await sql`truncate public.bare_copy`.execute(owner);
  const client = await scratch.owner.connect();
  const began = performance.now();
  await pipeline(createReadStream(plain, { highWaterMark: 1024 * 1024 }), client.query(copyFrom("copy public.bare_copy from stdin")));
  client.release();
  return (performance.now() - began) / 1000;
}
