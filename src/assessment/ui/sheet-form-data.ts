import { z } from "zod";
import { readValues, listOf } from "#platform/web/form.ts";
import type { Language } from "#platform/i18n/language.ts";
import type { Instrument } from "../model/instrument.ts";
import { itemsOf } from "../model/instrument.ts";
import { NewAssessment, PRESENT, PROFESSIONS } from "../model/record.ts";

/** How many assessors the form has room for. */
export const ASSESSORS = [1, 2, 3] as const;

/** What is asked about the assessment itself. */
const About = z.object({
  assessedOn: z.iso.date(), place: z.string().optional(), present: listOf(z.enum(PRESENT)), note: z.string().optional(), nextDueOn: z.iso.date().optional(),
  ...Object.fromEntries(ASSESSORS.flatMap((number) => [[`assessorName${number}`, z.string().max(60).optional()], [`assessorProfession${number}`, z.enum(PROFESSIONS).optional()]])),
}).refine((about) => Boolean((about as Record<string, unknown>)["assessorName1"]), { path: ["assessorName1"], error: "assessment.assessor_missing" });

/** Reads a filled-in sheet. What was left blank is not there: nothing stands for it. */
export function readSheet(values: Readonly<Record<string, string | string[]>>, sheet: { readonly personId: string; readonly instrument: Instrument; readonly corrects: string | undefined }, language: Language): NewAssessment {
  const about = readValues(About, values, language) as z.output<typeof About> & Readonly<Record<string, string | undefined>>;
  const { instrument, personId, corrects } = sheet;
  const assessors = ASSESSORS.flatMap((number) => {
    const name = about[`assessorName${number}`];
    return name ? [{ name, profession: about[`assessorProfession${number}`] ?? "social_work" }] : [];
  });
  const answers = Object.fromEntries(itemsOf(instrument).flatMap(({ id }) => {
    const value = values[`answer.${id}`];
    return typeof value === "string" ? [[id, value === "na" ? value : Number(value)] as const] : [];
  }));
  const facts = Object.fromEntries(instrument.facts.flatMap(({ id }) => {
    const value = values[`fact.${id}`];
    return value === "yes" || value === "no" ? [[id, value === "yes"] as const] : [];
  }));
  return readValues(NewAssessment, { ...about, personId, instrumentId: instrument.id, instrumentVersion: instrument.version, assessors, answers, facts, ...(corrects && { corrects }) }, language);
}

/** A record as the form's values, to begin a correction from. */
export function valuesOfRecord(record: { readonly assessedOn: string; readonly place: string; readonly present: readonly string[]; readonly assessors: readonly { name: string; profession: string }[]; readonly answers: Readonly<Record<string, number | "na">>; readonly facts: Readonly<Record<string, boolean>>; readonly note: string; readonly nextDueOn: string | null }): Record<string, string | string[]> {
  return {
    assessedOn: record.assessedOn, place: record.place, present: [...record.present], note: record.note, ...(record.nextDueOn && { nextDueOn: record.nextDueOn }),
    ...Object.fromEntries(record.assessors.flatMap(({ name, profession }, index) => [[`assessorName${index + 1}`, name], [`assessorProfession${index + 1}`, profession]])),
    ...Object.fromEntries(Object.entries(record.answers).map(([id, value]) => [`answer.${id}`, String(value)])),
    ...Object.fromEntries(Object.entries(record.facts).map(([id, value]) => [`fact.${id}`, value ? "yes" : "no"])),
  };
}
