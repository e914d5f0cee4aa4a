import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";

/** Where a file's bytes are. `name` is what the person called it; it is a hint, never trusted. */
export type FileSource = { readonly path: string; readonly name?: string } | { readonly bytes: Uint8Array; readonly name?: string };

const CHUNK = 256 * 1024;

export async function sizeOf(source: FileSource): Promise<number> {
  return "path" in source ? (await stat(source.path)).size : source.bytes.byteLength;
}

/** Bytes from `position`, fewer than asked for at the end of the file. */
export async function readAt(source: FileSource, position: number, length: number): Promise<Buffer> {
  if (!("path" in source)) return Buffer.from(source.bytes.subarray(position, position + length));
  const file = await open(source.path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export async function* bytesOf(source: FileSource): AsyncGenerator<Buffer> {
  if ("path" in source) {
    yield* createReadStream(source.path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>;
    return;
  }
  for (let at = 0; at < source.bytes.byteLength; at += CHUNK) yield Buffer.from(source.bytes.subarray(at, at + CHUNK));
}
