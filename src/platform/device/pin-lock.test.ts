import { expect, test } from "vitest";
import { MOST_WRONG, open, shut, type PinLock } from "./pin-lock.ts";

const KEY = btoa("k".repeat(32));
const NOW = new Date("2026-11-22T02:00:00Z");
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const lock = () => shut(KEY, "246810", later(12), 1000);

test("the right PIN gives the key, and nothing that is stored holds it", async () => {
  const shutAway = await lock();
  expect(await open(shutAway, "246810", later(11))).toEqual({ key: KEY });
  expect(JSON.stringify(shutAway)).not.toContain(KEY);
  expect(JSON.stringify(shutAway)).not.toContain("246810");
});

test("after its time even the right PIN opens nothing", async () => {
  expect(await open(await lock(), "246810", later(12))).toBeNull();
});

test("wrong PINs are counted, a right one before the last chance still opens, and the last wrong one ends it", async () => {
  let kept: PinLock = await lock();
  for (let wrong = 1; wrong < MOST_WRONG; wrong++) {
    const answer = await open(kept, "000000", NOW);
    expect(answer).toMatchObject({ lock: { wrong } });
    kept = (answer as { lock: PinLock }).lock;
  }
  expect(await open(kept, "246810", NOW)).toEqual({ key: KEY });
  expect(await open(kept, "000000", NOW)).toBeNull();
});
