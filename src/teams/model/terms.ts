/** Parts of a day in which somebody is on call (值班). */
export const DAY_PARTS = ["morning", "afternoon", "evening"] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** What neighbours do for neighbours. Nothing that needs a trade or touches health. */
export const KINDS = ["company", "call", "errand", "laundry", "escort", "repair", "other"] as const;
export type Kind = (typeof KINDS)[number];

/** How often somebody should look in, by need: 常去看看、每周一次、有事才去. */
export const LEVELS = ["often", "weekly", "on_call"] as const;
export type Level = (typeof LEVELS)[number];

export const PARTS = ["member", "deputy", "lead"] as const;
export type Part = (typeof PARTS)[number];

export const LEAVING = ["own_wish", "time", "health", "moved", "died", "mistake"] as const;
export const ENDING = ["own_wish", "not_needed", "care_home", "moved", "died", "mistake"] as const;

/** How long a meeting took, in minutes, as cards to press. */
export const LENGTHS_MINUTES = [30, 60, 90, 120] as const;
