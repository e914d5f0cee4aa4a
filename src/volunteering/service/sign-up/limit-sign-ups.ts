import { limitCalls } from "#platform/web/limit-calls.ts";

/** A class signing up together in one room shares an address. */
export const limitSignUps = limitCalls(20, "volunteering.too_many_sign_ups");
