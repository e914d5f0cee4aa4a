/** Rows with so many units to place, columns with so much room, each pair used at most once. */
export interface Bipartite {
  readonly need: Int32Array;
  readonly room: Int32Array;
  readonly rowStart: Int32Array;
  readonly col: Int32Array;
}

/** Which row holds which place of which column; the places of column `j` stand at `slotStart[j]` …, `load[j]` of them taken. */
export interface Placement {
  readonly taken: Uint8Array;
  readonly missing: Int32Array;
  readonly load: Int32Array;
  readonly slotStart: Int32Array;
  readonly slotRow: Int32Array;
  readonly slotEdge: Int32Array;
}

/** Regions from which no free place can be reached, by the tier that closed them; OPEN for what is left. */
export interface Regions {
  readonly rowRegion: Int32Array;
  readonly colRegion: Int32Array;
}

/** The largest placement, and the regions that were closed on the way. */
export type LargestPlacement = Placement & Regions;

/** 0, 1, 2 … */
export function counted(size: number): Int32Array {
  const all = new Int32Array(size);
  for (let i = 0; i < size; i++) all[i] = i;
  return all;
}

/** Nobody placed yet. A column never keeps more places than it has candidates, whatever room it claims. */
export function emptyPlacement(graph: Bipartite): Placement {
  const cols = graph.room.length;
  const slotStart = new Int32Array(cols + 1);
  const places = placesOf(graph);
  for (let j = 0; j < cols; j++) slotStart[j + 1] = slotStart[j]! + places[j]!;
  const slots = slotStart[cols]!;
  return {
    taken: new Uint8Array(graph.col.length),
    missing: graph.need.slice(),
    load: new Int32Array(cols),
    slotStart,
    slotRow: new Int32Array(slots),
    slotEdge: new Int32Array(slots),
  };
}

/** Places of each column; counting its candidates is only worth it where the room claimed is out of proportion. */
function placesOf({ room, col }: Bipartite): Int32Array {
  if (room.reduce((a, b) => a + b, 0) <= 2 * col.length) return room;
  const wanted = new Int32Array(room.length);
  for (let e = 0; e < col.length; e++) wanted[col[e]!]!++;
  return room.map((most, j) => Math.min(most, wanted[j]!));
}

/** How a search came to a column and a row: by which edge from which row; and at which place a row was met. */
export interface Trail {
  readonly colEdge: Int32Array;
  readonly colFrom: Int32Array;
  readonly rowSlot: Int32Array;
}

/** Hands each place on a path to the row that asked for it, from the free one at `target` back to `source`. */
export function handOver(graph: Bipartite, placed: Placement, { colEdge, colFrom, rowSlot }: Trail, source: number, target: number): void {
  const { slotStart, slotRow, slotEdge, taken, load, missing } = placed;
  let col = target;
  let slot = slotStart[col]! + load[col]!++;
  for (;;) {
    const row = colFrom[col]!;
    const left = row === source ? -1 : rowSlot[row]!;
    const leftEdge = left < 0 ? -1 : slotEdge[left]!;
    slotRow[slot] = row;
    slotEdge[slot] = colEdge[col]!;
    taken[colEdge[col]!] = 1;
    if (left < 0) break;
    taken[leftEdge] = 0;
    col = graph.col[leftEdge]!;
    slot = left;
  }
  missing[source]!--;
}

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
