import { findPersons, type FoundPerson } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { MANAGE } from "../../model/policy.ts";

/** Finds residents, to sign them up or note that they came. */
export async function findPeople(session: Session, q: string): Promise<readonly FoundPerson[]> {
  requireCapability(session.actor, MANAGE);
  requireCapability(session.actor, "people.read");
  return session.read((tx) => findPersons(session, tx, q));
}
