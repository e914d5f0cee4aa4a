import type { Cell } from "#platform/secrets/org-keys.ts";

/** Where a picture lies; bound into its seal. */
export const cellOf = (photoId: string): Cell => ({ table: "encounters.photo_contents", column: "sealed", row: photoId });
