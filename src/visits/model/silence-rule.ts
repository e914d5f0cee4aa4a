/** The rule by which a pair is said to have gone silent, in force from version to version. The days themselves are agreed pair by pair (`rhythmDays`). */
export interface SilenceRule {
  readonly version: number;
  /** Days past the agreed one that are let go by. */
  readonly graceDays: number;
  /** From this many times the agreed days on, asking the friend is not enough: both sides are talked with. */
  readonly longTimes: number;
  readonly source: { readonly zh: string; readonly en: string };
  /** The day somebody checked it against its source; null while nobody has. */
  readonly verified: string | null;
}

export const SILENCE_RULE: SilenceRule = {
  version: 1, graceDays: 0, longTimes: 2, verified: null,
  source: { zh: "本系统的起始设置：过了约定的那天还没有见面，当天就提醒；超过约定天数的两倍，和双方都谈一谈", en: "The system's own beginning: raised the day the agreed one has passed; beyond twice the agreed days, both sides are talked with" },
};

/** What to do about a silent pair next. */
export const SILENCE_STEPS = ["first_meeting", "ask", "talk"] as const;
export type SilenceStep = (typeof SILENCE_STEPS)[number];

export function silenceStep({ lastMetOn, quietDays, rhythmDays }: { readonly lastMetOn: string | null; readonly quietDays: number; readonly rhythmDays: number }, { longTimes }: SilenceRule = SILENCE_RULE): SilenceStep {
  if (lastMetOn === null) return "first_meeting";
  return quietDays > rhythmDays * longTimes ? "talk" : "ask";
}
