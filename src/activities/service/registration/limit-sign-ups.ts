import { limitCalls } from "#platform/web/limit-calls.ts";

/** A family or a group around one phone signs up together. */
export const limitSignUps = limitCalls(20, "activities.too_many");
