/** Failed attempts allowed within the window: for one subject from one address, for one subject in all, from one address in all. */
export const ATTEMPT_LIMITS = { windowMinutes: 15, bySubjectAndAddress: 8, bySubject: 30, byAddress: 100 } as const;

/** Attempts within the window, the one just begun included, and the oldest of them. */
export interface AttemptCount {
  readonly bySubjectAndAddress: number;
  readonly bySubject: number;
  readonly byAddress: number;
  readonly oldestAt: string;
}

/** Null when one more try is allowed; otherwise the whole minutes to wait. */
export function minutesToWait(count: AttemptCount, now: Date): number | null {
  const { windowMinutes } = ATTEMPT_LIMITS;
  const over = count.bySubjectAndAddress > ATTEMPT_LIMITS.bySubjectAndAddress || count.bySubject > ATTEMPT_LIMITS.bySubject
    || count.byAddress > ATTEMPT_LIMITS.byAddress;
  if (!over) return null;
  const passed = (now.getTime() - Date.parse(count.oldestAt)) / 60_000;
  return Math.min(windowMinutes, Math.max(1, Math.ceil(windowMinutes - passed)));
}
