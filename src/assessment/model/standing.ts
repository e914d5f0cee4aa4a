/** What a record is now: it counts, another took its place, or it was withdrawn. */
export type Standing = "stands" | "corrected" | "withdrawn";

interface Placed { readonly id: string; readonly corrects: string | null }

/** The standing of every record, from the rows that name them. */
export function standingsOf(records: readonly Placed[], withdrawn: ReadonlySet<string>): ReadonlyMap<string, Standing> {
  const corrected = new Set(records.flatMap(({ corrects }) => corrects ?? []));
  return new Map(records.map(({ id }) => [id, withdrawn.has(id) ? "withdrawn" : corrected.has(id) ? "corrected" : "stands"]));
}
