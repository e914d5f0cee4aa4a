import { z } from "zod";
import { Refusal, type FieldFault } from "#kernel/refusal.ts";
import { listOf } from "#platform/web/form.ts";
import { MOST_PHOTO_BYTES, NewPhoto } from "../model/photo.ts";

/** What the fields of a photograph send beside its file. */
export const PhotoForm = z.object({ photoId: z.uuid(), photoCaption: z.string().max(300).optional(), photoShows: listOf(z.union([z.literal("nobody"), z.uuid()])) });

/** The photograph a form carries, read and measured; null where no file was chosen. What is missing is said at its field. */
export async function photoOf(data: FormData, { photoId: id, photoCaption = "", photoShows }: z.output<typeof PhotoForm>): Promise<{ photo: NewPhoto; bytes: Uint8Array } | null> {
  const file = data.get("photo");
  if (!(file instanceof File) || file.size === 0) return null;
  const people = photoShows.filter((one) => one !== "nobody");
  const faults: FieldFault[] = [];
  if (file.size > MOST_PHOTO_BYTES) faults.push({ field: "photo", reason: "encounter.photo_too_large" });
  if (photoCaption === "") faults.push({ field: "photoCaption", reason: "encounter.photo_caption" });
  if (photoShows.length === 0 || (people.length > 0 && people.length < photoShows.length)) faults.push({ field: "photoShows", reason: "encounter.photo_say_who" });
  if (faults.length > 0) throw new Refusal("invalid_input", "platform.check_fields", { fields: faults });
  return { photo: NewPhoto.parse({ id, caption: photoCaption, shows: people }), bytes: new Uint8Array(await file.arrayBuffer()) };
}
