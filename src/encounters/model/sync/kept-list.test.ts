import { expect, test } from "vitest";
import { isOver, LIST_HOURS, listTime } from "./kept-list.ts";

const NOW = new Date("2026-11-22T00:00:00Z");
const after = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

test.each([[0, false], [LIST_HOURS - 0.01, false], [LIST_HOURS, true], [LIST_HOURS + 400, true], [-0.1, false], [-1, true]])("a list read %s hours after it was taken along is over: %s", (hours, over) => {
  expect(isOver(listTime(NOW), after(hours))).toBe(over);
});
