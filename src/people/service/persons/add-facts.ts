import type { Tx } from "#platform/db/connect.ts";
import { oneAhead } from "#platform/db/many-rows.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewPerson } from "../../model/person.ts";
import * as facts from "../../store/facts/insert-facts.ts";
import { sealIdentifier } from "./seal-identifiers.ts";

export type FactsToAdd = Omit<NewPerson, "name">;

/** Adds the dated facts of many persons, one statement a table. A current fact that is there already stays. */
export async function addFacts(session: Session, tx: Tx, items: readonly { personId: string; facts: FactsToAdd }[], origin: facts.FactOrigin): Promise<void> {
  const { actor: { orgId, accountId }, keys } = session;
  const { sourceId } = origin;
  const each = <T>(pick: (person: FactsToAdd) => readonly T[] | undefined): facts.Of<T>[] =>
    items.flatMap(({ personId, facts: person }) => (pick(person) ?? []).map((fact) => ({ personId, fact })));

  await oneAhead([
    () => facts.insertContacts(tx, orgId, each((person) => person.contacts?.map((contact, index) => ({ ...contact, rank: contact.rank ?? index + 1 }))), sourceId),
    () => facts.insertIdentifiers(tx, orgId, each((person) => person.identifiers).map(({ personId, fact }) => sealIdentifier(keys, personId, fact)), sourceId),
    () => facts.insertDisabilities(tx, orgId, each((person) => (person.disability && (person.disability.type || person.disability.grade) ? [person.disability] : [])), origin),
    () => facts.insertSituations(tx, orgId, each((person) => person.situations), { ...origin, recordedBy: accountId }),
    () => facts.insertRoles(tx, orgId, each((person) => person.roles), origin),
    () => facts.insertRelatives(tx, orgId, each((person) => person.relatives), sourceId),
    () => facts.insertInterests(tx, orgId, each((person) => person.interests), sourceId),
    () => facts.insertLanguages(tx, orgId, each((person) => person.languages), sourceId),
  ]);
}

/** Contacts that come later are tried after those that are there. */
export function rankedAfter<C extends { rank?: number | undefined }>(known: readonly { rank: number }[], more: readonly C[]): (C & { rank: number })[] {
  const last = Math.max(0, ...known.map(({ rank }) => rank));
  return more.map((contact, index) => ({ ...contact, rank: last + index + 1 }));
}
