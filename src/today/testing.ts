export { compileToday } from "./service/compile-today.ts";
