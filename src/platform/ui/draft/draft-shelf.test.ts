import { expect, test } from "vitest";
import { openShelf, type Shelf } from "./draft-shelf.ts";

const NOW = new Date("2026-11-21T06:30:00Z");
const [MINE, YOURS] = [btoa("a".repeat(32)), btoa("b".repeat(32))];
const aDraft = (savedAt = NOW.toISOString()) => ({ fields: { note: ["球"] }, savedAt, basis: "1" });

/** A device: the same interface as the browser's storage, with room for so many signs. */
function aDevice(room = Infinity): Shelf & { places: Map<string, string> } {
  const places = new Map<string, string>();
  return {
    places,
    get length() { return places.size; },
    key: (index) => [...places.keys()][index] ?? null,
    getItem: (place) => places.get(place) ?? null,
    setItem: (place, value) => {
      if (value.length > room) throw new Error("full");
      places.set(place, value);
    },
    removeItem: (place) => void places.delete(place),
  };
}

async function shelfOf(key: string, device: Shelf, now = NOW) {
  const shelf = await openShelf(key, device, now);
  if (!shelf) throw new Error("no shelf");
  return shelf;
}

test("a draft outlives the page and the session of the same account", async () => {
  const device = aDevice();
  await (await shelfOf(MINE, device)).write("visit/1", aDraft());
  expect(await (await shelfOf(MINE, device)).read("visit/1")).toEqual(aDraft());
});

test("two accounts on one device keep apart, and forgetting touches only one's own", async () => {
  const device = aDevice();
  const [mine, yours] = [await shelfOf(MINE, device), await shelfOf(YOURS, device)];
  await mine.write("visit/1", aDraft());
  expect(await yours.read("visit/1")).toBeUndefined();
  await yours.forget("visit/1");
  expect(await mine.read("visit/1")).toEqual(aDraft());
});

test("what was sent is gone", async () => {
  const device = aDevice();
  const shelf = await shelfOf(MINE, device);
  await shelf.write("visit/1", aDraft());
  await shelf.forget("visit/1");
  expect(device.places.size).toBe(0);
});

test("drafts nobody came back to are thrown away after thirty days", async () => {
  const device = aDevice();
  const shelf = await shelfOf(MINE, device);
  await shelf.write("visit/old", aDraft("2026-10-21T06:30:00Z"));
  await shelf.write("visit/new", aDraft("2026-10-23T06:30:00Z"));
  await shelfOf(MINE, device, NOW);
  expect(await shelf.read("visit/old")).toBeUndefined();
  expect(await shelf.read("visit/new")).toBeDefined();
});

test("the places tell neither form nor record", async () => {
  const device = aDevice();
  await (await shelfOf(MINE, device)).write("safeguarding/7f3c", aDraft());
  expect(JSON.stringify([...device.places])).not.toMatch(/safeguarding|7f3c/);
});

test("a full device is told, not thrown", async () => {
  expect(await (await shelfOf(MINE, aDevice(10))).write("visit/1", aDraft())).toBe(false);
});

test("without a key there is no shelf", async () => {
  expect(await openShelf(undefined, aDevice(), NOW)).toBeUndefined();
});
