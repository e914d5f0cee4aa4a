import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const TEXTS_IN_BLOCK = 512;
const BYTES_IN_MEMORY = 96 * 1024 * 1024;
const BLOCKS_KEPT_OF_FILE = 512;
/** The first texts are the ones that come back in every row (sex, grade, community): kept ready. */
const TEXTS_KEPT_READY = 16_384;

/**
 * The workbook's table of texts. A register of a million rows has millions of
 * them, so they are packed in blocks, and past a budget the blocks go to a
 * private temporary file that is gone when the workbook is closed.
 */
export class SharedStrings {
  readonly #budgetBytes: number;
  #pending: string[] = [];
  #inMemory: Buffer[] = [];
  #bytes = 0;
  #onDisk: { at: number; length: number }[] = [];
  #kept = new Map<number, Buffer>();
  #ready: (string | undefined)[] = [];
  #folder: string | undefined;
  #file: number | undefined;
  #end = 0;

  constructor(budgetBytes = BYTES_IN_MEMORY) {
    this.#budgetBytes = budgetBytes;
  }

  push(text: string): void {
    this.#pending.push(text);
    if (this.#pending.length === TEXTS_IN_BLOCK) this.#closeBlock();
  }

  /** The text with this number; undefined when the workbook has no such text. */
  at(index: number): string | undefined {
    if (index < TEXTS_KEPT_READY) return (this.#ready[index] ??= this.#read(index));
    return this.#read(index);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#file = this.#folder = undefined;
    this.#inMemory = this.#ready = [];
    this.#kept.clear();
  }

  #read(index: number): string | undefined {
    const number = Math.floor(index / TEXTS_IN_BLOCK);
    const place = index % TEXTS_IN_BLOCK;
    if (number === this.#inMemory.length + this.#onDisk.length) return this.#pending[place];
    const block = this.#inMemory[number] ?? this.#fromDisk(number - this.#inMemory.length);
    return block?.toString("utf16le", block.readUInt32LE(place * 4), block.readUInt32LE(place * 4 + 4));
  }

  /** A block is the places of its texts, then the texts. */
  #closeBlock(): void {
    const head = (TEXTS_IN_BLOCK + 1) * 4;
    const characters = this.#pending.reduce((sum, { length }) => sum + length, 0);
    const block = Buffer.allocUnsafe(head + characters * 2);
    let at = head;
    this.#pending.forEach((text, place) => {
      block.writeUInt32LE(at, place * 4);
      at += block.write(text, at, "utf16le");
    });
    block.writeUInt32LE(at, TEXTS_IN_BLOCK * 4);
    this.#pending = [];
    this.#bytes += block.length;
    if (this.#bytes <= this.#budgetBytes) this.#inMemory.push(block);
    else this.#toDisk(block);
  }

  #toDisk(block: Buffer): void {
    if (this.#file === undefined) {
      this.#folder = mkdtempSync(join(tmpdir(), "linli-texts-"));
      this.#file = openSync(join(this.#folder, "texts"), "wx+", 0o600);
    }
    this.#onDisk.push({ at: this.#end, length: block.length });
    writeSync(this.#file, block, 0, block.length, this.#end);
    this.#end += block.length;
  }

  #fromDisk(number: number): Buffer | undefined {
    const kept = this.#kept.get(number);
    if (kept) return kept;
    const place = this.#onDisk[number];
    if (!place || this.#file === undefined) return undefined;
    const block = Buffer.allocUnsafe(place.length);
    readSync(this.#file, block, 0, place.length, place.at);
    this.#kept.set(number, block);
    // The oldest read goes first: rows ask for texts roughly in order, so it is the least likely to be asked for again.
    if (this.#kept.size > BLOCKS_KEPT_OF_FILE) this.#kept.delete(this.#kept.keys().next().value!);
    return block;
  }
}
