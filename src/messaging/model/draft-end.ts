const DAY_MS = 86_400_000;

/** Days after which a message that was written and never let go is taken away: whom it was for is known anew each time, so an old one misleads. */
export const DRAFT_DAYS = 30;

/** When a message that is only written is taken away. It is never changed, so its time begins when it was written. */
export const draftEndsAt = (at: string): string => new Date(Date.parse(at) + DRAFT_DAYS * DAY_MS).toISOString();

/** Messages written before this instant are over unless they were let go. */
export const overBefore = (now: Date): string => new Date(now.getTime() - DRAFT_DAYS * DAY_MS).toISOString();
