/** What a message is about; people can want no more of one kind (活动通知、服务通知、问候). */
export const KINDS = ["activities", "services", "greetings"] as const;
export type Kind = (typeof KINDS)[number];

/** What an opt-out speaks of: one kind, or every kind. */
export const OPT_OUT_KINDS = ["all", ...KINDS] as const;
export type OptOutKind = (typeof OPT_OUT_KINDS)[number];

/** Why somebody of the audience gets nothing. */
export const REASONS = ["withheld", "deceased", "no_contact", "asked_for_rest", "opted_out", "no_guardian", "must_not_contact", "no_address"] as const;
export type Reason = (typeof REASONS)[number];

/** Where a message stands for one person. */
export const STATES = ["queued", "sent", "joined", "failed", "not_sent", "stopped", "left_out"] as const;
export type State = (typeof STATES)[number];

/** How long a message waits before it leaves, so that it can be taken back, in minutes. */
export const WAIT_MINUTES = 5;
/** Messages one account lets go in 24 hours. */
export const MOST_A_DAY = 6;
/** People one message is for. */
export const MOST_PEOPLE = 5000;
