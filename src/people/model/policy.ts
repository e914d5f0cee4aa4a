import type { Action } from "#platform/access/can.ts";

/** Opening one person's file. */
export const SHOW_PERSON: Action = { capability: "people.read", shows: ["public", "internal", "personal"] };
/** The guarded part of a file: disability, guardianship. */
export const SHOW_SENSITIVE: Action = { capability: "people.read", shows: ["sensitive"] };
/** One identity number in full; a call of its own, with its purpose. */
export const REVEAL_IDENTIFIER: Action = { capability: "people.reveal", shows: ["sensitive"] };
export const WRITE_PERSON: Action = { capability: "people.write", shows: ["personal"] };
