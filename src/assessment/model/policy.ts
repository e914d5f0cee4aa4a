import type { Action } from "#platform/access/can.ts";

/** Assessing, and reading what came of it: health, risks and the home of a person. */
export const WORK_ON_ASSESSMENTS: Action = { capability: "assessments.work", shows: ["personal", "sensitive"] };
