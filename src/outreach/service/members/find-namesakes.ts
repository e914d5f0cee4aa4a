import { listPersonRows } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { noteReading } from "../note-reading.ts";

/** Somebody of the name that was given, with just enough to tell them apart. */
export interface Namesake {
  readonly personId: string;
  readonly name: string;
  readonly birthOn: string | null;
  readonly communityName: string | null;
}

/** More of one name are hardly looked through. */
const MOST = 10;

/** Whoever in the register has exactly this name, so that a named person is not entered twice. */
export async function findNamesakes(session: Session, name: string): Promise<Namesake[]> {
  const { actor, today } = session;
  requireCapability(actor, "people.read");
  requireCapability(actor, "outreach.work");
  const found = await session.read(async (tx) => {
    const { rows } = await listPersonRows(tx, actor.orgId, { q: name, living: true }, today, { limit: 50 });
    const same = rows.filter((row) => row.name === name).slice(0, MOST);
    const names = await unitNames(tx, actor.orgId, same.flatMap(({ communityId }) => communityId ?? []));
    return same.map(({ id, birthOn, communityId, ...row }) => ({ personId: id, name: row.name, birthOn, communityName: (communityId && names.get(communityId)?.name) || null }));
  });
  if (found.length > 0) await noteReading(session, { action: "person.namesakes_read", subjectKind: "persons", subjectId: "namesakes", details: { found: found.length } });
  return found;
}
