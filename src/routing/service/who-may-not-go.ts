import { accountsWithCapability } from "#identity/index.ts";
import { personCards } from "#people/index.ts";
import { whoMayServe } from "#volunteering/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { keyOf, type MemberKey, type TeamMember } from "../model/plan.ts";

/** Of those who are to go on a day, who may not: volunteers who may not serve by themselves then, colleagues who may not open files any more. */
export async function whoMayNotGo(tx: Tx, orgId: string, members: readonly TeamMember[], on: string): Promise<ReadonlySet<MemberKey>> {
  const persons = members.flatMap(({ kind, id }) => (kind === "volunteer" ? [id] : []));
  const staff = new Set(persons.length === members.length ? [] : await accountsWithCapability(tx, orgId, "people.read"));
  const [serving, cards] = persons.length === 0 ? [new Set<string>(), new Map<string, never>()] : [await whoMayServe(tx, orgId, persons, on, { alone: true }), await personCards(tx, orgId, persons)];
  const may = ({ kind, id }: TeamMember) => (kind === "staff" ? staff.has(id) : serving.has(cards.get(id)?.id ?? id));
  return new Set(members.filter((member) => !may(member)).map(keyOf));
}
