import { z } from "zod";

/** Whom harm may have come to, as known when it was learnt of. */
export const STANDINGS = ["minor", "dependent_adult", "adult", "unknown"] as const;
export type Standing = (typeof STANDINGS)[number];

/** From this birthday on somebody is of age (民法典第十七条). */
export const OF_AGE = 18;

export const KINDS = ["violence", "sexual", "neglect", "exploitation", "missing", "self_harm", "accident", "danger"] as const;
export type IncidentKind = (typeof KINDS)[number];

/** How grave, from least to most. */
export const SEVERITIES = ["low", "serious", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const HEARD_FROM = ["person", "family", "neighbour", "volunteer", "colleague", "school", "seen", "other"] as const;
export const TOLD = ["police", "civil_affairs", "guardian", "school", "hospital", "street_office", "lead"] as const;
export type Told = (typeof TOLD)[number];

/** What a person adds after it was raised. */
export const STEPS = ["acted", "told", "not_told", "graded", "reviewed", "closed", "reopened"] as const;
export type StepKind = (typeof STEPS)[number];

/** An incident as it is raised. Times are `YYYY-MM-DDTHH:mm` of the organisation's clock. */
export const Raised = z.object({
  standing: z.enum(STANDINGS),
  kind: z.enum(KINDS),
  severity: z.enum(SEVERITIES),
  happenedOn: z.iso.date().optional(),
  learntAt: z.iso.datetime({ local: true }).optional(),
  placeWords: z.string().max(200).default(""),
  words: z.string().min(1).max(6000),
  heardFrom: z.enum(HEARD_FROM),
  allegedWords: z.string().max(500).default(""),
  allegedAccount: z.uuid().optional(),
  /** What was done at once to keep them safe. */
  actedWords: z.string().max(4000).default(""),
});
export type Raised = z.output<typeof Raised>;

export const Step = z.object({
  step: z.enum(STEPS),
  severity: z.enum(SEVERITIES).optional(),
  toWhom: z.enum(TOLD).optional(),
  toName: z.string().max(100).default(""),
  reference: z.string().max(100).default(""),
  doneAt: z.iso.datetime({ local: true }).optional(),
  words: z.string().max(4000).default(""),
});
export type Step = z.output<typeof Step>;

/** One row of what was done. */
export interface Entry {
  readonly number: number;
  readonly kind: StepKind | "raised";
  readonly severity: Severity | null;
  readonly toWhom: Told | null;
  /** When it was done, which may be before it was written down. */
  readonly doneAt: string;
}

/** How an incident stands, from its rows. */
export interface Stands {
  readonly state: "open" | "closed";
  readonly severity: Severity;
}

export function standsAs(entries: readonly Entry[]): Stands {
  const last = entries.findLast(({ kind }) => kind === "closed" || kind === "reopened");
  return { state: last?.kind === "closed" ? "closed" : "open", severity: entries.findLast(({ severity }) => severity !== null)?.severity ?? "low" };
}
