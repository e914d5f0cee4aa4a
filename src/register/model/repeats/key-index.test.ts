import fc from "fast-check";
import { expect, test } from "vitest";
import { hashText, joinHashes } from "./hash-text.ts";
import { KeyIndex } from "./key-index.ts";

test("finds what a Map finds", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (keys) => {
    const index = new KeyIndex();
    const map = new Map<number, number>();
    keys.forEach((key, entry) => {
      expect(index.last(key)).toBe(key === 0 ? -1 : (map.get(key) ?? -1));
      index.add(key, entry);
      map.set(key, entry);
    });
  }));
});

test("keeps every entry while it grows", () => {
  const index = new KeyIndex();
  for (let entry = 0; entry < 20_000; entry++) index.add(hashText(String(entry % 10_000)), entry);
  for (let entry = 0; entry < 10_000; entry++) {
    const key = hashText(String(entry));
    expect([index.last(key), index.before(index.last(key)), index.before(entry)]).toEqual([entry + 10_000, entry, -1]);
  }
});

test("hashes are whole, positive and differ", () => {
  const hashes = Array.from({ length: 100_000 }, (_, n) => hashText(`王${n}`));
  expect(new Set(hashes).size).toBe(100_000);
  expect(hashes.every((hash) => Number.isSafeInteger(hash) && hash > 0)).toBe(true);
  expect(joinHashes(1, 2)).not.toBe(joinHashes(2, 1));
});
