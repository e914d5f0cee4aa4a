import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { readPerson } from "../../store/persons/persons.ts";

/** What somebody is called, and nothing else of their file. */
export async function namePerson(session: Session, personId: string): Promise<string> {
  requireCapability(session.actor, "people.read");
  const person = await session.read((tx) => readPerson(tx, session.actor.orgId, personId));
  if (!person) throw new Refusal("not_found", "person.not_found");
  return person.preferredName ?? person.name;
}
