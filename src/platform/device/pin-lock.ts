import { bytesOf, importKey, seal, textOf, unseal } from "./sealed-box.ts";

/** A key shut away under a PIN, for a device that has to open without a network. Holds no name and no word of anybody. */
export interface PinLock {
  readonly salt: string;
  readonly iterations: number;
  readonly sealed: string;
  /** Instant after which it must not open any more, ISO 8601. */
  readonly until: string;
  /** Wrong PINs since the last right one. */
  readonly wrong: number;
}

/** OWASP's figure for PBKDF2 with SHA-256. */
const ITERATIONS = 600_000;
const NAME = "linli/pin-lock/v1";
/** After so many wrong PINs the lock is thrown away; what it guarded waits for a sign-in. */
export const MOST_WRONG = 5;

/** Shuts a key away until an instant. */
export async function shut(key: string, pin: string, until: Date, iterations = ITERATIONS): Promise<PinLock> {
  const salt = textOf(crypto.getRandomValues(new Uint8Array(16)));
  return { salt, iterations, sealed: await seal(await keyOf(pin, salt, iterations), NAME, key), until: until.toISOString(), wrong: 0 };
}

/** The key, or the lock with one wrong PIN more; null when it may not open any more. */
export async function open(lock: PinLock, pin: string, now: Date): Promise<{ readonly key: string } | { readonly lock: PinLock } | null> {
  if (lock.until <= now.toISOString()) return null;
  const key = await unseal<string>(await keyOf(pin, lock.salt, lock.iterations), NAME, lock.sealed);
  if (key !== undefined) return { key };
  return lock.wrong + 1 >= MOST_WRONG ? null : { lock: { ...lock, wrong: lock.wrong + 1 } };
}

async function keyOf(pin: string, salt: string, iterations: number): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: bytesOf(salt), iterations }, secret, 256);
  return importKey(textOf(new Uint8Array(bits)));
}
