import { z } from "zod";
import { Level, Owner, PlanId, Risk } from "./plan.ts";

const Day = z.iso.date();
const Text = (most: number) => z.string().trim().min(2).max(most);

export const NewPlan = z.object({ personId: z.uuid(), caseId: z.uuid().optional(), about: z.string().trim().max(2000).default(""), risk: Risk.default("medium") });
export type NewPlan = z.output<typeof NewPlan>;

/** A change of a draft carries the edition that was read. */
const OfDraft = z.object({ planId: PlanId, edition: z.coerce.number().int() });

export const AboutForm = OfDraft.extend({ about: z.string().trim().max(2000).default(""), risk: Risk, reviewOn: Day, reason: z.string().trim().max(500).default("") });
export type AboutForm = z.output<typeof AboutForm>;

export const GoalForm = OfDraft.extend({
  goalId: z.uuid().optional(), words: Text(300), baseline: z.string().trim().min(1).max(500), baselineLevel: Level, levels: z.array(z.string().trim().min(1).max(300)).length(5),
  weight: z.coerce.number().int().min(1).max(5), targetOn: Day, needId: z.uuid().optional(),
});
export type GoalForm = z.output<typeof GoalForm>;

export const StepForm = OfDraft.extend({ goalId: z.uuid(), words: Text(300), owner: Owner, ownerName: z.string().trim().max(60).default(""), dueOn: Day.optional() });
export type StepForm = z.output<typeof StepForm>;

export const Removal = OfDraft.extend({ goalId: z.uuid().optional(), stepId: z.uuid().optional() });
export type Removal = z.output<typeof Removal>;
export const DraftAction = OfDraft;
export type DraftAction = z.output<typeof DraftAction>;

export const StepMark = z.object({ planId: PlanId, stepId: z.uuid(), state: z.enum(["open", "done", "dropped"]), on: Day, note: z.string().trim().max(500).default("") });
export type StepMark = z.output<typeof StepMark>;

export const GoalRating = z.object({ planId: PlanId, goalId: z.uuid(), level: Level, on: Day, note: z.string().trim().max(500).default("") });
export type GoalRating = z.output<typeof GoalRating>;

export const Answer = z.object({
  planId: PlanId, version: z.coerce.number().int(), textHash: z.string().regex(/^[0-9a-f]{64}$/), kind: z.enum(["agreed", "refused"]), capacity: z.enum(["client", "guardian"]),
  name: z.string().trim().min(1).max(60), relation: z.string().trim().max(30).default(""), how: z.enum(["screen", "paper"]), strokes: z.string().max(20_000).regex(/^[ML0-9 ]*$/).default(""),
  paper: z.string().trim().max(200).default(""), words: z.string().trim().max(500).default(""), on: Day,
});
export type Answer = z.output<typeof Answer>;

export const Review = z.object({ planId: PlanId, on: Day, words: Text(2000), nextOn: Day });
export type Review = z.output<typeof Review>;

export const Ending = z.object({ planId: PlanId, reason: z.enum(["attained", "own_wish", "moved", "replaced", "other"]), words: z.string().trim().max(500).default(""), on: Day });
export type Ending = z.output<typeof Ending>;
