import { createHash } from "node:crypto";
import type { PersonCard } from "#people/index.ts";
import { knownFields } from "../model/stamp.ts";

/** A short word for what is known of a person, so that a device can say what it knew without repeating it. Changes when they are merged, move, or have another name or number. */
export function stampOf(card: PersonCard): string {
  return createHash("sha256").update(JSON.stringify([card.id, knownFields(card)])).digest("base64url").slice(0, 16);
}
