import { z } from "zod";

export const PLACE_KINDS = ["shop", "company", "organisation", "workshop", "public_body", "household"] as const;
export const TASKS = ["stocking", "cleaning", "kitchen", "packing", "printing", "computer", "reception", "plants", "animals", "repair", "delivery", "crafts"] as const;
/** What somebody needs, and what a place has. */
export const ACCESS = ["step_free", "toilet", "seat", "quiet", "written_steps", "flexible_hours", "buddy", "near_bus"] as const;
/** What somebody cannot have, and what a job brings with it. */
export const CONDITIONS = ["noise", "crowds", "heights", "heavy", "night", "heat", "money"] as const;
export const MODES = ["on_site", "phone", "meeting"] as const;
export const END_REASONS = ["contract_over", "better_job", "own_wish", "health", "family", "dismissed", "closed_down", "moved", "other"] as const;

const several = <S extends z.ZodType>(item: S) => z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));
const hours = z.coerce.number().int().min(1).max(60).optional();
const words = (most: number) => z.string().trim().max(most).default("");

export const Profile = z.object({
  wishes: z.string().trim().min(1).max(2000), strengths: words(2000), support: words(2000),
  tasks: several(z.enum(TASKS)), access: several(z.enum(ACCESS)), avoids: several(z.enum(CONDITIONS)), leastHours: hours, mostHours: hours,
});
export type Profile = z.output<typeof Profile>;

export const Discovery = z.object({ placeWords: words(200), discovered: z.string().trim().min(1).max(4000), onDay: z.iso.date() });
export type Discovery = z.output<typeof Discovery>;

export const Place = z.object({
  name: z.string().trim().min(1).max(120), kind: z.enum(PLACE_KINDS), communityId: z.uuid().optional(), address: words(300),
  contactName: words(80), contactPhone: words(40), access: several(z.enum(ACCESS)), placeWords: words(1000),
});
export type Place = z.output<typeof Place>;

export const Opening = z.object({
  title: z.string().trim().min(1).max(80), tasks: several(z.enum(TASKS)), conditions: several(z.enum(CONDITIONS)), hours,
  schedule: words(200), seats: z.coerce.number().int().min(1).max(50).default(1), fromOn: z.iso.date(),
});
export type Opening = z.output<typeof Opening>;

/** One entry of a job as a form gives it. */
export const Entry = z.object({
  kind: z.enum(["supported", "followed", "paused", "resumed", "ended", "planned", "taken_back"]),
  onDay: z.iso.date().optional(), minutes: z.coerce.number().int().min(1).max(720).optional(), mode: z.enum(MODES).optional(),
  reason: z.enum(END_REASONS).optional(), nextOn: z.iso.date().optional(), words: words(2000), ofNumber: z.coerce.number().int().min(1).optional(),
  /** A fading plan: from how many minutes a week to how many, over how many weeks. */
  startMinutes: z.coerce.number().int().min(0).max(3000).optional(), endMinutes: z.coerce.number().int().min(0).max(3000).optional(), weeks: z.coerce.number().int().min(1).max(52).optional(),
});
export type Entry = z.output<typeof Entry>;
export type EntryKind = Entry["kind"];
