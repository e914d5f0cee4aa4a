import { listPersonRows } from "#people/index.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";

/** Somebody found, with enough to tell two of one name apart. */
export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly birthOn: string | null;
  readonly communityName: string | null;
}

/** Finds whom a service was for, by characters, pinyin, initials or the end of a number. */
export async function findPeople(session: Session, q: string): Promise<FoundPerson[]> {
  const { actor, today } = session;
  requireCapability(actor, "encounters.write");
  if (q === "") return [];
  return session.read(async (tx) => {
    const { rows } = await listPersonRows(tx, actor.orgId, { q: q.slice(0, 60) }, today, { limit: 12 });
    const units = await unitNames(tx, actor.orgId, rows.flatMap(({ communityId }) => communityId ?? []));
    return rows.map(({ id, name, birthOn, communityId }) => ({ id, name, birthOn, communityName: (communityId && units.get(communityId)?.name) || null }));
  });
}
