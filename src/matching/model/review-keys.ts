/** Keys of the review of a round; the page listens by this table, and the page of keys lists it. */
export const REVIEW_KEYS = { next: { keys: ["j"] }, last: { keys: ["k"] }, accept: { keys: ["a"] }, lock: { keys: ["l"] }, forbid: { keys: ["f"] }, whatIf: { keys: ["w"] } } as const;
export type ReviewKey = keyof typeof REVIEW_KEYS;
