import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import { isTime } from "../availability/weekly-hours.ts";

export const IMPRESSIONS = ["suits", "unsure", "not_yet"] as const;
export type Impression = (typeof IMPRESSIONS)[number];

export const OFF_REASONS = ["applicant", "us", "did_not_come"] as const;
export type OffReason = (typeof OFF_REASONS)[number];

const accounts = z.preprocess((sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]), z.array(z.uuid()));

/** When and where somebody is met, by one or two colleagues (面谈). */
export const InterviewForm = z.object({
  onDay: z.string().refine(isDay, "volunteering.day_unreadable"),
  fromTime: z.string().refine(isTime, "volunteering.time_unreadable"),
  place: z.string().trim().min(1, "volunteering.place_missing").max(120, "volunteering.text_too_long"),
  interviewers: accounts.pipe(z.array(z.uuid()).min(1, "volunteering.interviewers_one_or_two").max(2, "volunteering.interviewers_one_or_two")),
});
export type InterviewForm = z.output<typeof InterviewForm>;

export const NoteForm = z.object({
  impression: z.enum(IMPRESSIONS),
  words: z.string().trim().min(1, "volunteering.note_missing").max(4000, "volunteering.text_too_long"),
});
export type NoteForm = z.output<typeof NoteForm>;

/** One interviewer's note, the latest of theirs. */
export interface Note {
  readonly accountId: string;
  readonly byName: string;
  readonly number: number;
  readonly impression: Impression;
  readonly words: string;
  readonly at: string;
}

/**
 * Which notes a reader may see (面谈记录): their own; those of the other once their own is written, so that nobody writes what the first wrote;
 * and whoever decides without having been there sees both. Nobody else knows that there are any.
 */
export function readableNotes(notes: readonly Note[], interviewers: readonly string[], reader: { readonly accountId: string; readonly decides: boolean }): readonly Note[] {
  const wasThere = interviewers.includes(reader.accountId);
  if (!wasThere) return reader.decides ? notes : [];
  const wrote = notes.some(({ accountId }) => accountId === reader.accountId);
  return wrote ? notes : [];
}
