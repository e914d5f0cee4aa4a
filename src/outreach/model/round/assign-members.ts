/** Somebody to be reached, with where they live. */
export interface Unassigned {
  readonly personId: string;
  readonly communityId: string | null;
  readonly laneId: string | null;
}

/** Who may be given people, with how many they have to reach already. */
export interface Worker {
  readonly workerId: string;
  readonly loadNow: number;
}

/** How people are shared out. */
export type AssignHow =
  | { readonly how: "evenly" }
  | { readonly how: "community" }
  /** A worker for each community (`none` for people without one); communities left out stay as they are. */
  | { readonly how: "hand"; readonly byCommunity: ReadonlyMap<string, string> };

export const NO_COMMUNITY = "none";

/** Person → worker. */
export type Assignment = ReadonlyMap<string, string>;

/**
 * Shares people out among workers. `evenly`: as equal as whole people allow, neighbours together. `community`: a community is
 * never split; the largest goes first, to whoever has least. The same input gives the same answer.
 */
export function assignMembers(members: readonly Unassigned[], workers: readonly Worker[], choice: AssignHow): Assignment {
  if (choice.how === "hand") {
    return new Map(members.flatMap(({ personId, communityId }) => {
      const workerId = choice.byCommunity.get(communityId ?? NO_COMMUNITY);
      return workerId === undefined ? [] : [[personId, workerId] as const];
    }));
  }
  if (workers.length === 0) return new Map();
  return choice.how === "community" ? byCommunity(members, workers) : evenly(members, workers);
}

function byCommunity(members: readonly Unassigned[], workers: readonly Worker[]): Assignment {
  const communities = new Map<string, string[]>();
  for (const { personId, communityId } of members) {
    const key = communityId ?? NO_COMMUNITY;
    communities.set(key, [...(communities.get(key) ?? []), personId]);
  }
  const loads = new Map(workers.map(({ workerId, loadNow }) => [workerId, loadNow]));
  const assignment = new Map<string, string>();
  const largestFirst = [...communities].toSorted(([a, one], [b, other]) => other.length - one.length || compare(a, b));
  for (const [, people] of largestFirst) {
    const [workerId, load] = [...loads].reduce((least, next) => (next[1] < least[1] ? next : least));
    loads.set(workerId, load + people.length);
    for (const personId of people) assignment.set(personId, workerId);
  }
  return assignment;
}

function evenly(members: readonly Unassigned[], workers: readonly Worker[]): Assignment {
  const quotas = fillUp(workers.map(({ loadNow }) => loadNow), members.length);
  const neighbours = members.toSorted((a, b) => compare(a.communityId ?? "", b.communityId ?? "") || compare(a.laneId ?? "", b.laneId ?? "") || compare(a.personId, b.personId));
  const assignment = new Map<string, string>();
  let next = 0;
  workers.forEach(({ workerId }, index) => {
    for (const { personId } of neighbours.slice(next, next + quotas[index]!)) assignment.set(personId, workerId);
    next += quotas[index]!;
  });
  return assignment;
}

/** How many more each gets so that all end as level as possible, like water poured into unequal glasses. */
function fillUp(loads: readonly number[], people: number): number[] {
  const given = loads.map(() => 0);
  for (let left = people; left > 0; left--) {
    const lowest = loads.reduce((least, load, index) => (load + given[index]! < loads[least]! + given[least]! ? index : least), 0);
    given[lowest]! += 1;
  }
  return given;
}

/** How many each worker gets and ends with; for the preview. */
export function loadsAfter(workers: readonly Worker[], assignment: Assignment): { workerId: string; given: number; after: number }[] {
  const given = new Map<string, number>();
  for (const workerId of assignment.values()) given.set(workerId, (given.get(workerId) ?? 0) + 1);
  return workers.map(({ workerId, loadNow }) => ({ workerId, given: given.get(workerId) ?? 0, after: loadNow + (given.get(workerId) ?? 0) }));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
