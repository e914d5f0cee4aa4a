import { expect, test } from "vitest";
import { largestPart, shortName, tintOf } from "./place.ts";

test.each([[0, 40, 0], [1, 40, 1], [10, 40, 1], [11, 40, 2], [40, 40, 4], [3, 0, 0]])("%i of %i is tint %i", (count, largest, tint) => {
  expect(tintOf(count, largest)).toBe(tint);
});

test("all places share one scale", () => {
  const lane = (count: number) => ({ code: String(count), name: "巷", count });
  expect(largestPart([{ ...lane(9), parts: [lane(4), lane(5)] }, { ...lane(7), parts: [lane(7)] }, lane(99)])).toBe(7);
});

test("a long name is cut by signs, not by code units", () => {
  expect([shortName("东里", 5), shortName("幸福家园小区北门", 5), shortName("𠮷𠮷𠮷", 2)]).toEqual(["东里", "幸福家园…", "𠮷…"]);
});
