import { en } from "./en.ts";
import { zh } from "./zh.ts";

/** Words of activities (活动). */
export const activitiesText = { zh, en };
