import { z } from "zod";

/** Whose copy it is: of the organisation that sent it, or of the one it was sent to. */
export type Side = "out" | "in";

/** What the other organisation is asked for. */
export const TOPICS = ["social_work", "disability", "employment", "elder_care", "carer_relief", "health", "children", "legal", "other"] as const;
export type Topic = (typeof TOPICS)[number];

export const STATES = ["waiting", "accepted", "refused", "withdrawn", "consent_ended", "completed"] as const;
export type State = (typeof STATES)[number];

export const REFUSALS = ["no_room", "not_our_field", "not_our_area", "not_eligible", "person_unwilling", "too_little_known", "other"] as const;
export const OUTCOMES = ["helped", "partly_helped", "not_reached", "person_declined", "passed_on", "other"] as const;

/** What somebody does with a referral after it was sent. */
export const STEPS = ["opened", "accepted", "refused", "completed", "withdrawn", "extended", "handed_over", "asked_after", "settled", "taken_in"] as const;
export type StepKind = (typeof STEPS)[number];
export type EventKind = StepKind | "sent" | "consent_ended";

/** What the other side is told of; the rest is an organisation's own. */
const SHARED: ReadonlySet<EventKind> = new Set<EventKind>(["sent", "opened", "accepted", "refused", "completed", "withdrawn", "extended", "consent_ended"]);
export const isShared = (kind: EventKind): boolean => SHARED.has(kind);

/** One row of what was done. */
export interface ReferralEvent {
  readonly number: number;
  readonly kind: EventKind;
  /** Whose act it was. Where the other works outside the installation, its acts are written down by the sender. */
  readonly bySide: Side;
  readonly onDay: string;
  readonly reason: string | null;
  readonly words: string;
  readonly dueOn: string | null;
  readonly workerId: string | null;
}

/** A step as a form gives it. */
export const Step = z.object({
  step: z.enum(STEPS),
  reason: z.enum([...new Set([...REFUSALS, ...OUTCOMES])]).optional(),
  words: z.string().trim().max(2000).default(""),
  dueOn: z.iso.date().optional(),
  workerId: z.uuid().optional(),
});
export type Step = z.output<typeof Step>;

/** To whom, what for, by when, and what of the person leaves. */
export const NewReferral = z.object({
  toOrg: z.uuid().optional(),
  toName: z.string().trim().max(120).default(""),
  topic: z.enum(TOPICS),
  words: z.string().trim().min(1).max(2000),
  dueOn: z.iso.date(),
});
export type NewReferral = z.output<typeof NewReferral>;
