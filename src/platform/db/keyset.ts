import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { isDay } from "../../kernel/calendar.ts";
import { Refusal } from "../../kernel/refusal.ts";

/** A page of a list and the place to go on from. */
export interface Page<T> {
  readonly rows: readonly T[];
  /** Pass back as `after` for the next page; null at the end. */
  readonly next: string | null;
}

type Key = string | number | null;

/** What stands at a place of a cursor: free text, a count, a calendar day, an instant (ISO 8601) or a UUID. */
export type KeyKind = "text" | "number" | "day" | "instant" | "id";

const FITS: Readonly<Record<KeyKind, (key: Key) => boolean>> = {
  text: (key) => typeof key === "string",
  number: (key) => Number.isSafeInteger(key),
  day: (key) => typeof key === "string" && isDay(key),
  instant: (key) => typeof key === "string" && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(key),
  id: (key) => typeof key === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key),
};

// Sort keys may be names, and addresses end up in logs and histories: so a cursor is sealed.
// Nothing is drawn before it is needed: what runs on loading stays in the browser's bundle, where there is no such thing.
let given: SealingKeys | undefined;
const sealing = (): SealingKeys => (given ??= keysFrom(randomBytes(32)));

interface SealingKeys { readonly cipher: Buffer; readonly nonce: Buffer }

/** From now on cursors outlive a restart and are understood by every process of the installation. */
export function sealCursorsWith(masterKey: Buffer): void {
  given = keysFrom(masterKey);
}

function keysFrom(secret: Buffer): SealingKeys {
  const both = Buffer.from(hkdfSync("sha256", secret, "", "linli/cursor/v1", 64));
  return { cipher: both.subarray(0, 32), nonce: both.subarray(32) };
}

/** Cuts a page out of `limit + 1` rows; the cursor holds the sort keys of the last row shown. */
export function pageOf<T>(rows: readonly T[], limit: number, keysOf: (row: T) => readonly Key[]): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? encodeCursor(keysOf(last)) : null };
}

/** The sort keys of the last row seen, as one sealed word; the same keys give the same word (AES-256-GCM, nonce by HMAC). */
function encodeCursor(keys: readonly Key[]): string {
  const plain = JSON.stringify(keys);
  const nonce = createHmac("sha256", sealing().nonce).update(plain).digest().subarray(0, 12);
  const cipher = createCipheriv("aes-256-gcm", sealing().cipher, nonce);
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** Reads a cursor back; refuses one that was not ours or fits another list. */
export function decodeCursor(cursor: string | null | undefined, kinds: readonly KeyKind[]): Key[] | undefined {
  if (!cursor) return undefined;
  try {
    const sealed = Buffer.from(cursor, "base64url");
    const opener = createDecipheriv("aes-256-gcm", sealing().cipher, sealed.subarray(0, 12), { authTagLength: 16 }).setAuthTag(sealed.subarray(12, 28));
    const keys = JSON.parse(Buffer.concat([opener.update(sealed.subarray(28)), opener.final()]).toString("utf8")) as Key[];
    if (keys.length === kinds.length && kinds.every((kind, index) => FITS[kind](keys[index]!))) return keys;
  } catch { /* refused below */ }
  throw new Refusal("invalid_input", "platform.cursor_unknown");
}
