import { en } from "./en.ts";
import { zh } from "./zh.ts";

/** Words of rounds of visits (走访路线). */
export const routingText = { zh, en };
