import { Refusal } from "#kernel/refusal.ts";
import type { Actor } from "#kernel/actor.ts";
import { identitiesOf } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";

/** Every record that stands for the person who acts; none for those without one. */
export async function ownIds(tx: Tx, { orgId, personId }: Actor): Promise<readonly string[]> {
  return personId === null ? [] : personIdsFor(tx, orgId, personId);
}

/** Every record that stands for a person, the one that counts now first. */
export async function personIdsFor(tx: Tx, orgId: string, personId: string): Promise<readonly string[]> {
  return (await identitiesOf(tx, orgId, [personId])).get(personId) ?? [];
}

/** The thing, or the answer that there is none. */
export function found<T>(thing: T | undefined, reason: `${string}.${string}`): T {
  if (thing === undefined) throw new Refusal("not_found", reason);
  return thing;
}

type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

/** Turns a decision that says no into its refusal. */
export function insist(decision: Decision): void {
  if (!decision.allowed) throw new Refusal("conflict", `hours.${decision.reason}`);
}

/** Two people decided at once: the second is told. */
export function insistFirst(first: boolean): void {
  if (!first) throw new Refusal("conflict", "hours.decided_meanwhile");
}
