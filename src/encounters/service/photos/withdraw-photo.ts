import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { lockEncounter } from "../../store/encounters.ts";
import { findPhoto, withdrawPhotos } from "../../store/photos.ts";
import { requirePhotoRecord } from "./photo-ground.ts";

/** Takes a photograph back with a reason: the row stays to be seen, the picture is deleted. Also what a withdrawn consent asks for. */
export async function withdrawPhoto(session: Session, { encounterId, photoId, reason }: { encounterId: string; photoId: string; reason: string }): Promise<{ id: string }> {
  const { actor, now } = session;
  requireCapability(actor, "encounters.write");
  return session.write("encounters.withdraw-photo", { encounterId, photoId, reason }, async (tx) => {
    await lockEncounter(tx, actor.orgId, encounterId);
    await requirePhotoRecord(session, tx, encounterId);
    const photo = await findPhoto(tx, actor.orgId, photoId);
    if (photo?.encounterId !== encounterId) throw new Refusal("not_found", "encounter.photo_not_found");
    if (photo.withdrawal) throw new Refusal("conflict", "encounter.photo_withdrawn_before");
    await withdrawPhotos(tx, actor.orgId, [photoId], { reason, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "encounter.photo_withdrawn", subjectKind: "encounter", subjectId: encounterId, details: { photoId, reason } });
    return { id: photoId };
  });
}
