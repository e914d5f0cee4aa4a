import type { Readable } from "node:stream";
import { TextDecoder } from "node:util";
import yauzl from "yauzl";
import { Refusal } from "#kernel/refusal.ts";
import type { FileSource } from "../file-source.ts";
import type { FileLimits } from "../limits.ts";

const RATIO_COUNTS_FROM_BYTES = 64 * 1024 * 1024;
/** A workbook has a few dozen parts; a directory of more is not one. */
const MOST_ENTRIES = 20_000;

/** The parts of a workbook, read by the zip's directory, so their order in the file does not matter. */
export interface Zip {
  has(path: string): boolean;
  paths(): readonly string[];
  /** Text of one part, piece by piece. A part that inflates past its declared size or the limits is refused. */
  text(path: string): AsyncGenerator<string>;
  close(): void;
}

/** Opens a zip and checks every declared size before anything is inflated. */
export async function openZip(source: FileSource, limits: FileLimits): Promise<Zip> {
  const file = await open(source);
  try {
    const entries = await directoryOf(file);
    for (const entry of entries.values()) refuseBomb(entry, limits);
    return {
      has: (path) => entries.has(path),
      paths: () => [...entries.keys()],
      text: (path) => textOf(file, entries.get(path)),
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

function open(source: FileSource): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
    const done = (error: Error | null, file?: yauzl.ZipFile) => (file ? resolve(file) : reject(broken(error)));
    if ("path" in source) yauzl.open(source.path, options, done);
    else yauzl.fromBuffer(Buffer.from(source.bytes), options, done);
  });
}

function directoryOf(file: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    file.on("error", (error) => reject(broken(error)));
    file.on("end", () => resolve(entries));
    file.on("entry", (entry: yauzl.Entry) => {
      if (entries.size >= MOST_ENTRIES) return reject(new Refusal("invalid_input", "files.broken_workbook"));
      if (entry.isEncrypted()) return reject(new Refusal("invalid_input", "files.password_protected"));
      entries.set(entry.fileName.replace(/^\//, ""), entry);
      file.readEntry();
    });
    file.readEntry();
  });
}

function refuseBomb(entry: yauzl.Entry, limits: FileLimits): void {
  const { compressedSize, uncompressedSize } = entry;
  const tooThin = uncompressedSize > RATIO_COUNTS_FROM_BYTES && uncompressedSize > compressedSize * limits.maxRatio;
  if (uncompressedSize > limits.maxInflatedBytes || tooThin) throw new Refusal("too_large", "files.inflates_too_far");
}

async function* textOf(file: yauzl.ZipFile, entry: yauzl.Entry | undefined): AsyncGenerator<string> {
  if (!entry) throw new Refusal("invalid_input", "files.broken_workbook");
  let stream: Readable | undefined;
  try {
    stream = await readStream(file, entry);
    let decoder: TextDecoder | undefined;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(encodingOf(chunk));
      yield decoder.decode(chunk, { stream: true });
    }
    if (decoder) yield decoder.decode();
  } catch (error) {
    throw error instanceof Refusal ? error : broken(error);
  } finally {
    stream?.destroy();
  }
}

function readStream(file: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => (stream ? resolve(stream) : reject(broken(error))));
  });
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  return start[0] === 0xfe && start[1] === 0xff ? "utf-16be" : "utf-8";
}

function broken(cause: unknown): Refusal {
  const refusal = new Refusal("invalid_input", "files.broken_workbook");
  refusal.cause = cause;
  return refusal;
}
