import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import { WAITING_ORDERS, WHEN_FULL } from "./recruitment/waiting.ts";
import { GRANDFATHERING_RULES, type Grandfathering, REQUIREMENT_KINDS, STAGES } from "./pathway/requirement.ts";

const Day = z.string().refine(isDay, "volunteering.day_unreadable");
const text = (most: number) => z.string().trim().max(most, "volunteering.text_too_long");

/** What a person may write about a programme. */
export const ProgrammeForm = z.object({
  name: text(80).min(1, "volunteering.name_missing"),
  summary: text(2000).default(""),
  nextSteps: text(2000).default(""),
  contact: text(200).default(""),
  /** Whom it looks for, and how much time it takes, in words. */
  lookedFor: text(1000).default(""),
  timeWords: text(300).default(""),
  /** How many may be on their way or serving at once; null: no limit. */
  places: z.coerce.number().int().min(1).max(2000).nullable().default(null),
  whenFull: z.enum(WHEN_FULL).default("wait"),
  waitingOrder: z.enum(WAITING_ORDERS).default("arrival"),
  signUpFrom: Day,
  signUpUntil: Day.nullable().default(null),
}).refine(({ signUpFrom, signUpUntil }) => signUpUntil === null || signUpUntil >= signUpFrom, { path: ["signUpUntil"], message: "volunteering.ends_before_it_begins" });
export type ProgrammeForm = z.output<typeof ProgrammeForm>;

/** The name in the public address: small letters, digits and hyphens. */
export const Slug = z.string().trim().toLowerCase().regex(/^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/, "volunteering.slug_form");

const AgeBand = z.object({
  fromAge: z.number().int().min(0).max(120), toAge: z.number().int().min(1).max(120).nullable(),
  rule: z.enum(["forbidden", "guardian", "own"]), accompanied: z.boolean(), source: text(300), verified: z.boolean(),
});

/** One requirement as the settings page sends it. */
const RequirementForm = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, "volunteering.key_form"),
  kind: z.enum(REQUIREMENT_KINDS).exclude(["age"]),
  stage: z.enum(STAGES),
  name: text(60).default(""),
  needed: z.number().int().min(1).max(50),
  validDays: z.number().int().min(1).max(7300).nullable(),
  exemptable: z.boolean(),
  bindsAtOnce: z.boolean(),
});

/** A new policy version as the settings page or the API sends it. */
export const PolicyForm = z.object({
  effectiveOn: Day,
  grandfathering: z.enum(GRANDFATHERING_RULES),
  graceDays: z.number().int().min(1).max(3650).nullable().default(null),
  unknownAge: z.enum(["ask", "adult"]),
  ageBands: z.array(AgeBand).min(1).max(12),
  requirements: z.array(RequirementForm).min(1).max(30),
  note: text(500).default(""),
}).refine(({ grandfathering, graceDays }) => (grandfathering === "grace") === (graceDays !== null), { path: ["graceDays"], message: "volunteering.grace_days_missing" });
export type PolicyForm = z.output<typeof PolicyForm>;

/** The form's two fields as one rule. */
export function grandfatheringOf({ grandfathering, graceDays }: Pick<PolicyForm, "grandfathering" | "graceDays">): Grandfathering {
  return grandfathering === "grace" ? { rule: "grace", days: graceDays ?? 1 } : { rule: grandfathering };
}
