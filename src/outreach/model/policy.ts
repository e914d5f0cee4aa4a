import type { Action } from "#platform/access/can.ts";

/** Working on one member of a round: the worker they were given to, or whoever manages rounds. */
export const WORK_ON_MEMBER: Action = { capability: "outreach.manage", assignedCapability: "outreach.work", shows: ["public", "internal", "personal", "sensitive"] };
