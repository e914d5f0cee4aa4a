import { determinedCells } from "./determined-cells.ts";

/** A cell as it may be published: the number, or `null` for hidden. */
export type PublishedTable = readonly (readonly (number | null)[])[];

/** Numbers of persons from 1 to this, exclusive, are hidden outside the organisation. The threshold is the organisation's choice (5 is common). */
export const SMALLEST_SHOWN = 5;

/**
 * Hides small numbers, and as many others as it takes that no hidden one follows from the totals (complementary suppression).
 *
 * @param table rows of equal length, with the totals of the rows as last column and the totals of the columns as last row
 * @param persons how many persons stand behind each cell, where cells count something else
 */
export function hideSmallCells(table: readonly (readonly number[])[], smallest = SMALLEST_SHOWN, persons = table): PublishedTable {
  const hidden = persons.map((row) => row.map((value) => value > 0 && value < smallest));
  for (let open = determinedCells(hidden); open.length > 0; open = determinedCells(hidden)) {
    for (const [row, column] of cheapestCycle(table, hidden, open[0]!)) hidden[row]![column] = true;
  }
  return table.map((row, r) => row.map((value, c) => (hidden[r]![c] ? null : value)));
}

type Cell = readonly [row: number, column: number];

/** The three cells that make a rectangle with this one and take the least away from the table; zeros only when nothing else will do. */
function cheapestCycle(table: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[], [row, column]: Cell): Cell[] {
  const price = ([r, c]: Cell) => (hidden[r]![c] ? 0 : table[r]![c] || 1_000_000);
  const rectangles = table.flatMap((line, r) => (r === row ? [] : line.flatMap((_, c): Cell[][] => (c === column ? [] : [[[row, c], [r, column], [r, c]]]))));
  return rectangles.map((cells) => ({ cells, price: cells.reduce((sum, cell) => sum + price(cell), 0) }))
    .reduce((cheapest, next) => (next.price < cheapest.price ? next : cheapest)).cells;
}
