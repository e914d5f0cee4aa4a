/** Milliseconds of repeated runs. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
}

/** Runs something often and says how long it took; the first runs, which warm caches, are not counted. */
export async function timed(runs: number, work: () => Promise<unknown>, warmUp = 3): Promise<Timing> {
  for (let run = 0; run < warmUp; run++) await work();
  const taken: number[] = [];
  for (let run = 0; run < runs; run++) {
    const since = performance.now();
    await work();
    taken.push(performance.now() - since);
  }
  return timingOf(taken);
}

export function timingOf(taken: readonly number[]): Timing {
  const ordered = [...taken].sort((a, b) => a - b);
  const at = (share: number) => ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

/** A table in Markdown. */
export function markdown(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

export const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));
