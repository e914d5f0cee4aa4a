/** Which way a column runs. In the address: `sort=name` or `sort=-name`. */
export interface Sort {
  readonly key: string;
  readonly direction: "up" | "down";
}

/** Parameters that name a page of a list; they fall away when the list itself changes. */
const CURSORS = ["after", "before"];

/** Reads `sort` from the address. */
export function readSort(params: URLSearchParams): Sort | undefined {
  const text = params.get("sort");
  if (!text) return undefined;
  return text.startsWith("-") ? { key: text.slice(1), direction: "down" } : { key: text, direction: "up" };
}

/** The address of the same list, sorted by a column; a second time turns it round. Starts again at the first page. */
export function sortHref(params: URLSearchParams, key: string): string {
  const current = readSort(params);
  const down = current?.key === key && current.direction === "up";
  return withParams(params, { sort: down ? `-${key}` : key });
}

/** The address of the page before or after a keyset cursor. */
export function cursorHref(params: URLSearchParams, which: "after" | "before", cursor: string): string {
  return withParams(params, { [which]: cursor });
}

/** The address without one filter; without its value only, when a filter has several. */
export function withoutFilter(params: URLSearchParams, name: string, value?: string): string {
  const rest = new URLSearchParams(params);
  rest.delete(name, value);
  return withParams(rest, {});
}

function withParams(params: URLSearchParams, changes: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams(params);
  for (const name of CURSORS) next.delete(name);
  for (const [name, value] of Object.entries(changes)) next.set(name, value);
  return `?${next}`;
}
