import { addDays } from "../../kernel/calendar.ts";

/** How an enquiry reached the organisation. */
export const CHANNELS = ["web", "phone", "visit", "letter"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Why an enquiry was closed. */
export const CLOSING_REASONS = ["answered", "referred", "file_opened", "withdrawn", "not_for_us", "duplicate"] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** What can happen to an enquiry. */
export const EVENT_KINDS = ["taken", "contacted", "not_reached", "linked", "closed", "reopened"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export interface EnquiryEvent {
  readonly kind: EventKind;
  readonly at: string;
  readonly byAccount: string;
  readonly byName: string;
  readonly note: string | null;
  readonly personId: string | null;
  readonly reason: ClosingReason | null;
}

export type EnquiryStatus = "new" | "taken" | "contacted" | "closed";

/** Days within which somebody is to be called back: a rule of the house, not of the law. */
const DUE_DAYS = { usual: 3, urgent: 0 } as const;

/** The day by which whoever asked is to hear from us; an urgent call, the same day. */
export function dueOn(receivedOn: string, urgent: boolean): string {
  return addDays(receivedOn, urgent ? DUE_DAYS.urgent : DUE_DAYS.usual);
}

/** Where an enquiry stands, from what was done about it. An attempt that reached nobody changes nothing. */
export function enquiryStatus(events: readonly Pick<EnquiryEvent, "kind">[]): EnquiryStatus {
  let status: EnquiryStatus = "new";
  for (const { kind } of events) {
    if (kind === "taken" && status === "new") status = "taken";
    else if (kind === "contacted") status = "contacted";
    else if (kind === "closed") status = "closed";
    else if (kind === "reopened") status = "taken";
  }
  return status;
}

/** Who has the enquiry now; null while nobody has taken it. */
export function takerOf(events: readonly EnquiryEvent[]): { account: string; name: string } | null {
  const last = events.findLast(({ kind }) => kind === "taken" || kind === "reopened");
  return last ? { account: last.byAccount, name: last.byName } : null;
}

export type StepDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: "closed" | "not_closed" | "reason_missing" | "person_missing" };

/** Whether a step may follow what happened so far. */
export function decideStep(status: EnquiryStatus, step: { kind: EventKind; reason: ClosingReason | null; personId: string | null }): StepDecision {
  if (step.kind === "reopened") return status === "closed" ? { allowed: true } : { allowed: false, reason: "not_closed" };
  if (status === "closed") return { allowed: false, reason: "closed" };
  if (step.kind === "closed" && step.reason === null) return { allowed: false, reason: "reason_missing" };
  if (step.kind === "linked" && step.personId === null) return { allowed: false, reason: "person_missing" };
  return { allowed: true };
}
