import type { ReactNode } from "react";
import { groupBy } from "../show/group-by.ts";
import type { Tone } from "../show/tone.ts";

/** A place in the main navigation. */
export interface NavItem {
  readonly to: string;
  readonly label: string;
  /** An icon of lucide-react with `className="icon" aria-hidden="true"`. */
  readonly icon: ReactNode;
  /** Any one of these capabilities opens it; nothing means everybody signed in. */
  readonly needs?: readonly string[];
  /** What waits there. */
  readonly count?: number;
  readonly countTone?: Tone;
  /** Heading above the items of one group, in the rail. */
  readonly group?: string;
}

/** The places an actor may see. Only a courtesy: every route decides again for itself. */
export function visibleNav(items: readonly NavItem[], capabilities: ReadonlySet<string>): NavItem[] {
  return items.filter((item) => !item.needs || item.needs.some((capability) => capabilities.has(capability)));
}

/** The place a path lies at or below, the nearest where one is below another; the home `/` only when it is exactly there. */
export function placeOf(path: string, items: readonly NavItem[]): NavItem | undefined {
  const at = items.filter(({ to }) => (to === "/" ? path === "/" : path === to || path.startsWith(`${to}/`)));
  return at.sort((a, b) => b.to.length - a.to.length)[0];
}

/** Items by group, in the order in which the groups first appear. */
export function groupNav(items: readonly NavItem[]): { title: string | undefined; items: NavItem[] }[] {
  return groupBy(items, (item) => item.group).map(([title, members]) => ({ title, items: members }));
}
