import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import copyStreams from "pg-copy-streams";
import { tablesInOrder } from "./tables.ts";

/** What stands in `manifest.json`. */
export interface Manifest {
  readonly format: 1;
  readonly takenAt: string;
  readonly migrations: readonly { name: string; sha256: string }[];
  readonly tables: readonly { name: string; columns: readonly string[]; file: string; rows: number; sha256: string }[];
}

/**
 * Copies every table of one instant (a repeatable-read snapshot) into a folder, compressed and with checksums.
 * The folder appears under its name only when it is whole. The master key is not in it, on purpose.
 */
export async function backup(owner: pg.Pool, folder: string, takenAt: Date): Promise<Manifest> {
  const unfinished = `${folder}.unfinished`;
  await mkdir(unfinished, { recursive: false });
  const client = await owner.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await assertSeesEverything(client);
    const { rows: migrations } = await client.query("select name, sha256 from migrations.applied order by name");
    const tables = [];
    for (const { name, columns } of await tablesInOrder(client)) {
      const file = `${name.replaceAll('"', "")}.copy.gz`;
      const { rows, sha256 } = await copyOut(client, `copy ${name} (${columns.join(", ")}) to stdout`, join(unfinished, file));
      tables.push({ name, columns, file, rows, sha256 });
    }
    await client.query("commit");
    const manifest: Manifest = { format: 1, takenAt: takenAt.toISOString(), migrations, tables };
    await writeFile(join(unfinished, "manifest.json"), JSON.stringify(manifest, null, 2), { mode: 0o600 });
    await rename(unfinished, folder);
    return manifest;
  } finally {
    client.release();
  }
}

async function copyOut(client: pg.PoolClient, sql: string, file: string): Promise<{ rows: number; sha256: string }> {
  const source = client.query(copyStreams.to(sql));
  const hash = createHash("sha256");
  const hashing = new Transform({ transform(chunk: Buffer, _encoding, done) { hash.update(chunk); done(null, chunk); } });
  await pipeline(source, hashing, createGzip(), createWriteStream(file, { mode: 0o600 }));
  return { rows: source.rowCount, sha256: hash.digest("hex") };
}

/** A login bound by row-level security would copy nothing and call it a backup. */
export async function assertSeesEverything(client: pg.ClientBase): Promise<void> {
  const { rows: [me] } = await client.query("select rolsuper or rolbypassrls as all from pg_roles where rolname = current_user");
  if (!me?.all) throw new Error("This database login is bound by row-level security. Use a superuser, or pg_dump on the server.");
}
