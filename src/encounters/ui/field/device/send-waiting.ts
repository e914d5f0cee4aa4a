import { mayGo } from "../../../model/sync/photo-queue.ts";
import { begin, settle, wake, type Answer, type Item } from "../../../model/sync/queue.ts";
import type { FieldBox, Shelf } from "./box.ts";
import { postItem } from "./post-item.ts";
import { postPhoto } from "./post-photo.ts";

/** Sends what waits, entries before their photographs, what was tried least first, each once; every state is kept before and after. One window at a time. */
export async function sendWaiting(box: FieldBox, changed: () => Promise<void>): Promise<void> {
  await navigator.locks.request("linli-field/sending", { ifAvailable: true }, async (mine) => {
    if (!mine) return;
    if (!(await sendShelf(box.entries, () => true, postItem, changed))) return;
    const entries = new Map((await box.entries.items()).map((item) => [item.id, item]));
    await sendShelf(box.photos, (photo) => mayGo(photo, entries.get(photo.entry.of)), (photo) => postPhoto(box, photo), changed);
    for (const { state, entry } of await box.photos.items()) if (state === "accepted") await box.write(entry.image, null);
  });
}

/** False when there is no use in sending more. */
async function sendShelf<E>(shelf: Shelf<E>, mayGoNow: (item: Item<E>) => boolean, post: (item: Item<E>) => Promise<{ readonly answer: Answer<E>; readonly goOn: boolean }>, changed: () => Promise<void>): Promise<boolean> {
  for (const { id } of await shelf.items()) await shelf.change(id, (item) => (item?.state === "sending" ? wake(item) : undefined));
  const waiting = (await shelf.items()).filter((item) => item.state === "waiting" && mayGoNow(item)).toSorted((a, b) => a.attempts - b.attempts);
  for (const { id } of waiting) {
    const taken: { item?: Item<E> } = {};
    await shelf.change(id, (item) => (item?.state === "waiting" ? (taken.item = begin(item)) : undefined));
    if (!taken.item) continue;
    await changed();
    const { sendKey } = taken.item;
    const { answer, goOn } = await post(taken.item);
    await shelf.change(id, (item) => item && settle(item, sendKey, answer));
    await changed();
    if (!goOn) return false;
  }
  return true;
}
