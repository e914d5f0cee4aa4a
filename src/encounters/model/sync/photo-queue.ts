import { edit, isUnsent, type Item } from "./queue.ts";

/** What a photograph in the queue must say: which entry it belongs to. */
export interface OfEntry { readonly of: string }

/** A photograph goes once its entry stands there; an entry the device no longer holds was received. */
export const mayGo = (photo: Item<OfEntry>, entry: Pick<Item<unknown>, "basis"> | undefined): boolean => photo.state === "waiting" && (entry === undefined || entry.basis > 0);

/**
 * What becomes of a photograph when somebody decided about its entry: given up with it, gone along when it stands under another id, else as it was.
 * Under another id it is another photograph there, so it has a fresh id too.
 */
export function follow<P extends OfEntry>(photo: Item<P>, entryId: string, decided: Pick<Item<unknown>, "id"> | null, fresh: string): Item<P> | null {
  if (photo.entry.of !== entryId || !isUnsent(photo)) return photo;
  if (decided === null) return null;
  return decided.id === entryId ? photo : { ...edit(photo, fresh, { ...photo.entry, of: decided.id }), id: fresh, tried: [], attempts: 0 };
}

/** Once more after a refusal, as it is. */
export const again = <E>(item: Item<E>): Item<E> => (item.state === "refused" ? { ...item, state: "waiting", reason: null } : item);
