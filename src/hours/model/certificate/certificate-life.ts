import { addDays } from "#kernel/calendar.ts";

/**
 * Days a certificate is put on show to members before it stands without reservation.
 *
 * Source: 民发〔2015〕149号: 公示 at least 7 days.
 */
const SHOWN_DAYS = 7;

export function shownUntil(issuedOn: string): string {
  return addDays(issuedOn, SHOWN_DAYS);
}

export const REVOCATION_REASONS = ["hours_wrong", "person_wrong", "replaced", "wish", "other"] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];

export const CERTIFICATE_STATES = ["on_show", "valid", "revoked"] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** How a certificate stands on a day. */
export function certificateState({ shownUntilOn, revokedOn }: { shownUntilOn: string; revokedOn: string | null }, on: string): CertificateState {
  if (revokedOn !== null && revokedOn <= on) return "revoked";
  return on <= shownUntilOn ? "on_show" : "valid";
}

export const APPLICATION_STEPS = ["accepted", "declined", "taken_back", "issued"] as const;
export type ApplicationStep = (typeof APPLICATION_STEPS)[number];
export type ApplicationState = "applied" | ApplicationStep;

/** 申请 → 受理 → 开具; declined and taken back are ends. */
export function applicationState(steps: readonly { readonly kind: ApplicationStep }[]): ApplicationState {
  return steps.at(-1)?.kind ?? "applied";
}

export type ApplicationRefusal = "application_over" | "not_accepted" | "own_application" | "nothing_to_state";
export type ApplicationDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: ApplicationRefusal };

/** Whether an application may take a step. Nobody accepts or issues their own; the volunteer alone takes it back. */
export function decideStep(state: ApplicationState, step: ApplicationStep, facts: { readonly own: boolean; readonly minutes?: number }): ApplicationDecision {
  if (state !== "applied" && state !== "accepted") return { allowed: false, reason: "application_over" };
  if (step !== "taken_back" && facts.own) return { allowed: false, reason: "own_application" };
  if (step === "accepted" && state === "accepted") return { allowed: false, reason: "application_over" };
  if (step !== "issued") return { allowed: true };
  if (state !== "accepted") return { allowed: false, reason: "not_accepted" };
  return (facts.minutes ?? 0) > 0 ? { allowed: true } : { allowed: false, reason: "nothing_to_state" };
}
