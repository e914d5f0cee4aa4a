import { previewCommand, usage } from "./preview.ts";

/** `linli register preview FILE`: what a register holds; needs no database. */
export const registerPreviewCommand = { name: ["register", "preview"], usage, run: (args: readonly string[]) => previewCommand(args) };
