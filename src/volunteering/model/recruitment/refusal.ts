import { z } from "zod";
import type { Status } from "../pathway/volunteer-status.ts";

/** Reasons that may be told to the applicant (可以告诉本人的原因); what may not stays in the note for colleagues. */
export const TOLD_REASONS = ["full", "hours", "age", "requirement", "skills", "distance"] as const;
export type ToldReason = (typeof TOLD_REASONS)[number];

/** What else is possible: kept in reserve, another programme, coming to activities, trying again later. */
export const OFFERS = ["reserve", "other_programme", "activities", "later"] as const;
export type Offer = (typeof OFFERS)[number];

const some = <T extends z.ZodType>(one: T) => z.preprocess((sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]), z.array(one));

/** A no said kindly (婉拒). */
export const RefusalForm = z.object({
  reasons: some(z.enum(TOLD_REASONS)).pipe(z.array(z.enum(TOLD_REASONS)).min(1, "volunteering.told_reason_missing")),
  offers: some(z.enum(OFFERS)),
  otherProgramme: z.uuid().nullable().default(null),
  /** Told, in the coordinator's own words. */
  words: z.string().trim().max(1000, "volunteering.text_too_long").default(""),
  /** Not told: for colleagues. */
  note: z.string().trim().max(1000, "volunteering.text_too_long").default(""),
}).refine(({ offers, otherProgramme }) => offers.includes("other_programme") === (otherProgramme !== null), { path: ["otherProgramme"], message: "volunteering.other_programme_missing" });
export type RefusalForm = z.output<typeof RefusalForm>;

type RefusalDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: "has_left" | "already_declined" | "placed_already" };

/** Whom an application can still be declined: not those already placed (they leave), nor those gone or told no. */
export function decideRefusal({ status, declined }: { status: Status; declined: boolean }): RefusalDecision {
  const refuse = (reason: (RefusalDecision & { allowed: false })["reason"]): RefusalDecision => ({ allowed: false, reason });
  if (status === "removed") return refuse("has_left");
  if (declined) return refuse("already_declined");
  return status === "service_team" || status === "reserve" ? refuse("placed_already") : { allowed: true };
}
