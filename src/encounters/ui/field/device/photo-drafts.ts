import type { FieldBox } from "./box.ts";

/** A photograph chosen and drawn anew, its visit not saved yet. `picture` is base64 of a JPEG. */
export interface PhotoDraft { readonly key: string; readonly picture: string }

/** Says that there is something to forget, so that a page for strangers opens no database for nothing. */
const MARK = "linli.photo-drafts";

export const photosBegun = async (box: FieldBox, formKey: string): Promise<readonly PhotoDraft[]> => await box.readBegun<readonly PhotoDraft[]>(formKey) ?? [];

/** Keeps what was chosen for a visit until it is saved; none takes it away. Throws where the device has no room left. */
export async function keepPhotos(box: FieldBox, formKey: string, photos: readonly PhotoDraft[]): Promise<void> {
  if (photos.length > 0) localStorage.setItem(MARK, "1");
  await box.writeBegun(formKey, photos.length > 0 ? photos : null);
}

/** Whoever signs out leaves no picture behind that was not saved. */
export async function forgetPhotos(): Promise<void> {
  try {
    if (localStorage.getItem(MARK) === null) return;
    await (await import("./box.ts")).sweepBegun();
    localStorage.removeItem(MARK);
  } catch { /* no storage, so nothing to forget */ }
}
