/** Bringing a register in, from the upload to the undoing. The list itself is personal, so reading it is audited. */
export const IMPORT_REGISTER = { capability: "register.import", shows: ["public", "internal", "personal"] } as const;
