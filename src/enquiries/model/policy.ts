/** Working on what the public asked. Enquiries hold personal words, so reading one is audited. */
export const MANAGE_ENQUIRIES = { capability: "enquiries.manage", shows: ["public", "internal", "personal"] } as const;

/** What the public may do without an account. */
export const SUBMIT_ENQUIRY = "enquiries.submit";
