const CANDIDATES = [",", "\t", ";", "|"] as const;

/** The character that parts the fields: the one found equally often in most of the first lines, outside quotes. */
export function findDelimiter(start: string): string {
  const declared = /^\uFEFF?sep=(.)\r?\n/i.exec(start);
  if (declared) return declared[1]!;
  const records = recordsOf(start).slice(0, 50);
  let best = ",";
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const counts = records.map((record) => record.split(candidate).length - 1);
    const score = agreement(counts);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** Lines without what is quoted, so that a comma inside a field does not count. The last may be cut off and is left out. */
function recordsOf(start: string): string[] {
  const lines = start.replace(/"(?:[^"]|"")*"/g, "").split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  return lines.length > 1 ? lines.slice(0, -1) : lines;
}

/** How many lines have the commonest count, weighed by that count: a title line with one comma does not win. */
function agreement(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) if (count > 0) times.set(count, (times.get(count) ?? 0) + 1);
  return Math.max(0, ...[...times].map(([count, lines]) => lines * Math.min(count, 30)));
}
