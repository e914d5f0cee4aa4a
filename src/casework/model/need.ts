import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { Population } from "./population.ts";

export const NeedId = z.uuid().brand<"NeedId">();
export type NeedId = z.infer<typeof NeedId>;

/** How soon it matters, in the person's own eyes. */
export const NeedPriority = z.enum(["urgent", "soon", "later"]);
export type NeedPriority = z.infer<typeof NeedPriority>;

/** Who said it: the person, their carer, a worker who noticed it, or a survey. */
export const NeedSource = z.enum(["client", "carer", "worker", "survey"]);
export type NeedSource = z.infer<typeof NeedSource>;

/** Where a need stands. `unmet`: tried, and nothing here answers it; it stays countable. */
export const NeedStatus = z.enum(["noted", "answering", "met", "unmet", "withdrawn"]);
export type NeedStatus = z.infer<typeof NeedStatus>;

/** Statuses in which somebody still waits. */
export const OPEN_STATUSES: readonly NeedStatus[] = ["noted", "answering", "unmet"];

/** One coded need (需求) of one person in one situation of life. */
export interface Need {
  readonly id: NeedId;
  readonly personId: PersonId;
  readonly population: Population;
  readonly code: string;
  readonly packVersion: number;
  readonly source: NeedSource;
  /** The person's own words when it was first heard; may be empty. */
  readonly words: string;
  /** `YYYY-MM-DD`. */
  readonly heardOn: string;
  readonly status: NeedStatus;
  readonly priority: NeedPriority;
  readonly statusOn: string;
  /** Number of the last event; sent back when changing, so that two people do not overwrite each other. */
  readonly version: number;
}

/** A day of the calendar as faces send it. */
const Day = z.iso.date();

/** A need as it is heard. */
export const HeardNeed = z.object({
  personId: PersonId,
  code: z.string().max(60),
  /** Left out: judged by age and disability on the day. */
  population: Population.optional(),
  priority: NeedPriority.default("soon"),
  source: NeedSource,
  words: z.string().trim().max(2000).default(""),
  heardOn: Day,
});
export type HeardNeed = z.output<typeof HeardNeed>;

/** A change of where a need stands. */
export const NeedChange = z.object({
  needId: NeedId,
  version: z.coerce.number().int().optional(),
  status: NeedStatus,
  priority: NeedPriority.optional(),
  on: Day,
  note: z.string().trim().max(1000).default(""),
});
export type NeedChange = z.output<typeof NeedChange>;
