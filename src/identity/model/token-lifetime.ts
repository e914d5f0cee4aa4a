/** Lives of an access token that can be chosen, in days. There is none without an end. */
export const TOKEN_LIFETIMES_DAYS = [30, 90, 365] as const;
