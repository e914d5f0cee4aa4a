import { expect, test } from "vitest";
import fc from "fast-check";
import { hideSmallCells, SMALLEST_SHOWN } from "./hide-small-cells.ts";

/** Adds the totals of rows and columns. */
function withTotals(inner: readonly (readonly number[])[]): number[][] {
  const rows = inner.map((row) => [...row, sum(row)]);
  return [...rows, rows[0]!.map((_, c) => sum(rows.map((row) => row[c]!)))];
}
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Finds every cell that the sums alone fix, by filling in lines with one unknown until nothing changes. */
function deduce(shown: readonly (readonly (number | null)[])[]): number {
  const known = shown.map((row) => row.map((value) => value !== null));
  let found = 0;
  for (let changed = true; changed;) {
    changed = false;
    const lines = [...known.map((row, r) => row.map((_, c) => [r, c] as const)), ...known[0]!.map((_, c) => known.map((__, r) => [r, c] as const))];
    for (const line of lines) {
      const open = line.filter(([r, c]) => !known[r]![c]);
      if (open.length !== 1) continue;
      known[open[0]![0]]![open[0]![1]] = true;
      found++;
      changed = true;
    }
  }
  return found;
}

const tables = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

test("no small number is shown and none can be worked out line by line", () => {
  fc.assert(fc.property(tables, (inner) => {
    const table = withTotals(inner);
    const shown = hideSmallCells(table);
    for (const [r, row] of table.entries()) for (const [c, value] of row.entries()) {
      if (value > 0 && value < SMALLEST_SHOWN) expect(shown[r]![c]).toBeNull();
      else if (shown[r]![c] !== null) expect(shown[r]![c]).toBe(value);
    }
    expect(deduce(shown)).toBe(0);
  }), { numRuns: 300 });
});

test("large numbers stay as they are", () => {
  const table = withTotals([[12, 0], [7, 30]]);
  expect(hideSmallCells(table)).toEqual(table);
});

test("one small number takes a second one in its row and in its column with it", () => {
  const shown = hideSmallCells(withTotals([[3, 20, 30], [10, 11, 12], [13, 14, 15]]));
  expect(shown.flat().filter((value) => value === null).length).toBe(4);
  expect(shown[0]![0]).toBeNull();
});
