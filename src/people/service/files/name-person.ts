import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { readPerson } from "../../store/persons/persons.ts";

/** What somebody is called, and nothing else of their file. Whoever does not let their data be kept is named only to those who deal with it. */
export async function namePerson(session: Session, personId: string): Promise<{ name: string; withheld: boolean }> {
  const { actor } = session;
  requireCapability(actor, "people.read");
  const person = await session.read((tx) => readPerson(tx, actor.orgId, personId));
  if (!person) throw new Refusal("not_found", "person.not_found");
  if (person.withheldOn !== null && !actor.capabilities.has("people.reveal")) throw new Refusal("forbidden", "person.withheld");
  return { name: person.preferredName ?? person.name, withheld: person.withheldOn !== null };
}
