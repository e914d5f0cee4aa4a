import { z } from "zod";

/** Pixels of the longer side a photograph is kept with. */
export const LONGEST_SIDE = 1600;
/** Largest picture taken in, in bytes: what a telephone's camera makes. */
export const MOST_PHOTO_BYTES = 15 * 1024 * 1024;
/** Most photographs that stand on one record. */
export const MOST_PHOTOS = 6;

/** What is said of a photograph where it is added. */
export const NewPhoto = z.object({
  /** Given where it was added, so that what is sent twice is kept once. */
  id: z.uuid(),
  /** What is to be seen, for the record and for whoever cannot see it. */
  caption: z.string().trim().min(1).max(300),
  /** Who is in it; nobody for a place or a thing. */
  shows: z.array(z.uuid()).max(20),
});
export type NewPhoto = z.output<typeof NewPhoto>;

/** What the record says that a photograph is added to. */
export interface PhotoGround {
  readonly withdrawn: boolean;
  /** Photographs that stand on it already. */
  readonly standing: number;
  /** Persons who took part. */
  readonly people: readonly string[];
  /** Of those, who agreed to be photographed. */
  readonly agreed: ReadonlySet<string>;
}

type PhotoDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: "photo_of_withdrawn" | "photo_too_many" | "photo_not_in_record" | "photo_no_consent" };

/** Whether a photograph may be added: to a record that stands, of those who took part and agreed to be photographed. */
export function decidePhoto({ shows }: Pick<NewPhoto, "shows">, { withdrawn, standing, people, agreed }: PhotoGround): PhotoDecision {
  if (withdrawn) return { allowed: false, reason: "photo_of_withdrawn" };
  if (shows.some((id) => !people.includes(id))) return { allowed: false, reason: "photo_not_in_record" };
  if (shows.some((id) => !agreed.has(id))) return { allowed: false, reason: "photo_no_consent" };
  return standing >= MOST_PHOTOS ? { allowed: false, reason: "photo_too_many" } : { allowed: true };
}

/** `cut`: somebody in it no longer agrees, or their data may not be kept; it opens to nobody, and waits to be taken back. */
export type PhotoState = "open" | "cut" | "withdrawn";

export function photoState({ withdrawn, shows }: { withdrawn: boolean; shows: readonly string[] }, { agreed, withheld }: { agreed: ReadonlySet<string>; withheld: boolean }): PhotoState {
  if (withdrawn) return "withdrawn";
  return withheld || shows.some((id) => !agreed.has(id)) ? "cut" : "open";
}
