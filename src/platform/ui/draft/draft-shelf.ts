import { importDraftKey, keyTag, openDraft, placeTag, sealDraft, type Draft } from "./draft-box.ts";

/** Where drafts lie: `localStorage`, or anything shaped like it. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** The drafts of one account on this device. */
export interface DraftShelf {
  read: (formKey: string) => Promise<Draft | undefined>;
  /** False when the device has no room left. */
  write: (formKey: string, draft: Draft) => Promise<boolean>;
  forget: (formKey: string) => Promise<void>;
}

/** Days after which a draft nobody came back to is thrown away. */
const KEPT_DAYS = 30;
const PREFIX = "linli.draft";

/** Opens the shelf of the account the key belongs to, and clears what has lain too long. Undefined where nothing can be encrypted. */
export async function openShelf(draftKey: string | undefined, shelf: Shelf, now: Date): Promise<DraftShelf | undefined> {
  if (!draftKey || !globalThis.crypto?.subtle) return undefined;
  const [key, tag] = await Promise.all([importDraftKey(draftKey), keyTag(draftKey)]);
  // Which forms somebody has begun, and about whom, is nobody else's business: the place does not say.
  const place = async (formKey: string) => `${PREFIX}/${tag}/${await placeTag(draftKey, formKey)}`;
  clearOld(shelf, now);
  return {
    read: async (formKey) => {
      const stored = shelf.getItem(await place(formKey));
      return stored ? openDraft(key, formKey, stored.slice(stored.indexOf("|") + 1)) : undefined;
    },
    write: async (formKey, draft) => {
      const [lies, sealed] = await Promise.all([place(formKey), sealDraft(key, formKey, draft)]);
      try {
        shelf.setItem(lies, `${draft.savedAt.slice(0, 10)}|${sealed}`);
        return true;
      } catch {
        return false;
      }
    },
    forget: async (formKey) => shelf.removeItem(await place(formKey)),
  };
}

function clearOld(shelf: Shelf, now: Date) {
  const oldest = new Date(now.getTime() - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10);
  const places = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? "").filter((place) => place.startsWith(PREFIX));
  for (const place of places) if ((shelf.getItem(place) ?? "") < oldest) shelf.removeItem(place);
}
