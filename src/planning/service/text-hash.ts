import { createHash } from "node:crypto";

/** SHA-256 of a text, in hexadecimal: by it a signature is held to what was signed. */
export const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
