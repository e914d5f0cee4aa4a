import { Refusal } from "../../kernel/refusal.ts";

/** A page of a list and the place to go on from. */
export interface Page<T> {
  readonly rows: readonly T[];
  /** Pass back as `after` for the next page; null at the end. */
  readonly next: string | null;
}

/** Cuts a page out of `limit + 1` rows; the cursor holds the sort keys of the last row shown. */
export function pageOf<T>(rows: readonly T[], limit: number, keysOf: (row: T) => readonly (string | number | null)[]): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? encodeCursor(keysOf(last)) : null };
}

/** The sort keys of the last row seen, as one opaque word. */
function encodeCursor(keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** Reads a cursor back; refuses one that was not ours or fits another list. */
export function decodeCursor(cursor: string | null | undefined, length: number): (string | number | null)[] | undefined {
  if (!cursor) return undefined;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(keys) && keys.length === length && keys.every((key) => key === null || typeof key !== "object")) return keys;
  } catch { /* refused below */ }
  throw new Refusal("invalid_input", "platform.cursor_unknown");
}
