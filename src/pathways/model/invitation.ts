import { z } from "zod";
import { addDays } from "#kernel/calendar.ts";
import { ASKED, type AskedStep } from "./steps.ts";

export const PARTIES = ["worker", "supervisor", "guardian"] as const;
export type Party = (typeof PARTIES)[number];
/** What the person themselves says; none of it is for ever. */
const ANSWERS = ["yes", "not_now", "no"] as const;
export const EVENTS = [...ANSWERS, "agreed", "refused", "withdrawn", "begun"] as const;
export type EventKind = (typeof EVENTS)[number];

export const NewInvitation = z.object({ step: z.enum(ASKED), what: z.string().trim().min(1).max(120) });
export type NewInvitation = z.output<typeof NewInvitation>;

export const InvitationStep = z.object({
  kind: z.enum(EVENTS),
  party: z.enum(PARTIES).optional(),
  askAgainOn: z.iso.date().optional(),
  words: z.string().trim().max(500).default(""),
});
export type InvitationStep = z.output<typeof InvitationStep>;

export interface InvitationEvent {
  readonly number: number;
  readonly kind: EventKind;
  readonly party: Party | null;
  readonly askAgainOn: string | null;
  readonly onDay: string;
  readonly byAccount: string;
}

/** How an invitation stands: open, answered, taken back, or begun. A later answer takes the place of an earlier one. */
export type InvitationState = "asked" | "yes" | "not_now" | "no" | "withdrawn" | "begun";

export function stateOf(events: readonly InvitationEvent[]): InvitationState {
  const last = events.findLast(({ kind }) => kind !== "agreed" && kind !== "refused");
  return last ? (last.kind as InvitationState) : "asked";
}

/** Still waits for somebody. */
export const isOpen = (state: InvitationState): boolean => state === "asked" || state === "yes";

/** The first day somebody may be asked for a step again; null: any day. "No" counts like "not now", only twice as long. */
export function askAgainOn(invitations: readonly { readonly step: AskedStep; readonly events: readonly InvitationEvent[] }[], step: AskedStep, askAgainDays: number): string | null {
  const days = invitations.filter((one) => one.step === step).flatMap(({ events }) => {
    const last = events.findLast(({ kind }) => kind === "not_now" || kind === "no" || kind === "yes");
    if (!last || last.kind === "yes" || stateOf(events) === "withdrawn") return [];
    return [last.askAgainOn ?? addDays(last.onDay, last.kind === "no" ? askAgainDays * 2 : askAgainDays)];
  });
  return days.sort().at(-1) ?? null;
}
