import { isRefusal } from "#kernel/refusal.ts";

/** How several steps went, each in a transaction of its own. */
export interface Together<Item, Done> {
  readonly done: readonly Done[];
  readonly refused: readonly (Item & { readonly reason: string })[];
}

/** Takes each step by itself: one that is refused takes nothing of the others back. What is not an expected refusal ends it all; those done stay done. */
export async function oneByOne<Item extends object, Done>(items: readonly Item[], take: (item: Item) => Promise<Done>): Promise<Together<Item, Done>> {
  const done: Done[] = [];
  const refused: (Item & { reason: string })[] = [];
  for (const item of items) {
    try {
      done.push(await take(item));
    } catch (error) {
      if (!isRefusal(error) || error.kind === "not_signed_in") throw error;
      refused.push({ ...item, reason: error.reason });
    }
  }
  return { done, refused };
}
