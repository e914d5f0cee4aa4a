import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { runMigrations } from "graphile-worker";
import type pg from "pg";

const FOLDER = new URL("../../../migrations/", import.meta.url);
/** One number for all who migrate this database, so that two starts at once take turns. */
const LOCK = 7_411_001;

/** Brings the database up to date: the job queue's own tables, then `migrations/*.sql` in order, each in one transaction. */
export async function migrate(owner: pg.Pool): Promise<string[]> {
  const client = await owner.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await prepareRoles(client);
    await runMigrations({ pgPool: owner });
    await client.query(`create schema if not exists migrations`);
    await client.query(`create table if not exists migrations.applied (name text primary key, sha256 text not null, at timestamptz not null default now())`);
    await client.query(`grant usage on schema migrations to linli_app; grant select on migrations.applied to linli_app`);
    return await applyMissing(client);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [LOCK]).catch(() => {});
    client.release();
  }
}

async function applyMissing(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>("select name, sha256 from migrations.applied");
  const applied = new Map(rows.map((row) => [row.name, row.sha256]));
  const fresh: string[] = [];
  for (const { name, sql, sha256 } of await migrationFiles()) {
    const known = applied.get(name);
    if (known === sha256) continue;
    if (known) throw new Error(`Migration ${name} was changed after it had been applied. Migrations only move forward: restore it and add a new one.`);
    await inTransaction(client, async () => {
      await client.query(sql);
      await client.query("insert into migrations.applied (name, sha256) values ($1, $2)", [name, sha256]);
    });
    fresh.push(name);
  }
  return fresh;
}

/** The migrations shipped with this version, in order. */
export async function migrationFiles(): Promise<{ name: string; sql: string; sha256: string }[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(names.map(async (name) => {
    const sql = await readFile(new URL(name, FOLDER), "utf8");
    return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  }));
}

async function prepareRoles(client: pg.PoolClient): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = 'linli_app') then
      create role linli_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    end if;
  exception when duplicate_object or unique_violation then null; end $$`);
  await client.query(`alter role linli_app set plan_cache_mode = force_custom_plan`).catch(() => {}); // a setting, not a need
  await client.query(`do $$ begin
    if not pg_has_role(current_user, 'linli_app', 'member') then execute format('grant linli_app to %I', current_user); end if;
  end $$`);
}

async function inTransaction(client: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await work();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
