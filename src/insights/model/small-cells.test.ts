import fc from "fast-check";
import { expect, test } from "vitest";
import { FIGURES, type Figures, type ReturnLine } from "./monthly-return.ts";
import { hideSmallCells, SMALLEST_GROUP } from "./small-cells.ts";

const zero = Object.fromEntries(FIGURES.map((figure) => [figure, 0])) as unknown as Figures;
const line = (communityId: string, persons: number): ReturnLine => ({ ...zero, communityId, population: "disabled_young", persons, personTimes: persons });
const month = { from: "2026-11-01", to: "2026-11-30", total: zero };

test("a group of two joins the next smallest, so that subtraction finds nobody", () => {
  const { lines, together } = hideSmallCells({ ...month, lines: [line("a", 2), line("b", 9), line("c", 4)] });
  expect(lines.map(({ communityId }) => communityId)).toEqual(["b"]);
  expect(together).toMatchObject({ persons: 6 });
});

test("with no small group nothing changes", () => {
  expect(hideSmallCells({ ...month, lines: [line("a", 3)] })).toMatchObject({ lines: [{ communityId: "a" }], together: null });
});

test("no line shown stands for fewer persons than allowed, and nothing is lost", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 }), (sizes) => {
    const { lines, together } = hideSmallCells({ ...month, lines: sizes.map((size, index) => line(String(index), size)) });
    const all = sizes.reduce((sum, size) => sum + size, 0);
    expect(lines.every(({ persons }) => persons >= SMALLEST_GROUP)).toBe(true);
    if (together && all >= SMALLEST_GROUP) expect(together.persons).toBeGreaterThanOrEqual(SMALLEST_GROUP);
    expect(lines.reduce((sum, { persons }) => sum + persons, 0) + (together?.persons ?? 0)).toBe(all);
  }));
});
