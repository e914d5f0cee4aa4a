import { forgetLock, readLock, writeLock } from "#platform/device/lock-place.ts";
import { open, shut } from "#platform/device/pin-lock.ts";
import { listTime } from "../../model/sync/kept-list.ts";

/** Lets the page open without a network as long as a list taken along now may be read. */
export async function lockForToday(key: string, orgId: string, pin: string): Promise<void> {
  writeLock({ orgId, lock: await shut(key, pin, new Date(listTime(new Date()).until)) });
}

/** The key behind the PIN; `wrong` when it was another one, `over` when it opens no more. */
export async function unlock(pin: string): Promise<{ readonly key: string; readonly orgId: string } | "wrong" | "over"> {
  const kept = readLock();
  const answer = kept && (await open(kept.lock, pin, new Date()));
  if (kept && answer && "key" in answer) return { key: answer.key, orgId: kept.orgId };
  if (kept && answer && "lock" in answer) { writeLock({ ...kept, lock: answer.lock }); return "wrong"; }
  forgetLock();
  return "over";
}
