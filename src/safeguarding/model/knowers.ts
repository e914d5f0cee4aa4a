/** Who may know of an incident now: whoever was last let in and not shut out since. Rows in the order they were written. */
export function knowersOf<Row extends { readonly accountId: string; readonly change: "given" | "ended" }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.accountId, row])).values()].filter(({ change }) => change === "given");
}
