import { limitCalls } from "#platform/web/limit-calls.ts";

/** Far more than somebody who asks for help would send. */
export const limitAsking = limitCalls(8, "enquiry.too_many");
