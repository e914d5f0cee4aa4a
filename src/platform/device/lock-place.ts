import type { PinLock } from "./pin-lock.ts";

/** The lock of whoever is at work with this device, and for which organisation. */
export interface KeptLock {
  readonly orgId: string;
  readonly lock: PinLock;
}

const PLACE = "linli.lock";

/** The lock kept here; undefined when there is none or its time is over, and then it is gone. */
export function readLock(): KeptLock | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? "null") as KeptLock | null;
    if (kept && kept.lock.until > new Date().toISOString()) return kept;
  } catch { /* not ours, or no storage: none */ }
  forgetLock();
  return undefined;
}

export function writeLock(kept: KeptLock): void {
  localStorage.setItem(PLACE, JSON.stringify(kept));
}

/** Whoever signs out takes the key along: what lies here opens no more until they sign in again. */
export function forgetLock(): void {
  try {
    localStorage.removeItem(PLACE);
  } catch { /* no storage, so nothing to forget */ }
}
