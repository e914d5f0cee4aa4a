/** The door of the register import: a file in, its acceptance, and what waits for somebody's word. */
export { uploadRegister } from "./service/upload-register.ts";
export { loadImport } from "./service/load-import.ts";
export { acceptImport } from "./service/applying/accept-import.ts";
;
export type { ImportStatus } from "./model/import/import-status.ts";
