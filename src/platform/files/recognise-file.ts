import { readAt, sizeOf, type FileSource } from "./file-source.ts";

/** What the bytes say a file is; its name is asked only where the bytes leave two answers. */
export type FileKind = "xlsx_or_zip" | "encrypted_office" | "old_excel" | "old_office" | "html" | "pdf" | "image" | "text" | "binary" | "empty";

const MAGIC: readonly (readonly [string, FileKind])[] = [
  ["504b0304", "xlsx_or_zip"], ["504b0506", "xlsx_or_zip"],
  ["25504446", "pdf"],
  ["89504e47", "image"], ["ffd8ff", "image"], ["47494638", "image"], ["424d", "image"], ["49492a00", "image"], ["4d4d002a", "image"],
  ["0904", "old_excel"], ["0902", "old_excel"],
  ["526172211a07", "binary"], ["377abcaf271c", "binary"], ["1f8b", "binary"], ["7f454c46", "binary"], ["4d5a9", "binary"],
];
const OLE2 = "d0cf11e0a1b11ae1";
/** Far enough into an OLE2 file to find its directory in practice when the header does not point to it. */
const OLE2_SEARCH_BYTES = 1024 * 1024;

/** Recognises a file by its first bytes. */
export async function recogniseFile(source: FileSource): Promise<FileKind> {
  if ((await sizeOf(source)) === 0) return "empty";
  const head = await readAt(source, 0, 4096);
  const hex = head.subarray(0, 16).toString("hex");
  if (hex.startsWith(OLE2)) return recogniseOle2(source, head);
  if (head.subarray(8, 12).toString("latin1") === "WEBP") return "image";
  if (/^ftyp(heic|heix|mif1|avif)/.test(head.subarray(4, 12).toString("latin1"))) return "image";
  const known = MAGIC.find(([magic]) => hex.startsWith(magic));
  if (known && !(known[0].length <= 4 && looksLikeText(head))) return known[1];
  return looksLikeText(head) ? textOrHtml(head) : "binary";
}

/**
 * OLE2 is the container of .xls and .doc, and of every password-protected .xlsx:
 * the names in its directory (UTF-16) tell which.
 */
async function recogniseOle2(source: FileSource, head: Buffer): Promise<FileKind> {
  const near = await readAt(source, 0, OLE2_SEARCH_BYTES);
  const sectorBytes = 1 << (head.length > 32 ? Math.min(head.readUInt16LE(30), 16) : 9);
  const directoryAt = head.length > 52 ? (head.readUInt32LE(48) + 1) * sectorBytes : 0;
  const directory = await readAt(source, directoryAt, 16 * sectorBytes);
  const holds = (name: string) => [near, directory].some((bytes) => bytes.includes(Buffer.from(name, "utf16le")));
  if (holds("EncryptedPackage") || holds("EncryptionInfo")) return "encrypted_office";
  if (holds("Workbook") || holds("Book")) return "old_excel";
  if (holds("WordDocument") || holds("PowerPoint Document")) return "old_office";
  if (/\.xlsx$/i.test(source.name ?? "")) return "encrypted_office";
  return /\.xls$/i.test(source.name ?? "") ? "old_excel" : "old_office";
}

function looksLikeText(head: Buffer): boolean {
  if (head[0] === 0xff && head[1] === 0xfe) return true;
  if (head[0] === 0xfe && head[1] === 0xff) return true;
  const zeros = head.filter((byte) => byte === 0).length;
  // UTF-16 without a mark: digits, commas and line ends have a zero in the same half of each pair.
  if (zeros > 0) return utf16Half(head) !== null;
  return head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 27);
}

/** `le` when the zeros stand at odd places, `be` at even ones, null when they stand at both (so it is no text). */
export function utf16Half(head: Buffer): "le" | "be" | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (even + odd < head.length / 50) return null;
  if (even === 0 && odd > 0) return "le";
  return odd === 0 && even > 0 ? "be" : null;
}

function textOrHtml(head: Buffer): FileKind {
  const start = head.toString("latin1").replace(/^(ï»¿)?\s*/, "").slice(0, 1000).toLowerCase();
  return /^(<!doctype html|<html|<table|<meta|<style|<\?xml|<!--)/.test(start) ? "html" : "text";
}
