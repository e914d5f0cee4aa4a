import { findPersons, type FoundPerson } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { requireGroupWork } from "./near.ts";

/** Residents by words, to take one into a group. */
export async function findPeople(session: Session, q: string): Promise<FoundPerson[]> {
  requireGroupWork(session);
  requireCapability(session.actor, "people.read");
  return session.read((tx) => findPersons(session, tx, q));
}
