import type { Tone } from "#platform/ui/show/tone.ts";
import type { ApplicationState, CertificateState } from "../model/certificate/certificate-life.ts";
import type { EntryState } from "../model/entry.ts";

/** The colour of each state, always beside its word. */
export const ENTRY_TONES: Readonly<Record<EntryState, Tone>> = { open: "plain", pending: "due", confirmed: "ok", refused: "late", withdrawn: "plain" };
export const CERTIFICATE_TONES: Readonly<Record<CertificateState, Tone>> = { on_show: "calm", valid: "ok", revoked: "late" };
export const APPLICATION_TONES: Readonly<Record<ApplicationState, Tone>> = { applied: "due", accepted: "calm", declined: "late", taken_back: "plain", issued: "ok" };
