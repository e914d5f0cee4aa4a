import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { eventsOf, needsOf, type NeedEvent, type StoredNeed } from "../store/needs.ts";
import { noteReading } from "./note-reading.ts";

/** A need with what became of it, oldest first. */
export type NeedWithEvents = StoredNeed & { readonly events: readonly NeedEvent[] };

/** All needs of one person, newest first, in their own words: part of a personal file, so the reading is noted. */
export async function listNeeds(session: Session, personId: string): Promise<NeedWithEvents[]> {
  const { actor } = session;
  requireCapability(actor, "people.read");
  const needs = await session.read(async (tx) => {
    const identities = await identitiesOf(tx, actor.orgId, [personId]);
    const records = identities.get(personId);
    if (!records) throw new Refusal("not_found", "need.person_not_found");
    const found = await needsOf(tx, actor.orgId, records);
    const events = await eventsOf(tx, actor.orgId, found.map(({ id }) => id));
    return found.map((need) => ({ ...need, events: events.filter(({ needId }) => needId === need.id) }));
  });
  if (needs.length > 0) await noteReading(session, { action: "needs.read", subjectKind: "person", subjectId: personId });
  return needs;
}
