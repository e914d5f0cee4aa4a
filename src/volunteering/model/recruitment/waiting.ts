import type { VolunteerStatus } from "../pathway/volunteer-status.ts";
import { isSatisfied } from "../pathway/requirement-state.ts";

/** Who goes first when a place becomes free (候补次序): as they came, or who offers most time in a week, then as they came. */
export const WAITING_ORDERS = ["arrival", "most_time"] as const;
export type WaitingOrder = (typeof WAITING_ORDERS)[number];

/** What the public page does once every place is taken. */
export const WHEN_FULL = ["wait", "close"] as const;
export type WhenFull = (typeof WHEN_FULL)[number];

/** Marks the application of somebody who waits for a place, and the row that gave them one. */
export const WAITING = "waiting-list";
export const MOVED_UP = "waiting-list:moved-up";

/** Somebody on the waiting list. */
export interface Waiting {
  readonly volunteerId: string;
  /** When they came onto the list, an instant. */
  readonly since: string;
  /** Minutes a week they offer. */
  readonly minutes: number;
}

/** The list as the programme's order writes it; of two who came at the same instant the lower number goes first. */
export function inOrder<T extends Waiting>(order: WaitingOrder, waiting: readonly T[]): T[] {
  return [...waiting].sort((a, b) => (order === "most_time" ? b.minutes - a.minutes : 0) || compare(a.since, b.since) || compare(a.volunteerId, b.volunteerId));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** On their way or serving: neither waiting, nor told no, nor gone. */
export function holdsPlace({ status, declined, requirements }: Pick<VolunteerStatus, "status" | "declined" | "requirements">): boolean {
  if (status === "removed" || declined) return false;
  const applications = requirements.filter(({ kind }) => kind === "application");
  return applications.every(isSatisfied);
}

/** How many places are free; null where the programme names no number. */
export function freePlaces(places: number | null, held: number): number | null {
  return places === null ? null : Math.max(0, places - held);
}
