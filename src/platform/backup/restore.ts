import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import copyStreams from "pg-copy-streams";
import { assertSeesEverything, type Manifest } from "./backup.ts";

/** Fills a freshly migrated, empty installation from a backup: all of it or nothing. */
export async function restore(owner: pg.Pool, folder: string): Promise<Manifest> {
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as Manifest;
  const client = await owner.connect();
  try {
    await assertSeesEverything(client);
    await client.query("begin");
    await assertFits(client, manifest);
    for (const table of manifest.tables) await copyIn(client, folder, table);
    // Work that had been asked for and not done goes back into the queue, which itself is not part of a backup.
    await client.query(`select graphile_worker.add_job('run-job', json_build_object('orgId', org_id, 'jobId', id), job_key => id::text, max_attempts => 5)
      from jobs.jobs where finished_at is null`);
    await client.query("commit");
    return manifest;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function assertFits(client: pg.PoolClient, manifest: Manifest): Promise<void> {
  if (manifest.format !== 1) throw new Error(`This backup has format ${String(manifest.format)}; this version reads format 1.`);
  const { rows } = await client.query<{ name: string; sha256: string }>("select name, sha256 from migrations.applied order by name");
  const differs = rows.length !== manifest.migrations.length || rows.some(({ name, sha256 }, index) => {
    const theirs = manifest.migrations[index];
    return theirs?.name !== name || theirs.sha256 !== sha256;
  });
  if (differs) throw new Error(`The backup was taken by another version (last migration ${manifest.migrations.at(-1)?.name}). Restore with that version, then upgrade.`);
  const { rows: [used] } = await client.query("select exists (select from identity.organizations) as full");
  if (used?.full) throw new Error("This installation already holds an organisation. Restore into an empty one: set LINLI_DATA to a new folder.");
}

async function copyIn(client: pg.PoolClient, folder: string, table: Manifest["tables"][number]): Promise<void> {
  const { rows: [before] } = await client.query(`select count(*)::int as n from ${table.name}`);
  if (before.n > 0) await client.query(`delete from ${table.name}`); // rows a migration had put there
  const hash = createHash("sha256");
  const hashing = new Transform({ transform(chunk: Buffer, _encoding, done) { hash.update(chunk); done(null, chunk); } });
  const target = client.query(copyStreams.from(`copy ${table.name} (${table.columns.join(", ")}) from stdin`));
  await pipeline(createReadStream(join(folder, table.file)), createGunzip(), hashing, target);
  if (hash.digest("hex") !== table.sha256) throw new Error(`${table.file} was changed since the backup was taken. Nothing was restored.`);
  if (target.rowCount !== table.rows) throw new Error(`${table.file} holds ${target.rowCount} rows, not ${table.rows}. Nothing was restored.`);
}
