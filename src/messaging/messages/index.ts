import { en } from "./en.ts";
import { zh } from "./zh.ts";

export const messagingText = { zh, en };
