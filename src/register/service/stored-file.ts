import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal } from "#kernel/refusal.ts";
import type { Session } from "#platform/db/session.ts";
import { openFile, type FileSource, type OpenFile } from "#platform/files/index.ts";
import { findPart } from "../store/parts.ts";

/** Larger files are read from a private temporary file, so that memory stays flat. */
const MOST_IN_MEMORY = 16 * 1024 * 1024;

/** Opens the file of an import as it was uploaded; gone from the disk again when `work` ends. */
export async function withStoredFile<T>(session: Session, { id, fileName, bytes }: { id: string; fileName: string; bytes: number }, work: (file: OpenFile) => Promise<T>): Promise<T> {
  const folder = bytes > MOST_IN_MEMORY ? await mkdtemp(join(tmpdir(), "linli-register-")) : null;
  try {
    const file = await openFile(folder ? await toDisk(session, id, fileName, join(folder, "file")) : await toMemory(session, id, fileName));
    try {
      return await work(file);
    } finally {
      file.close();
    }
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

async function toMemory(session: Session, id: string, name: string): Promise<FileSource> {
  const pieces: Buffer[] = [];
  for await (const piece of piecesOf(session, id)) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), name };
}

async function toDisk(session: Session, id: string, name: string, path: string): Promise<FileSource> {
  const file = await open(path, "wx", 0o600);
  try {
    for await (const piece of piecesOf(session, id)) await file.write(piece);
  } finally {
    await file.close();
  }
  return { path, name };
}

async function* piecesOf({ actor, keys, read }: Session, id: string): AsyncGenerator<Buffer> {
  for (let seq = 0; ; seq++) {
    const piece = await read((tx) => findPart(tx, actor.orgId, keys, id, seq));
    if (!piece && seq === 0) throw new Refusal("not_found", "register.import_not_found");
    if (!piece) return;
    yield piece;
  }
}
