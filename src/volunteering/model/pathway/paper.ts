/** Kinds of files a signed paper may be, by their first bytes. */
export const PAPER_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const;
export type PaperType = (typeof PAPER_TYPES)[number];

/** Largest file of a signed paper, in bytes. */
export const LARGEST_PAPER_BYTES = 5 * 1024 * 1024;

const MAGIC: readonly (readonly [readonly number[], PaperType])[] = [[[0x25, 0x50, 0x44, 0x46, 0x2d], "application/pdf"], [[0xff, 0xd8, 0xff], "image/jpeg"], [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "image/png"]];

/** What the bytes say the file is; its name and the browser's word are not asked. Null for everything else. */
export function paperType(bytes: Uint8Array): PaperType | null {
  return MAGIC.find(([magic]) => magic.every((byte, at) => bytes[at] === byte))?.[1] ?? null;
}
