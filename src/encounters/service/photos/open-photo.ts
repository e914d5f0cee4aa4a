import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { findPhoto, sealedPhoto } from "../../store/photos.ts";
import { cellOf } from "./photo-cell.ts";
import { photoStates, requirePhotoRecord } from "./photo-ground.ts";

/** Hands out a picture. Each opening is noted for everybody in the record; one that was taken back or cut opens to nobody. */
export async function openPhoto(session: Session, { encounterId, photoId }: { encounterId: string; photoId: string }): Promise<{ content: Buffer }> {
  const { actor } = session;
  requireCapability(actor, "encounters.read");
  return session.write("encounters.open-photo", null, async (tx) => {
    const { standing } = await requirePhotoRecord(session, tx, encounterId);
    const photo = await findPhoto(tx, actor.orgId, photoId);
    if (photo?.encounterId !== encounterId) throw new Refusal("not_found", "encounter.photo_not_found");
    const state = (await photoStates(session, tx, standing, [photo])).get(photoId);
    const sealed = state === "open" ? await sealedPhoto(tx, actor.orgId, photoId) : undefined;
    if (!sealed) throw new Refusal("not_found", "encounter.photo_not_found");
    const people = new Set([...standing.people.map(({ personId }) => personId), ...photo.shows]);
    await recordAudit(tx, actor, [...people].map((subjectId) => ({ action: "encounter.photo_opened", subjectKind: "person", subjectId, details: { encounterId, photoId } })));
    return { content: session.keys.openBytes(sealed, cellOf(photoId)) };
  });
}
