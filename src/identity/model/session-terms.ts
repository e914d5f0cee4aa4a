const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long a session lives without a sign of life, and altogether. */
export interface SessionTerms {
  readonly idleMs: number;
  readonly longestMs: number;
}

/** A working day at the desk; a week at the longest. */
const STAFF: SessionTerms = { idleMs: 12 * HOUR, longestMs: 7 * DAY };
/** A volunteer comes once a week and must not have to remember a password every time. */
const VOLUNTEER: SessionTerms = { idleMs: 30 * DAY, longestMs: 180 * DAY };
/** Between the password and the second factor. */
const HALF_OPEN: SessionTerms = { idleMs: HOUR, longestMs: HOUR };

/** Note the last sign of life at most this often, so that reading pages does not write all the time. */
export const TOUCH_AFTER_MS = 60_000;

/** The terms of a session by what it can open. */
export function sessionTerms(session: { strong: boolean; wantsSecondFactor: boolean }): SessionTerms {
  if (!session.wantsSecondFactor) return VOLUNTEER;
  return session.strong ? STAFF : HALF_OPEN;
}

/** When a session ends if nothing more is heard of it. */
export function sessionEnd({ idleMs, longestMs }: SessionTerms, openedAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + idleMs, openedAt.getTime() + longestMs));
}
