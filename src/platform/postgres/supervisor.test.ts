import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { programOf, readPostmaster } from "./postmaster.ts";
import { startPostgres, type Supervised } from "./supervisor.ts";

/** Used data, for tests that do not ask how they are made; one test after the other lives on them. */
let used: string;
let folder: string;
const started: Supervised[] = [];

beforeAll(async () => {
  used = await mkdtemp(join(tmpdir(), "linli-supervisor-"));
  await (await startPostgres({ dataDir: used })).stop();
});
afterAll(() => rm(used, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "linli-supervisor-"));
});
afterEach(async () => {
  const hosts = started.map(({ ownerUrl }) => new URL(ownerUrl).searchParams.get("host") ?? "");
  for (const server of started.splice(0)) await server.stop();
  const gone = folder === used ? hosts : [folder, ...hosts];
  for (const path of gone) await rm(path, { recursive: true, force: true, maxRetries: 5 });
});

async function useData(): Promise<void> {
  await rm(folder, { recursive: true });
  folder = used;
}

async function start(more: Partial<Parameters<typeof startPostgres>[0]> = {}): Promise<Supervised> {
  const server = await startPostgres({ dataDir: folder, ...more });
  started.push(server);
  return server;
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const keep = (server: Supervised, word: string) =>
  ask(server.ownerUrl, `drop table if exists kept; create table kept (word text); insert into kept values ('${word}')`);
const kept = async (server: Supervised) => (await ask<{ word: string }>(server.ownerUrl, "select word from kept order by 1")).map(({ word }) => word);
const pidOf = async () => (await readPostmaster(join(folder, "cluster")))!.pid;

/** A program that starts the database and is killed at once, as by a power cut of its own. */
async function startAndDie(): Promise<void> {
  const script = `const { startPostgres } = await import(${JSON.stringify(new URL("./supervisor.ts", import.meta.url).href)});
    await startPostgres({ dataDir: ${JSON.stringify(folder)} }); process.kill(process.pid, "SIGKILL");`;
  const [, signal] = await once(spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "inherit" }), "exit");
  expect(signal).toBe("SIGKILL");
}

test("the first start creates everything, the second finds it again", async () => {
  const first = await start();
  expect(first).toMatchObject({ attached: false, version: expect.stringMatching(/^1[5-9]\./) });
  await keep(first, "邻里");
  const [app] = await ask(first.appUrl, `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
    current_setting('plan_cache_mode') as plans, current_setting('fsync') as fsync, current_setting('listen_addresses') as listens
    from pg_roles where rolname = current_user`);
  expect(app).toEqual({ rolname: "linli_app", rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false,
    plans: "force_custom_plan", fsync: "on", listens: "" });
  const [word] = await ask(first.ownerUrl, "select '陆' ~ '^[[:alpha:]]$' as is_letter, lower('É') as lower, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'linli'");
  expect(word).toEqual({ is_letter: true, lower: "é", encoding: "UTF8" });

  await first.stop();
  expect(await readPostmaster(join(folder, "cluster"))).toBeUndefined();
  expect(await kept(await start())).toEqual(["邻里"]);
});

test("runs where only root may walk, under another account than root", async () => {
  await chmod(folder, 0o700);
  folder = join(folder, "社区 数据");
  await mkdir(folder);
  await keep(await start(), "1");
  const cluster = await stat(join(folder, "cluster"));
  expect(cluster.mode & 0o777).toBe(0o700);
  expect(cluster.uid === 0).toBe(false);
});

test("a killed server is started again at the same address and has lost nothing", async () => {
  await useData();
  const server = await start();
  await keep(server, "before");
  const killed = await pidOf();
  process.kill(killed, "SIGKILL");
  await expect.poll(() => kept(server).catch(() => []), { timeout: 15_000 }).toEqual(["before"]);
  expect(await pidOf()).not.toBe(killed);
});

test("program and server both killed: the next start recovers", async () => {
  await useData();
  const first = await start();
  await keep(first, "before");
  await first.stop();
  await startAndDie();
  process.kill(await pidOf(), "SIGKILL");
  const next = await start();
  expect(next.attached).toBe(false);
  expect(await kept(next)).toEqual(["before"]);
});

test("a program that is killed leaves the server to the next one", async () => {
  await useData();
  await startAndDie();
  const pid = await pidOf();
  const next = await start();
  expect(next.attached).toBe(true);
  expect(await pidOf()).toBe(pid);
  await next.stop();
  expect(await programOf(pid)).toBe("gone");
});

test("a second service on the same folder is refused; a command works beside the first and leaves it running", async () => {
  await useData();
  const service = await start();
  await expect(start()).rejects.toThrow(/already running on this data folder \(linli serve, process \d+\)/);
  const command = await start({ purpose: "command" });
  expect(command.attached).toBe(true);
  await command.stop();
  await keep(service, "still here");
  const pid = await pidOf();
  await service.stop();
  expect(await programOf(pid)).toBe("gone");
});

test("whoever leaves last puts out the light, even a command that outlives the service", async () => {
  await useData();
  const service = await start();
  const command = await start({ purpose: "command" });
  await service.stop();
  await keep(command, "still here");
  const pid = await pidOf();
  await command.stop();
  expect(await programOf(pid)).toBe("gone");
});

test("several first starts at once share one server", async () => {
  const all = await Promise.all([1, 2, 3].map(() => start({ purpose: "command" })));
  await Promise.all(all.map((server, i) => ask(server.ownerUrl, `create table t${i} ()`)));
  expect(await ask(all[0]!.ownerUrl, "select tablename from pg_tables where schemaname = 'public' order by 1")).toHaveLength(3);
});

test("data copied here as root are handed to the account that serves them", async () => {
  await cp(join(used, "cluster"), join(folder, "cluster"), { recursive: true });
  await keep(await start(), "moved");
});

test("a lock file that names some other program does not block the start", async () => {
  await useData();
  await (await start()).stop();
  await writeFile(join(folder, "cluster", "postmaster.pid"), `${process.pid}\n${folder}\n`);
  await keep(await start(), "1");
});

test("a server whose socket was cleaned away is restarted, not waited for", async () => {
  await useData();
  await startAndDie();
  const left = (await readPostmaster(join(folder, "cluster")))!;
  await rm(left.socketFolder, { recursive: true });
  const next = await start();
  expect(next.attached).toBe(false);
  await keep(next, "1");
}, 30_000);

test("data of another version is refused with a way out and left alone", async () => {
  await mkdir(join(folder, "cluster"));
  await writeFile(join(folder, "cluster", "PG_VERSION"), "9\n");
  await expect(start()).rejects.toThrow(/made by PostgreSQL 9.*Nothing was changed/s);
});

test.each(["/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin"].filter((bin) => existsSync(bin)))(
  "a system PostgreSQL serves as well: %s", async (binDir) => {
    const server = await start({ binDir });
    await keep(server, "1");
    const [word] = await ask(server.ownerUrl, "select '陆' ~ '^[[:alpha:]]$' as is_letter");
    expect(word).toEqual({ is_letter: true });
  });
