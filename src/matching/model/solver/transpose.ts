/** The same pairs seen from the columns. */
export interface Transposed {
  readonly colStart: Int32Array;
  readonly row: Int32Array;
  /** Edge of the original behind each entry. */
  readonly edge: Int32Array;
}

export function transpose(rows: number, cols: number, rowStart: Int32Array, col: Int32Array): Transposed {
  const colStart = new Int32Array(cols + 1);
  for (let e = 0; e < col.length; e++) colStart[col[e]! + 1]!++;
  for (let j = 0; j < cols; j++) colStart[j + 1]! += colStart[j]!;
  const next = colStart.slice(0, cols);
  const back = { colStart, row: new Int32Array(col.length), edge: new Int32Array(col.length) };
  for (let i = 0; i < rows; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const at = next[col[e]!]!++;
      back.row[at] = i;
      back.edge[at] = e;
    }
  }
  return back;
}
