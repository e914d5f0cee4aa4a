import { begin, settle, wake } from "../../model/sync/queue.ts";
import type { FieldBox, FieldItem } from "./box.ts";
import type { Posted } from "./post-item.ts";

/** Sends what waits, what was tried least first, each once; every state is kept before and after. One window at a time. */
export async function sendWaiting(box: FieldBox, post: (item: FieldItem) => Promise<Posted>, changed: () => Promise<void>): Promise<void> {
  await navigator.locks.request("linli-field/sending", { ifAvailable: true }, async (mine) => {
    if (!mine) return;
    for (const { id } of await box.items()) await box.change(id, (item) => item && wake(item));
    const waiting = (await box.items()).filter(({ state }) => state === "waiting").toSorted((a, b) => a.attempts - b.attempts);
    for (const { id } of waiting) {
      const taken: { item?: FieldItem } = {};
      await box.change(id, (item) => (item?.state === "waiting" ? (taken.item = begin(item)) : undefined));
      if (!taken.item) continue;
      await changed();
      const { sendKey } = taken.item;
      const { answer, goOn } = await post(taken.item);
      await box.change(id, (item) => item && settle(item, sendKey, answer));
      await changed();
      if (!goOn) return;
    }
  });
}
