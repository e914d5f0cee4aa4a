import { createHash } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { whoAllows } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { redrawImage, type RedrawnImage } from "#platform/files/redraw-image.ts";
import { decidePhoto, LONGEST_SIDE, MOST_PHOTO_BYTES, type NewPhoto } from "../../model/photo.ts";
import { lockEncounter } from "../../store/encounters.ts";
import { findPhoto, insertPhoto, photosOf } from "../../store/photos.ts";
import { cellOf } from "./photo-cell.ts";
import { requirePhotoRecord } from "./photo-ground.ts";

/** A photograph with its picture drawn anew, ready to be kept. */
export interface ReadyPhoto extends NewPhoto {
  readonly picture: RedrawnImage;
  readonly sentHash: Buffer;
}

/** Draws the picture anew, outside any transaction: it takes a processor's time. Whatever the camera wrote beside it stays behind. */
export async function readyPhoto(photo: NewPhoto, bytes: Uint8Array): Promise<ReadyPhoto> {
  if (bytes.length > MOST_PHOTO_BYTES) throw new Refusal("too_large", "encounter.photo_too_large", { fields: [{ field: "photo", reason: "encounter.photo_too_large" }] });
  return { ...photo, picture: await redrawImage(bytes, LONGEST_SIDE), sentHash: createHash("sha256").update(bytes).digest() };
}

/** Adds a photograph to a record; sent twice it is kept once. */
export async function addPhoto(session: Session, encounterId: string, photo: NewPhoto, bytes: Uint8Array): Promise<{ id: string }> {
  requireCapability(session.actor, "encounters.write");
  const ready = await readyPhoto(photo, bytes);
  return session.write("encounters.add-photo", { encounterId, ...photo, hash: ready.sentHash.toString("hex") }, (tx) => addPhotoIn(session, tx, encounterId, ready));
}

/** In the transaction that wrote the record, or one of its own. */
export async function addPhotoIn(session: Session, tx: Tx, encounterId: string, { id, caption, shows, picture: { content, ...drawn }, sentHash }: ReadyPhoto): Promise<{ id: string }> {
  const { actor, now, today } = session;
  await lockEncounter(tx, actor.orgId, encounterId);
  const { standing, withdrawal } = await requirePhotoRecord(session, tx, encounterId);
  const known = await findPhoto(tx, actor.orgId, id);
  if (known) {
    if (known.encounterId === encounterId && known.sentHash.equals(sentHash)) return { id };
    throw new Refusal("conflict", "encounter.photo_known");
  }
  const people = standing.people.map(({ personId }) => personId);
  const held = (await photosOf(tx, actor.orgId, encounterId)).filter((photo) => photo.withdrawal === null).length;
  const decision = decidePhoto({ shows }, { withdrawn: withdrawal !== null, standing: held, people, agreed: await whoAllows(tx, actor.orgId, people, "photograph", today) });
  if (!decision.allowed) throw new Refusal("conflict", `encounter.${decision.reason}`);
  await insertPhoto(tx, actor.orgId, {
    id, encounterId, revision: standing.revision, caption, ...drawn, sentHash, shows, addedBy: actor.accountId, addedByName: actor.name, addedAt: now.toISOString(), sealed: session.keys.sealBytes(content, cellOf(id)),
  });
  await recordAudit(tx, actor, { action: "encounter.photo_added", subjectKind: "encounter", subjectId: encounterId, details: { photoId: id, shows } });
  return { id };
}
