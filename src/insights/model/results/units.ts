/** What results (成效) are counted by, and into which categories each falls; together the categories hold every unit once. */
export const CATEGORIES = {
  goals: ["attained", "below", "unrated"],
  plans: ["reached", "under", "unrated"],
  scores: ["better", "same", "worse", "once", "unscored"],
  needs: ["met", "waiting", "unmet"],
  jobs: ["kept", "paused", "not_kept"],
  relief: ["respite", "talk", "group"],
} as const;
export type Measure = keyof typeof CATEGORIES;
export const MEASURES = Object.keys(CATEGORIES) as readonly Measure[];
export type Category = (typeof CATEGORIES)[Measure][number];

/** A programme and a population: the line a unit is counted in. */
export interface Line {
  readonly programmeId: string | null;
  readonly population: string;
}

/** One thing counted: a goal, a plan, a pair of scores, a need, a job on a day, an hour of relief. It stands in exactly one line and one category. */
export interface ResultUnit extends Line {
  readonly key: string;
  readonly measure: Measure;
  readonly category: Category;
  readonly personId: string;
  /** The case it belongs to; whoever may not open that sees no name. */
  readonly caseId: string | null;
  /** Which instrument, which need, after how many months; '' where nothing more is to be said. */
  readonly subject: string;
  /** T-score, total or minutes; null where there is none: never nought. */
  readonly value: number | null;
  readonly before: number | null;
  readonly onDay: string;
  /** Where the record itself stands. */
  readonly to: string;
}

export interface Span { readonly from: string; readonly to: string }
