import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import { ageBandOn } from "../pathway/age-bands.ts";
import { readAvailability } from "../availability/read-availability.ts";
import { DAY_PARTS, isTime, normaliseHours, type Weekday, WEEKDAYS, type WeeklyHours } from "../availability/weekly-hours.ts";
import { plain, readList, readName, readPhone } from "./cell-values.ts";
import { type GridPart, GUARDIAN_RELATIONS } from "./choices.ts";
import type { PolicyVersion } from "../pathway/requirement.ts";

const text = (most: number) => z.string().transform(plain).pipe(z.string().max(most, "volunteering.text_too_long"));
const list = z.string().max(300, "volunteering.text_too_long").transform(readList);
const tick = z.union([z.literal("on"), z.literal("true"), z.literal("yes"), z.literal(true)]).optional().transform((given) => given !== undefined);

/** A form sends nothing, one text, or several. */
function listOf(sent: unknown): unknown {
  return sent === undefined ? [] : Array.isArray(sent) ? sent : [sent];
}

const phone = z.string().transform((written, context) => {
  const read = readPhone(written);
  if ("value" in read) return read.value;
  context.addIssue({ code: "custom", message: "volunteering.phone_unreadable" });
  return z.NEVER;
});

export const WeeklyHoursSchema = z.object({
  weekday: z.literal(WEEKDAYS),
  from: z.string().refine(isTime, "volunteering.time_unreadable"),
  to: z.string().refine(isTime, "volunteering.time_unreadable"),
}).refine(({ from, to }) => from < to, "volunteering.hours_reversed");

/**
 * The public sign-up form (志愿者报名表). Asks for no ID number: identity is
 * checked later, face to face. Messages are keys.
 */
export const SignUpForm = z.object({
  name: z.string().transform(readName).pipe(z.string().min(1, "volunteering.name_missing").max(60, "volunteering.text_too_long")),
  sex: z.enum(["male", "female", ""]).optional().transform((sex) => sex || null),
  birthOn: z.string().refine((on) => isDay(on) && on >= "1900-01-01", "volunteering.birth_unreadable"),
  phone: phone.default(null),
  otherContact: text(100).default(""),
  affiliation: text(100).default(""),
  subject: text(100).default(""),
  area: text(100).default(""),
  /** Times ticked in the grid, `weekday-part` (6-morning). */
  times: z.preprocess(listOf, z.array(z.string().regex(/^[1-7]-(?:morning|afternoon|evening)$/, "volunteering.time_unreadable")).max(21)),
  timesText: text(200).default(""),
  interests: list.default([]),
  skills: list.default([]),
  languages: list.default([]),
  motivation: text(1000).default(""),
  emergencyName: text(60).default(""),
  emergencyPhone: phone.default(null),
  guardianName: text(60).default(""),
  guardianRelation: z.enum(GUARDIAN_RELATIONS).or(z.literal("")).default(""),
  guardianPhone: phone.default(null),
  guardianAgrees: tick,
  keep_data: tick,
  contact: tick,
  be_matched: tick,
  photograph: tick,
});
export type SignUpForm = z.output<typeof SignUpForm>;

/** A wrong or missing answer, by field. */
export interface FormFault {
  readonly field: keyof SignUpForm;
  readonly reason: string;
}

/** What the policy adds to the form's own checks: age, guardian, a way to be reached, consent to keep the data. */
export function signUpFaults(form: SignUpForm, policy: Pick<PolicyVersion, "ageBands">, on: string): FormFault[] {
  const faults: FormFault[] = [];
  const add = (field: keyof SignUpForm, reason: string) => faults.push({ field, reason: `volunteering.${reason}` });
  if (form.birthOn > on) add("birthOn", "birth_in_future");
  else faults.push(...faultsOfAge(form, policy, on));
  if (form.phone === null && form.otherContact === "" && form.guardianPhone === null) add("phone", "no_way_to_reach");
  if (!form.keep_data) add("keep_data", "keep_data_needed");
  return faults;
}

function faultsOfAge(form: SignUpForm, policy: Pick<PolicyVersion, "ageBands">, on: string): FormFault[] {
  const band = ageBandOn(policy.ageBands, form.birthOn, on);
  if (!band || band.rule === "forbidden") return [{ field: "birthOn", reason: "volunteering.too_young_for_programme" }];
  if (band.rule === "own") return [];
  const missing: FormFault[] = [];
  if (form.guardianName === "") missing.push({ field: "guardianName", reason: "volunteering.guardian_name_missing" });
  if (form.guardianRelation === "") missing.push({ field: "guardianRelation", reason: "volunteering.guardian_relation_missing" });
  if (form.guardianPhone === null) missing.push({ field: "guardianPhone", reason: "volunteering.guardian_phone_missing" });
  if (!form.guardianAgrees) missing.push({ field: "guardianAgrees", reason: "volunteering.guardian_must_agree" });
  return missing;
}

/** The hours ticked in the grid and those written beside it, together. */
export function hoursOf(form: Pick<SignUpForm, "times" | "timesText">): WeeklyHours[] {
  const ticked = form.times.map((time) => {
    const [day, part] = time.split("-") as [string, GridPart];
    return { weekday: Number(day) as Weekday, ...DAY_PARTS[part] };
  });
  return normaliseHours([...ticked, ...readAvailability(form.timesText).hours]);
}
