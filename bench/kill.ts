/**
 * Kills everything, the application and its database, in the middle of writing, and looks what became of what had been acknowledged:
 *   node bench/kill.ts [TIMES=20]
 * Eight writers add persons through the API, each request with an idempotency key; whatever got no answer is sent again with its key
 * after the restart. Then every acknowledged person must be there once, and the audit chain whole.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openDatabase } from "../src/app/server/database.ts";
import { readSettings } from "../src/app/server/settings.ts";
import { createOrganization } from "../src/identity/index.ts";
import { createAccessToken } from "../src/identity/service/tokens/create-access-token.ts";
import { givenMember, givenSignedIn } from "../src/identity/testing.ts";
import { loadMasterKey } from "../src/platform/secrets/master-key.ts";

const TIMES = Number(process.argv[2] ?? 20);
const WRITERS = 8;
const PORT = 4100 + Math.floor(Math.random() * 800);
const CLI = fileURLToPath(new URL("../src/app/cli.ts", import.meta.url));

interface Writer { readonly number: number; sent: number; unanswered: { name: string; key: string } | null }

const dataDir = await mkdtemp(join(tmpdir(), "linli-kill-"));
const env = { ...process.env, LINLI_DATA: dataDir, PORT: String(PORT), HOST: "127.0.0.1", DATABASE_URL: "", LINLI_LOG: "silent" };
const settings = readSettings(env, []);
const acknowledged = new Map<string, string>();
const wrong: string[] = [];
try {
  const token = await prepare();
  const writers = Array.from({ length: WRITERS }, (_, number): Writer => ({ number, sent: 0, unanswered: null }));
  const startsMs: number[] = [];
  for (let kill = 0; kill < TIMES; kill++) startsMs.push(await oneLife(token, writers, 200 + Math.random() * 1300));
  await oneLife(token, writers, 0); // whatever is still unanswered is sent once more
  console.log(JSON.stringify({ kills: TIMES, acknowledged: acknowledged.size, ...(await examine()), wrongAnswers: wrong.length, slowestStartMs: Math.round(Math.max(...startsMs)) }));
  if (wrong.length > 0) console.log(wrong.slice(0, 10).join("\n"));
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

/** An organisation and a token that may add persons; its secret. */
async function prepare(): Promise<string> {
  const database = await openDatabase(settings, "serve");
  const ground = { db: database.db, masterKey: await loadMasterKey(dataDir), now: () => new Date() };
  const orgId = await createOrganization(ground.db, ground.masterKey, { name: "青云协同社会工作服务中心", slug: "kill" });
  const { session } = await givenSignedIn(ground, await givenMember(ground, orgId, "worker"), orgId);
  const { token } = await createAccessToken(session, { name: "写入", scopes: ["people.write", "people.read"], lifetimeDays: 30 });
  await database.stop();
  return token;
}

/** Starts, writes for a while, and kills application and database at once; milliseconds until it was ready. */
async function oneLife(token: string, writers: readonly Writer[], livesMs: number): Promise<number> {
  const began = performance.now();
  const app = spawn(process.execPath, [CLI, "start"], { env, stdio: "ignore", detached: true });
  while (!(await fetch(`http://127.0.0.1:${PORT}/readyz`).then(({ ok }) => ok, () => false))) {
    if (app.exitCode !== null) throw new Error(`It did not start: exit ${app.exitCode}`);
    await pause(50);
  }
  const ready = performance.now() - began;
  const last = livesMs === 0;
  const life = { over: false };
  const work = writers.map((writer) => write(writer, token, () => life.over || (last && !writer.unanswered)));
  if (last) {
    await Promise.all(work);
    app.kill("SIGTERM");
    await once(app, "exit");
    return ready;
  }
  await pause(livesMs);
  const postmaster = Number((await readFile(join(dataDir, "postgres", "cluster", "postmaster.pid"), "utf8")).split("\n")[0]);
  process.kill(app.pid!, "SIGKILL");
  process.kill(postmaster, "SIGKILL");
  life.over = true;
  await Promise.all([...work, once(app, "exit")]);
  return ready;
}

async function write(writer: Writer, token: string, over: () => boolean): Promise<void> {
  while (!over()) {
    const { name, key } = writer.unanswered ??= { name: `写${writer.number}之${++writer.sent}`, key: crypto.randomUUID() };
    const answer = await fetch(`http://127.0.0.1:${PORT}/api/v1/people`, {
      method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": key }, body: JSON.stringify({ name, confirmed: true }),
    }).then(async (response) => ({ status: response.status, body: await response.json() as { id?: string } }), () => null);
    if (!answer || answer.status >= 500) { await pause(5); continue; } // no answer, or none that says it was kept
    writer.unanswered = null;
    if (answer.status === 201 && answer.body.id) acknowledged.set(name, answer.body.id);
    else wrong.push(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

async function examine(): Promise<{ lost: number; doubled: number; chain: string }> {
  const database = await openDatabase(settings, "serve");
  const { rows } = await database.owner.query<{ name: string; ids: string[] }>("select name, array_agg(id::text) as ids from people.persons group by name");
  await database.stop();
  const there = new Map(rows.map(({ name, ids }) => [name, ids]));
  const verify = spawn(process.execPath, [CLI, "audit", "verify"], { env, stdio: "ignore" });
  const [code] = await once(verify, "exit") as [number];
  return {
    lost: [...acknowledged].filter(([name, id]) => !there.get(name)?.includes(id)).length,
    doubled: rows.filter(({ ids }) => ids.length > 1).length,
    chain: code === 0 ? "whole" : "broken",
  };
}
