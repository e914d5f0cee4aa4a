import { fill } from "../messages/fill.ts";
import { groupBy } from "../show/group-by.ts";

/** A page the palette can go to. */
export interface Command {
  readonly to: string;
  readonly label: string;
}

/** One thing found. `group` is a heading in words: 居民, 志愿者, 活动. */
export interface SearchHit {
  readonly to: string;
  readonly title: string;
  readonly detail?: string;
  readonly group: string;
}

/** What `GET /search.json?q=` answers. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
}

/** A line of the palette, with an id that no other line has. */
export interface PaletteLine extends SearchHit {
  readonly id: string;
}

/** Pages whose name holds what was typed; all of them while nothing is typed. */
export function matchCommands(commands: readonly Command[], typed: string, group: string): PaletteLine[] {
  const wanted = typed.trim().toLowerCase();
  return commands
    .filter((command) => command.label.toLowerCase().includes(wanted))
    .map((command) => ({ id: `go:${command.to}`, to: command.to, title: command.label, group }));
}

/** The page with everything found, once something is typed. */
export function everyHit(typed: string, title: string, group: string): PaletteLine[] {
  const q = typed.trim();
  return q === "" ? [] : [{ id: "all", to: `/search?${new URLSearchParams({ q })}`, title: fill(title, { q }), group }];
}

/** Lines by heading, in the order in which the headings first come. */
export function byGroup(lines: readonly PaletteLine[]): { group: string; lines: PaletteLine[] }[] {
  return groupBy(lines, (line) => line.group).map(([group, members]) => ({ group, lines: members }));
}

/** Asks the server what matches. Anything but a good answer throws. */
export async function fetchHits(typed: string, signal: AbortSignal): Promise<PaletteLine[]> {
  const response = await fetch(`/search.json?${new URLSearchParams({ q: typed })}`, { signal, headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`search answered ${response.status}`);
  const { hits } = (await response.json()) as SearchAnswer;
  return hits.map((hit, index) => ({ ...hit, id: `hit:${index}:${hit.to}` }));
}
