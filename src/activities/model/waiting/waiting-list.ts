import type { Role, Status } from "../terms.ts";

/** What the order of a waiting list (候补名单) can look at. */
export const CRITERIA = ["never_came", "homebound", "waited_before", "lives_here", "kept_appointments"] as const;
export type Criterion = (typeof CRITERIA)[number];

/** What is known of somebody when they sign up; it stays as it was, so that the order can be explained later. */
export interface Standing {
  readonly neverCame: boolean;
  readonly homebound: boolean;
  /** Sessions of this activity they waited for and got no place in. */
  readonly waitedBefore: number;
  /** Lives in one of the communities the activity is for. */
  readonly livesHere: boolean;
  /** Sessions of any activity in the last 90 days they were booked for and did not come to, without a word. */
  readonly missed: number;
}

/** Missing this often without a word puts somebody behind others, where the policy says so. */
const MISSED_OFTEN = 2;

/** A registration that still wants a place, or has one. */
export interface Live {
  readonly id: string;
  readonly rank: number;
  readonly role: Role;
  readonly companionOf: string | null;
  readonly status: Status;
  readonly standing: Standing;
}

export type Places = Readonly<Record<Role, number>>;

const KEY: Readonly<Record<Criterion, (standing: Standing) => number>> = {
  never_came: ({ neverCame }) => (neverCame ? 0 : 1),
  homebound: ({ homebound }) => (homebound ? 0 : 1),
  waited_before: ({ waitedBefore }) => -waitedBefore,
  lives_here: ({ livesHere }) => (livesHere ? 0 : 1),
  kept_appointments: ({ missed }) => (missed >= MISSED_OFTEN ? 1 : 0),
};

/** Before whom somebody comes: criterion by criterion, and the order of signing up where nothing tells them apart. */
export function compareWaiting(policy: readonly Criterion[], a: Pick<Live, "standing" | "rank">, b: Pick<Live, "standing" | "rank">): number {
  for (const criterion of policy) {
    const apart = KEY[criterion](a.standing) - KEY[criterion](b.standing);
    if (apart !== 0) return apart;
  }
  return a.rank - b.rank;
}

/** Somebody and those who come along: all of them get in, or all wait. */
interface Party { readonly head: Live; readonly members: readonly Live[] }

/** Those who wait, in the order in which they move up. A companion waiting for somebody who has a place stands where that person would stand. */
export function waitingParties(live: readonly Live[], policy: readonly Criterion[]): Party[] {
  const byId = new Map(live.map((one) => [one.id, one]));
  const waiting = live.filter(({ status }) => status === "waitlisted");
  const heads = waiting.filter(({ companionOf }) => companionOf === null || byId.get(companionOf)?.status !== "waitlisted");
  return heads.map((head) => ({ head, members: [head, ...waiting.filter(({ companionOf }) => companionOf === head.id)] })).sort((a, b) => compareWaiting(policy, a.head, b.head));
}

/** Who gets a place now, in order. A party too large for what is free is passed over until there is room; those behind it may go ahead. */
export function decideBookings(places: Places, live: readonly Live[], policy: readonly Criterion[]): string[] {
  const free: Record<Role, number> = { ...places };
  for (const { role, status } of live) if (status === "booked") free[role] -= 1;
  const booked: string[] = [];
  for (const { members } of waitingParties(live, policy)) {
    const wanted = Map.groupBy(members, ({ role }) => role);
    if ([...wanted].some(([role, rows]) => rows.length > free[role])) continue;
    for (const { id, role } of members) {
      free[role] -= 1;
      booked.push(id);
    }
  }
  return booked;
}
