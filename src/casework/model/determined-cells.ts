/**
 * Hidden cells whose number follows from the shown ones. Every row and every column adds up to its own total, so the hidden
 * cells are the edges of a graph between rows and columns: one lies open exactly when it is on no cycle (a bridge).
 * Source: D. Gusfield, "A graph theoretic approach to statistical data security" (SIAM J. Comput. 17, 1988).
 */
export function determinedCells(hidden: readonly (readonly boolean[])[]): [row: number, column: number][] {
  const edges = hidden.flatMap((row, r) => row.flatMap((is, c) => (is ? [[r, c] as [number, number]] : [])));
  return edges.filter((edge) => !connectedWithout(edges, edge));
}

/** True when the edge's row and column stay connected without it. */
function connectedWithout(edges: readonly [number, number][], [row, column]: [number, number]): boolean {
  const rows = new Set([row]);
  const columns = new Set<number>();
  for (let grown = true; grown;) {
    grown = false;
    for (const [r, c] of edges) {
      if ((r === row && c === column) || rows.has(r) === columns.has(c)) continue;
      rows.add(r);
      columns.add(c);
      grown = true;
    }
  }
  return columns.has(column);
}
