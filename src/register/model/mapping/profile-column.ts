import type { Row } from "../table.ts";
import { tidy } from "../normalise/text.ts";
import { valueKindsOf, type ValueKind } from "./value-kinds.ts";

/** What the values of one column look like, from the first data rows. Shares are of the filled cells, 0–1. */
export interface ColumnProfile {
  readonly filled: number;
  readonly rows: number;
  readonly distinct: number;
  readonly shares: Readonly<Partial<Record<ValueKind, number>>>;
  readonly averageLength: number;
  /** The first data row has a value here: a condition for filling blanks from above. */
  readonly firstFilled: boolean;
}

export function profileColumn(rows: readonly Row[], column: number): ColumnProfile {
  const counts = new Map<ValueKind, number>();
  const seen = new Set<string>();
  let filled = 0;
  let length = 0;
  let previous: Row["cells"][number] | undefined;
  for (const row of rows) {
    const cell = row.cells[column];
    const text = tidy(cell?.text ?? "");
    if (!cell || text === "") continue;
    filled++;
    length += text.length;
    seen.add(text);
    for (const kind of valueKindsOf(cell, previous)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    previous = cell;
  }
  const shares = Object.fromEntries([...counts].map(([kind, count]) => [kind, count / filled]));
  return {
    filled, rows: rows.length, distinct: seen.size, shares, averageLength: filled === 0 ? 0 : length / filled,
    firstFilled: tidy(rows[0]?.cells[column]?.text ?? "") !== "",
  };
}
