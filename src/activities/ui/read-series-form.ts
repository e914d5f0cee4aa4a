import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import { listOf } from "#platform/web/form.ts";
import { repetitionOf, ruleOf } from "../model/planning/recurrence.ts";
import { POPULATIONS } from "../model/rules.ts";
import type { NewSeries, Setting } from "../model/series.ts";
import { ADMISSIONS, KINDS, OPEN_TO } from "../model/terms.ts";
import { ClockTime, minuteOf, timeOf } from "../model/times.ts";
import { CRITERIA } from "../model/waiting/waiting-list.ts";

export const REPEATS = ["once", "weekly", "fortnightly", "monthly", "rule"] as const;
const Number0 = z.coerce.number().int().min(0).max(2000).default(0);
const Age = z.coerce.number().int().min(0).max(120).optional();

/** Where, when and for how many, as both forms send it. */
export const SettingForm = z.object({
  from: ClockTime, until: ClockTime, placeId: z.uuid().optional(), placeWords: z.string().max(120).default(""),
  participants: Number0, volunteers: Number0, companions: Number0,
});

export const SeriesForm = SettingForm.extend({
  name: z.string().min(1).max(80), summary: z.string().max(2000).default(""), kind: z.enum(KINDS),
  startsOn: z.string().refine(isDay), repeats: z.enum(REPEATS), weekdays: listOf(z.coerce.number().int().min(1).max(7)), untilOn: z.string().refine(isDay).optional(), rule: z.string().max(300).default(""),
  openTo: z.enum(OPEN_TO), admission: z.enum(ADMISSIONS), closesHours: z.coerce.number().int().min(0).max(720).default(0),
  minAge: Age, maxAge: Age, communityIds: listOf(z.uuid()), populations: listOf(z.enum(POPULATIONS)),
  priority1: z.enum(CRITERIA).optional(), priority2: z.enum(CRITERIA).optional(), priority3: z.enum(CRITERIA).optional(),
});

export function settingOf({ from, until, placeId, placeWords, participants, volunteers, companions }: z.infer<typeof SettingForm>): Setting {
  return { fromMinute: minuteOf(from), untilMinute: minuteOf(until), placeId: placeId ?? null, placeWords, participants, volunteers, companions };
}

/** What the form says, as a plan. */
export function seriesOf(form: z.infer<typeof SeriesForm>): NewSeries {
  const { name, summary, kind, startsOn, openTo, admission, closesHours, minAge = null, maxAge = null, communityIds, populations } = form;
  const rule = form.repeats === "rule" ? form.rule.replace(/^RRULE:/i, "").toUpperCase() : ruleOf(startsOn, { repeats: form.repeats, weekdays: form.weekdays, untilOn: form.untilOn ?? startsOn });
  const priority = [...new Set([form.priority1, form.priority2, form.priority3].filter((one) => one !== undefined))];
  return { ...settingOf(form), name, summary, kind, startsOn, rule, openTo, admission, closesHours, rules: { eligibility: { minAge, maxAge, communityIds, populations }, priority } };
}

/** A plan as the form's fields begin with it. */
export function fieldsOf(series: NewSeries): Record<string, string | string[]> {
  const { repeats, weekdays, untilOn } = repetitionOf(series.rule);
  const { eligibility: { minAge, maxAge, communityIds, populations }, priority } = series.rules;
  return {
    ...settingFields(series), name: series.name, summary: series.summary, kind: series.kind, startsOn: series.startsOn, repeats, weekdays: weekdays.map(String), untilOn: untilOn ?? "", rule: repeats === "rule" ? series.rule : "",
    openTo: series.openTo, admission: series.admission, closesHours: String(series.closesHours), minAge: minAge === null ? "" : String(minAge), maxAge: maxAge === null ? "" : String(maxAge), communityIds, populations,
    priority1: priority[0] ?? "", priority2: priority[1] ?? "", priority3: priority[2] ?? "",
  };
}

export const settingFields = ({ fromMinute, untilMinute, placeId, placeWords, participants, volunteers, companions }: Setting): Record<string, string> => ({
  from: timeOf(fromMinute), until: timeOf(untilMinute), placeId: placeId ?? "", placeWords, participants: String(participants), volunteers: String(volunteers), companions: String(companions),
});
