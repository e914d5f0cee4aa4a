import { z } from "zod";
import { SHIPPED } from "./shipped/index.ts";

/** Standard forms of individual casework. Source: MZ/T 094-2017 档案记录 names the kinds of record, not their layout: the layouts are Linli's own (未核实). */
export const FORMS = ["intake", "assessment", "plan", "record", "visit", "evaluation", "closing", "referral"] as const;
export const FormKey = z.enum(FORMS);
export type FormKey = z.infer<typeof FormKey>;

/** The two ways a form leaves: to be printed, or to be written on in a word processor. */
export const FORMATS = ["pdf", "docx"] as const;
export const Format = z.enum(FORMATS);
export type Format = z.infer<typeof Format>;

/** One version of a form's template; a null text stands for the shipped one. */
export interface TemplateVersion { readonly version: number; readonly text: string | null }

/** The text in force: the organisation's latest, or the shipped one. */
export const textOf = (form: FormKey, latest: TemplateVersion | undefined): string => latest?.text ?? SHIPPED[form];
