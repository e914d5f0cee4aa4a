import { z } from "zod";

/**
 * The stages of individual casework, in working order.
 * Source: MZ/T 094-2017《社会工作方法 个案工作》—— 接案、预估、计划、介入、评估、结案。
 */
export const CaseStage = z.enum(["intake", "assessment", "planning", "intervention", "evaluation", "closing"]);
export type CaseStage = z.infer<typeof CaseStage>;
export const CASE_STAGES = CaseStage.options;

export const CaseStanding = z.enum(["open", "paused", "closed"]);
export type CaseStanding = z.infer<typeof CaseStanding>;

/** How somebody came to us: by themselves or a colleague, a public enquiry, the register, another organisation, a neighbour, a visit. */
export const CaseOrigin = z.enum(["person", "enquiry", "register", "organization", "snowball", "visit"]);
export type CaseOrigin = z.infer<typeof CaseOrigin>;

/** Reasons that speak of the outcome: only for a case that has been through evaluation. */
export const OUTCOME_REASONS = ["goals_met", "partly_met", "goals_not_met"] as const;
/** Reasons for which a case ends early, from any stage. */
export const EARLY_REASONS = ["not_suitable", "referred", "client_ended", "moved_away", "lost_contact", "died", "opened_by_mistake"] as const;
export const ClosingReason = z.enum([...OUTCOME_REASONS, ...EARLY_REASONS]);
export type ClosingReason = z.infer<typeof ClosingReason>;

/** Steps an organisation may want a supervisor to approve: taking on (接案), the plan (计划), closing, handing over, opening again. */
export const ApprovalStep = z.enum(["accept", "plan", "close", "transfer", "reopen"]);
export type ApprovalStep = z.infer<typeof ApprovalStep>;

export const CASE_EVENTS = [
  "opened", "advanced", "went_back", "paused", "resumed", "closed", "reopened", "reviewed",
  "approval_asked", "approval_withdrawn", "approved", "sent_back", "transfer_asked", "transfer_withdrawn", "transfer_accepted", "transfer_refused",
] as const;
export type CaseEventKind = (typeof CASE_EVENTS)[number];

/** What a step says besides its kind. */
export interface CaseFacts {
  /** Where it went, for `advanced` and `went_back`. */
  readonly stage?: CaseStage | null;
  readonly reason?: string | null;
  readonly words?: string;
  /** Who answers for the case from then on, or is asked to. */
  readonly workerId?: string | null;
  readonly teamId?: string | null;
  /** Last day of a pause. */
  readonly untilOn?: string | null;
}

/** One dated fact about a case. A step to approve carries its own facts. */
export interface CaseEvent extends CaseFacts {
  readonly number: number;
  readonly kind: CaseEventKind;
  readonly step?: ApprovalStep | null;
  readonly onDay: string;
  readonly by: string;
}

/** What somebody has been asked and has not answered. */
export type Pending =
  | { readonly kind: "approval"; readonly step: ApprovalStep; readonly facts: CaseFacts; readonly by: string; readonly onDay: string }
  | { readonly kind: "transfer"; readonly workerId: string | null; readonly teamId: string | null; readonly words: string; readonly by: string; readonly onDay: string };

/** How a case stands. `version` is the number of the last event. */
export interface CaseState {
  readonly version: number;
  /** 1 for the first time, one more each time it was opened again. */
  readonly episode: number;
  readonly stage: CaseStage;
  readonly standing: CaseStanding;
  /** The worker who answers for the case (责任社工). */
  readonly workerId: string;
  readonly teamId: string | null;
  /** First day of this episode. */
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly closingReason: ClosingReason | null;
  /** The later of the last change of stage and the last review. */
  readonly sinceOn: string;
  readonly pausedUntil: string | null;
  readonly pending: Pending | null;
  readonly lastOn: string;
}
