import type { Action } from "#platform/access/can.ts";

/** Making, reading and following a support plan: goals and circumstances of a person. A plan of a case asks the case as well. */
export const WORK_ON_PLANS: Action = { capability: "plans.work", shows: ["personal", "sensitive"] };
