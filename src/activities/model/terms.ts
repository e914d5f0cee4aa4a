import { z } from "zod";

/** What an activity is mostly about. */
export const KINDS = ["sport", "art", "talk", "outing", "meal", "class", "other"] as const;
export type Kind = (typeof KINDS)[number];

/** In which role somebody takes part: 参加者、志愿者、陪同人. */
export const ROLES = ["participant", "volunteer", "companion"] as const;
export type Role = (typeof ROLES)[number];

/** Who may sign up by themselves; a worker may always sign somebody up. */
export const OPEN_TO = ["staff", "account", "public"] as const;
export type OpenTo = (typeof OPEN_TO)[number];

/** Whether a free place is given at once, or a worker looks first. */
export const ADMISSIONS = ["direct", "review"] as const;
export type Admission = (typeof ADMISSIONS)[number];

export const STATUSES = ["applied", "waitlisted", "booked", "cancelled", "refused", "walk_in"] as const;
export type Status = (typeof STATUSES)[number];
/** Somebody who came without signing up has no event of their own: `walk_in`. */
export type EventKind = Exclude<Status, "walk_in">;
/** Still wants to come. */
export const LIVE: readonly Status[] = ["applied", "waitlisted", "booked"];

/** 签到的结果; `unmarked` takes a mark back. */
export const MARKS = ["present", "late", "absent", "excused", "walk_in", "unmarked"] as const;
export const Mark = z.enum(MARKS);
export type Mark = z.infer<typeof Mark>;
export type Attended = Exclude<Mark, "unmarked">;
/** Marks of somebody who was there. */
export const CAME: readonly Attended[] = ["present", "late", "walk_in"];

export const CHANNELS = ["staff", "account", "public", "walk_in"] as const;
export type Channel = (typeof CHANNELS)[number];
