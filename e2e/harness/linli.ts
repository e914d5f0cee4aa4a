import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { openDatabase } from "../../src/app/server/database.ts";
import { readSettings, type Settings } from "../../src/app/server/settings.ts";
import { serve, type Running } from "../../src/app/server/serve.ts";
import { openInstallation } from "../../src/app/server/web.ts";
import { createOrganization } from "../../src/identity/index.ts";
import { loadMasterKey } from "../../src/platform/secrets/master-key.ts";
import { databaseUrl } from "../../src/platform/testing/database-url.ts";
import type { Installation } from "../../src/platform/web/context.ts";

/** A whole Linli of this file's own: server, worker and database. */
export interface Linli {
  readonly url: string;
  /** What the terminal shows at the start. */
  readonly banner: readonly string[];
  /** The same installation, to prepare by services what a journey begins with. */
  readonly installation: Installation;
}

/** Starts Linli before the file's journeys and removes every trace afterwards. A demonstration is filled with its made-up people unless told otherwise. */
export function linli({ demo = false, filled = demo, embedded = false }: { demo?: boolean; filled?: boolean; embedded?: boolean } = {}): Linli {
  let running: Running | undefined;
  let installation: Installation | undefined;
  let cleanUp = async () => {};
  beforeAll(async () => {
    process.env.LINLI_LOG ??= "warn";
    const dataDir = await mkdtemp(join(tmpdir(), "linli-e2e-"));
    const { url, drop } = await ownDatabase(embedded);
    const settings = readSettings({ ...process.env, PORT: "0", HOST: "127.0.0.1", LINLI_DATA: dataDir, DATABASE_URL: url }, demo ? ["--demo"] : []);
    if (demo && !filled) await foundEmpty(settings);
    running = await serve(settings, () => {});
    const beside = await openDatabase(settings, "command");
    installation = openInstallation({
      db: beside.db, masterKey: await loadMasterKey(dataDir), mode: demo ? "demo" : "normal", setupCode: () => null, origin: () => `http://localhost:${running!.port}`,
      reportBug: (error) => { throw error; },
    });
    cleanUp = async () => { await beside.stop(); await running?.stop(); await drop(); await rm(dataDir, { recursive: true, force: true }); };
  });
  afterAll(() => cleanUp());
  return {
    get url() { return `http://localhost:${running!.port}`; },
    get banner() { return running!.banner; },
    get installation() { return installation!; },
  };
}

/** Where an organisation stands already, the demonstration adds nothing. */
async function foundEmpty(settings: Settings): Promise<void> {
  const database = await openDatabase(settings, "serve");
  await createOrganization(database.db, await loadMasterKey(settings.dataDir), { name: "青云协同社会工作服务中心", slug: "qingyun", mode: "demo" });
  await database.stop();
}

/** A database of its own on the run's server; where the embedded one is wanted, Linli brings it, unless `TEST_DATABASE_URL` says where to test. */
async function ownDatabase(embedded: boolean): Promise<{ url: string | undefined; drop(): Promise<void> }> {
  if (embedded && !process.env.TEST_DATABASE_URL) return { url: undefined, drop: async () => {} };
  const server = inject("pgOwnerUrl");
  const name = `linli_e2e_${randomUUID().replaceAll("-", "")}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`create database ${name} encoding 'UTF8' template template0`);
  return { url: databaseUrl(server, name), drop: () => run(`drop database if exists ${name} with (force)`) };
}
