import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import { filledFields } from "../../model/decide-merge.ts";
import type { NewContact, NewPerson } from "../../model/person.ts";
import { fillBlanks } from "../../store/sources/completions.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { lockPersons } from "../../store/persons/persons.ts";
import { contactsOf, identifiersOf } from "../../store/facts/records-of.ts";
import { relativesOfRecords } from "../../store/facts/relationships.ts";
import { whoDeclined } from "../consents/who-allows.ts";
import { addFacts, rankedAfter } from "../persons/add-facts.ts";
import { requireMayAdd } from "../persons/require-may.ts";
import { reindexing } from "../persons/reindex-persons.ts";
import { plainNumber } from "../persons/seal-identifiers.ts";

export interface Completion { readonly personId: string; readonly facts: NewPerson }

const BATCH = 500;

/**
 * Adds to persons who are here already what a source knows more of them: blank fields are filled, missing numbers, facts and roles added.
 * Nothing that stands is overwritten. Marked with the source, so that `undoSource` takes it back. Of whoever does not let their data be kept
 * nothing is added.
 *
 * @returns the ids asked for of those nothing may be added of
 */
export async function completePersons(session: Session, tx: Tx, sourceId: string, items: readonly Completion[]): Promise<ReadonlySet<string>> {
  requireMayAdd(session.actor);
  const declined = await whoDeclined(tx, session.actor.orgId, items.map(({ personId }) => personId), "keep_data", session.today);
  const open = items.filter(({ personId }) => !declined.has(personId));
  for (let start = 0; start < open.length; start += BATCH) await completeBatch(session, tx, sourceId, open.slice(start, start + BATCH));
  return declined;
}

async function completeBatch(session: Session, tx: Tx, sourceId: string, asked: readonly Completion[]): Promise<void> {
  const { orgId } = session.actor;
  const survivors = await identitiesOf(tx, orgId, asked.map(({ personId }) => personId));
  const items = onePerPerson(asked.map(({ personId, facts }) => {
    const survivor = survivors.get(personId)?.[0];
    if (!survivor) throw new Refusal("not_found", "person.not_found");
    return { personId: survivor, facts };
  }));
  for (const wave of items) {
    const ids = wave.map(({ personId }) => personId);
    const persons = new Map((await lockPersons(tx, orgId, ids)).map((person) => [person.id, person]));
    await reindexing(tx, orgId, ids, async () => {
      const fills = wave.map(({ personId, facts }) => ({ personId, rewritten: filledFields(persons.get(personId)!, facts) }));
      await fillBlanks(tx, orgId, sourceId, fills.filter(({ rewritten }) => Object.keys(rewritten).length > 0));
      await addFacts(session, tx, await withoutKnown(session, tx, wave), { source: "register", sourceId });
    });
    await recordAudit(tx, session.actor, ids.map((subjectId) => ({ action: "person.completed", subjectKind: "person", subjectId, details: { sourceId } })));
  }
}

/** Several rows of one person go one after another, so that the second sees what the first has filled. */
function onePerPerson(items: readonly Completion[]): Completion[][] {
  const waves: Completion[][] = [];
  const seen = new Map<string, number>();
  for (const item of items) {
    const wave = seen.get(item.personId) ?? 0;
    seen.set(item.personId, wave + 1);
    (waves[wave] ??= []).push(item);
  }
  return waves;
}

/** Leaves out contacts, identifiers and relatives that the person has already; other facts are left out by their unique keys. */
async function withoutKnown({ actor: { orgId }, keys }: Session, tx: Tx, items: readonly Completion[]): Promise<Completion[]> {
  const ids = items.map(({ personId }) => personId);
  const contacts = Map.groupBy(await contactsOf(tx, orgId, ids), ({ personId }) => personId);
  const identifiers = new Set((await identifiersOf(tx, orgId, ids)).map(({ personId, system, blind }) => `${personId} ${system} ${blind.toString("hex")}`));
  const relatives = new Set((await relativesOfRecords(tx, orgId, ids)).map(({ personId, relation, otherName }) => `${personId} ${relation} ${otherName}`));
  return items.map(({ personId, facts }) => ({
    personId,
    facts: {
      ...facts,
      contacts: newContacts(contacts.get(personId) ?? [], facts.contacts ?? []),
      identifiers: facts.identifiers?.filter(({ system, value }) => !identifiers.has(`${personId} ${system} ${keys.blindIndex(system, plainNumber(value)).toString("hex")}`)),
      relatives: facts.relatives?.filter(({ relation, name }) => !relatives.has(`${personId} ${relation} ${name}`)),
    },
  }));
}

function newContacts(known: readonly { value: string; rank: number }[], given: readonly NewContact[]): NewContact[] {
  return rankedAfter(known, given.filter(({ value }) => !known.some((contact) => contact.value === value)));
}
