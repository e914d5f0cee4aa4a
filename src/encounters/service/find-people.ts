import { findPersons, type FoundPerson } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";

/** Finds whom a service was for. */
export async function findPeople(session: Session, q: string): Promise<FoundPerson[]> {
  requireCapability(session.actor, "encounters.write");
  return session.read((tx) => findPersons(session, tx, q));
}
