/** The ladder from being helped to leading (助人自助): 得到帮助、参加、帮助别人、组织、带头. */
export const STEPS = ["helped", "joined", "helping", "organising", "leading"] as const;
export type Step = (typeof STEPS)[number];

/** Steps somebody is asked to take; the first two need no asking. */
export const ASKED = ["helping", "organising", "leading"] as const;
export type AskedStep = (typeof ASKED)[number];

export const heightOf = (step: Step): number => STEPS.indexOf(step);
export const isAsked = (step: Step): step is AskedStep => heightOf(step) >= heightOf("helping");

/** Where a day on a step is known from. */
export const SOURCES = ["case", "pair", "service", "session", "hours", "group", "episode"] as const;
export type Source = (typeof SOURCES)[number];

/** Everything known of somebody on one step. `times` counts different days. */
export interface Stand {
  readonly step: Step;
  readonly firstOn: string;
  readonly lastOn: string;
  readonly times: number;
}
