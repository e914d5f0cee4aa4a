import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import type { SeriesRules } from "./rules.ts";
import { ADMISSIONS, type Admission, KINDS, type Kind, OPEN_TO, type OpenTo } from "./terms.ts";
import { SeriesRules as Rules } from "./rules.ts";

const Day = z.string().refine(isDay);
const Minute = z.number().int().min(0).max(1440);

/** Where and when a session is, and for how many. */
export const Setting = z.object({
  fromMinute: Minute, untilMinute: Minute,
  placeId: z.uuid().nullable(), placeWords: z.string().trim().max(120),
  participants: z.number().int().min(0).max(2000), volunteers: z.number().int().min(0).max(500), companions: z.number().int().min(0).max(2000),
});
export type Setting = z.infer<typeof Setting>;

/** A series of activities (系列活动) as it is planned. */
export const NewSeries = Setting.extend({
  name: z.string().trim().min(1).max(80), summary: z.string().trim().max(2000), kind: z.enum(KINDS),
  startsOn: Day, rule: z.string().trim().max(300),
  openTo: z.enum(OPEN_TO), admission: z.enum(ADMISSIONS), closesHours: z.number().int().min(0).max(720), rules: Rules,
});
export type NewSeries = z.infer<typeof NewSeries>;

export interface Series extends Setting {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly kind: Kind;
  readonly startsOn: string;
  readonly rule: string;
  readonly openTo: OpenTo;
  readonly admission: Admission;
  /** Sign-up closes this many hours before a session begins. */
  readonly closesHours: number;
  readonly rules: SeriesRules;
  readonly continuesId: string | null;
  readonly version: number;
  readonly createdByName: string;
}

/** One occasion (一场活动) of a series. */
export interface Occasion extends Setting {
  readonly id: string;
  readonly seriesId: string;
  /** The day the rule gave; `onDay` is another once it was moved. */
  readonly recursOn: string;
  readonly onDay: string;
  readonly cancelled: boolean;
  readonly cancelledWhy: string | null;
  readonly version: number;
}
