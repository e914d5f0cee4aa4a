import { z } from "zod";

export const PlanId = z.uuid().brand<"SupportPlanId">();
export type PlanId = z.infer<typeof PlanId>;

/** How soon a plan must be looked at again. */
export const Risk = z.enum(["low", "medium", "high"]);
export type Risk = z.infer<typeof Risk>;

/** Who takes a step (行动步骤): never only staff. */
export const Owner = z.enum(["client", "carer", "volunteer", "worker"]);
export type Owner = z.infer<typeof Owner>;

/** From much less than hoped for to much more. */
export const LEVELS = [-2, -1, 0, 1, 2] as const;
export type Level = (typeof LEVELS)[number];
export const Level = z.coerce.number().int().min(-2).max(2).transform((value) => value as Level);

/** One goal of a version (目标), with what each level of attainment looks like. */
export interface Goal {
  /** The same in the next version. */
  readonly goalId: string;
  readonly words: string;
  readonly baseline: string;
  readonly baselineLevel: Level;
  /** What it looks like at −2, −1, 0, +1, +2. */
  readonly levels: readonly string[];
  /** 1–5. */
  readonly weight: number;
  /** `YYYY-MM-DD`. */
  readonly targetOn: string;
  readonly needId: string | null;
}

/** One step towards a goal. */
export interface Step {
  readonly stepId: string;
  readonly goalId: string;
  readonly words: string;
  readonly owner: Owner;
  readonly ownerName: string;
  readonly dueOn: string | null;
}

/** What a version says: all that is signed. */
export interface PlanContent {
  readonly number: number;
  /** What matters to the person, in their own words. */
  readonly about: string;
  readonly risk: Risk;
  readonly reviewOn: string;
  readonly goals: readonly Goal[];
  readonly steps: readonly Step[];
}

/** Days between reviews by risk, as the house proposes; the plan's own date counts. */
export const REVIEW_RULE = {
  days: { low: 180, medium: 90, high: 30 } as Readonly<Record<Risk, number>>,
  source: { zh: "本机构拟定，可在每份计划里改", en: "Drawn up by this organisation; may be changed in each plan" },
  verified: false,
} as const;
