import { access, constants, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { listPublicOrganizations } from "../../identity/index.ts";
import { verifyChain } from "../../platform/audit/verify.ts";
import { migrationFiles } from "../../platform/db/migrate.ts";
import { loadMasterKey } from "../../platform/secrets/master-key.ts";
import { findChromium } from "../../platform/print/chromium.ts";
import { openDatabase, type Database } from "../server/database.ts";
import { readSettings, type Settings } from "../server/settings.ts";
import { openInstallation } from "../server/web.ts";

interface Finding {
  readonly ok: boolean;
  readonly what: string;
  /** What to do when it is not well. */
  readonly remedy?: string;
}

const MIN_FREE_BYTES = 2 * 1024 ** 3;

/** `linli doctor`: looks at everything an operator would check, and says what to do. Changes nothing. */
export const doctorCommand = {
  name: ["doctor"],
  usage: "doctor",
  async run(args: readonly string[]): Promise<void> {
    const settings = readSettings(process.env, args);
    const findings = [...(await examineHouse(settings)), ...(await examineDatabase(settings))];
    for (const { ok, what, remedy } of findings) console.log(`${ok ? "✓" : "✗"} ${what}${!ok && remedy ? `\n    → ${remedy}` : ""}`);
    if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
  },
};

async function examineHouse({ dataDir }: Settings): Promise<Finding[]> {
  const writable = await access(dataDir, constants.W_OK).then(() => true, () => false);
  const free = await statfs(dataDir).then(({ bavail, bsize }) => bavail * bsize, () => 0);
  const keyFile = join(dataDir, "master.key");
  const mode = await stat(keyFile).then((found) => found.mode & 0o077, () => null);
  const chromium = findChromium();
  return [
    { ok: Number(process.versions.node.split(".")[0]) >= 22, what: `Node ${process.versions.node}`, remedy: "Start through npm start, which brings its own." },
    { ok: writable, what: `数据文件夹 data folder ${dataDir}`, remedy: "It is missing or read-only; run npm start once, or set LINLI_DATA." },
    { ok: free > MIN_FREE_BYTES, what: `可用空间 free space ${(free / 1024 ** 3).toFixed(1)} GB`, remedy: "Less than 2 GB is left: free some, or move LINLI_DATA." },
    { ok: mode === 0 || process.env.LINLI_MASTER_KEY !== undefined, what: `主密钥 master key ${mode === null ? "absent" : "present"}`, remedy: mode === null ? "Run npm start once, or put the key back." : `chmod 600 ${keyFile}` },
    { ok: chromium !== null, what: `打印 PDF printing: ${chromium ?? "no Chromium"}`, remedy: "apt-get install chromium fonts-noto-cjk, or set CHROMIUM_PATH." },
  ];
}

async function examineDatabase(settings: Settings): Promise<Finding[]> {
  const database = await openDatabase(settings, "command").catch((error: Error) => error);
  if (database instanceof Error) return [{ ok: false, what: "数据库 database", remedy: database.message }];
  try {
    const { rows: [facts] } = await database.owner.query(`select current_setting('server_version_num')::int as version,
      (select pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as encoding,
      (select count(*)::int from migrations.applied) as migrations,
      (select count(*)::int from jobs.jobs where finished_at is null and coalesce(heartbeat_at, requested_at) < now() - interval '1 hour') as stuck,
      (select rolsuper or rolbypassrls from pg_roles where rolname = 'linli_app') as strong`);
    return [
      { ok: facts.version >= 150_000, what: `数据库 ${database.name}`, remedy: "PostgreSQL 15 or newer is needed." },
      { ok: facts.encoding === "UTF8", what: `编码 encoding ${facts.encoding}`, remedy: "Make the database anew with encoding UTF8." },
      { ok: facts.migrations === (await migrationFiles()).length, what: `迁移 migrations ${facts.migrations}`, remedy: "The database belongs to a newer version of Linli." },
      { ok: !facts.strong, what: "应用角色受行级安全约束 the app's role is bound by row-level security", remedy: "alter role linli_app nosuperuser nobypassrls" },
      { ok: facts.stuck === 0, what: `停住的任务 stuck jobs ${facts.stuck}`, remedy: "Start the server; they go on by themselves." },
      ...(await examineTrails(settings, database)),
    ];
  } finally {
    await database.stop();
  }
}

export async function examineTrails(settings: Settings, { db }: Database): Promise<Finding[]> {
  const installation = openInstallation({ db, masterKey: await loadMasterKey(settings.dataDir), mode: "normal", setupCode: () => null, origin: () => settings.origin, reportBug: () => {} });
  const findings: Finding[] = [];
  for (const { id, name } of await listPublicOrganizations(db)) {
    const report = await installation.systemSession(id, { name: "linli doctor", role: "system" }).read((tx) => verifyChain(tx, id));
    findings.push({
      ok: report.fault === null, what: `操作记录 audit trail · ${name} · ${report.entries} · ${report.headHash.slice(0, 16)}`,
      ...(report.fault && { remedy: `Entry ${report.fault.seq} is ${report.fault.kind}. Compare with a backup before anything else is done.` }),
    });
  }
  return findings;
}

