import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { chainOf, type Withdrawal } from "../store/encounters.ts";
import { nameEncounters, type NamedEncounter } from "./name-encounters.ts";
import { listPhotos, type RecordPhotos } from "./photos/list-photos.ts";

export interface ShownEncounter {
  readonly standing: NamedEncounter;
  /** Earlier revisions, newest first. */
  readonly earlier: readonly NamedEncounter[];
  readonly withdrawal: Withdrawal | null;
  readonly photographs: RecordPhotos;
}

/** One service with everything it once said. Part of personal files, so the reading is noted for each person in it. */
export async function showEncounter(session: Session, encounterId: string): Promise<ShownEncounter> {
  const { actor } = session;
  requireCapability(actor, "encounters.read");
  return session.write("encounters.show", { encounterId, at: session.now.toISOString() }, async (tx) => {
    const { revisions, withdrawal } = await chainOf(tx, actor.orgId, encounterId);
    const [standing, ...earlier] = await nameEncounters(tx, actor.orgId, revisions);
    if (!standing) throw new Refusal("not_found", "encounter.not_found");
    await recordAudit(tx, actor, standing.people.map(({ personId }) => ({ action: "encounter.read", subjectKind: "person", subjectId: personId, details: { encounterId } })));
    return { standing, earlier, withdrawal, photographs: await listPhotos(session, tx, revisions) };
  });
}
