import { follow } from "../../../model/sync/photo-queue.ts";
import { choose, edit, enter, type Item } from "../../../model/sync/queue.ts";
import type { FieldBox, FieldEntry, FieldItem, FieldPhoto } from "./box.ts";

/** A photograph just drawn anew on the device. */
export interface DrawnPhoto {
  readonly caption: string;
  readonly shows: readonly string[];
  /** Base64 of a JPEG. */
  readonly picture: string;
}

/** Writes what was typed with its photographs: the pictures first, then the entry, then the photographs, so that none is ever sent before what it needs. */
export async function saveVisit(box: FieldBox, { id, kept, stamps, photos }: { id: string; kept: FieldEntry; stamps: FieldItem["stamps"]; photos: readonly DrawnPhoto[] }): Promise<void> {
  const laid = photos.map(({ picture, ...said }) => ({ picture, said, photoId: crypto.randomUUID() }));
  for (const { photoId, picture } of laid) await box.write(`image/${photoId}`, picture);
  await box.entries.change(id, (now) => (now ? edit(now, crypto.randomUUID(), kept) : enter(id, crypto.randomUUID(), kept, stamps)));
  for (const { photoId, said } of laid) await box.photos.change(photoId, () => enter(photoId, photoId, { ...said, of: id, name: kept.name, image: `image/${photoId}` }));
}

/** Gives an entry up, or decides a clash; its photographs go where it goes. */
export async function decideItem(box: FieldBox, id: string, side: "mine" | "theirs" | "drop"): Promise<void> {
  const fresh = { id: crypto.randomUUID(), sendKey: crypto.randomUUID() };
  const decided: { item: FieldItem | null } = { item: null };
  await box.entries.change(id, (item) => (decided.item = item && side !== "drop" ? choose(item, side, fresh) : null));
  for (const { id: photoId } of await box.photos.items()) await changePhoto(box, photoId, (photo) => follow(photo, id, decided.item, crypto.randomUUID()));
}

/** Changes a photograph; with one that is given up its picture goes too. */
export async function changePhoto(box: FieldBox, id: string, work: (photo: Item<FieldPhoto>) => Item<FieldPhoto> | null): Promise<void> {
  const gone: { image?: string } = {};
  await box.photos.change(id, (photo) => {
    if (!photo) return undefined;
    const next = work(photo);
    if (next === null) gone.image = photo.entry.image;
    return next;
  });
  if (gone.image) await box.write(gone.image, null);
}
