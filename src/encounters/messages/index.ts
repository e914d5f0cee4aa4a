import { en } from "./en.ts";
import { zh } from "./zh.ts";

/** Words of service records (服务记录). */
export const encountersText = { zh, en };
