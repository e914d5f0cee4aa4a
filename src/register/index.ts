/** The door of the register: bringing one in, step by step. */
export { uploadRegister } from "./service/upload-register.ts";
export { acceptImport } from "./service/applying/accept-import.ts";
export { loadImport } from "./service/load-import.ts";
