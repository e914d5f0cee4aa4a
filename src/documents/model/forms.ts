import { z } from "zod";
import { OF_CASE, type Catalogue } from "./catalogue.ts";
import { OF_GROUP } from "./group-catalogue.ts";
import { SHIPPED } from "./shipped/index.ts";

/** Standard forms of individual casework. Source: MZ/T 094-2017 档案记录 names the kinds of record, not their layout: the layouts are Linli's own (未核实). */
export const CASE_FORMS = ["intake", "assessment", "plan", "record", "visit", "evaluation", "closing", "referral"] as const;
export const CaseForm = z.enum(CASE_FORMS);
export type CaseForm = z.infer<typeof CaseForm>;

/** Standard forms of group work: its plan, one session, one member, its end. Source: MZ/T 095-2017; the layouts are Linli's own (未核实). */
export const GROUP_FORMS = ["group_plan", "group_session", "group_member", "group_closing"] as const;
export const GroupForm = z.enum(GROUP_FORMS);
export type GroupForm = z.infer<typeof GroupForm>;

export const FORMS = [...CASE_FORMS, ...GROUP_FORMS] as const;
export const FormKey = z.enum(FORMS);
export type FormKey = z.infer<typeof FormKey>;

export const isOfGroup = (form: FormKey): form is GroupForm => GroupForm.safeParse(form).success;

/** What a form may say. */
export const catalogueOf = (form: FormKey): Catalogue => (isOfGroup(form) ? OF_GROUP : OF_CASE);

/** What of a group a form is about. */
export const partOf = (form: GroupForm): "group" | "session" | "member" => (form === "group_session" ? "session" : form === "group_member" ? "member" : "group");

/** The two ways a form leaves: to be printed, or to be written on in a word processor. */
export const FORMATS = ["pdf", "docx"] as const;
export const Format = z.enum(FORMATS);
export type Format = z.infer<typeof Format>;

/** One version of a form's template; a null text stands for the shipped one. */
export interface TemplateVersion { readonly version: number; readonly text: string | null }

/** The text in force: the organisation's latest, or the shipped one. */
export const textOf = (form: FormKey, latest: TemplateVersion | undefined): string => latest?.text ?? SHIPPED[form];
