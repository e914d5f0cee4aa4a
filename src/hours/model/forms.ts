import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";

const text = (most: number) => z.string().trim().max(most, "hours.text_too_long");
const Day = z.string().refine(isDay, "hours.day_unreadable");

/** Words that must be there: why something is refused, taken back or asked for. */
export const Words = text(500).min(1, "hours.words_missing");

/** A corrected entry as the form sends it. */
export const CorrectionForm = z.object({
  happenedOn: Day,
  minutes: z.coerce.number().int().min(1).max(1440),
  travelMinutes: z.coerce.number().int().min(0).max(720).default(0),
  title: text(120).min(1, "hours.title_missing"),
  place: text(200).default(""),
  recipient: text(120).default(""),
  content: text(500).default(""),
  reason: Words,
});
export type CorrectionForm = z.output<typeof CorrectionForm>;

/** Hours entered by hand, e.g. from a paper sheet. */
export const NewHours = CorrectionForm.omit({ reason: true }).extend({ personId: z.uuid() });
export type NewHours = z.output<typeof NewHours>;

export const HonourForm = z.object({
  kind: z.enum(["award", "thanks", "evaluation"]),
  title: text(120).min(1, "hours.title_missing"),
  givenBy: text(120).default(""),
  givenOn: Day,
});
export type HonourForm = z.output<typeof HonourForm>;

export const ApplicationForm = z.object({ fromOn: Day, untilOn: Day, purpose: text(200).default("") })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, { path: ["untilOn"], message: "hours.ends_before_it_begins" });
export type ApplicationForm = z.output<typeof ApplicationForm>;

export const IssueForm = z.object({ head: text(80).min(1, "hours.head_missing"), contact: text(120).default(""), notes: text(300).default("") });
export type IssueForm = z.output<typeof IssueForm>;
