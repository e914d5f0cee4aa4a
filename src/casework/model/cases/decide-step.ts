import { z } from "zod";
import { CASE_STAGES, CaseStage, ClosingReason, OUTCOME_REASONS, type ApprovalStep, type CaseEventKind, type CaseFacts, type CaseState } from "./case.ts";
import type { CasePolicy } from "./case-policy.ts";

const Words = z.string().trim().max(4000).default("");
const Told = z.string().trim().min(1).max(4000);

/** A step somebody wants to take with a case. */
export const CaseStep = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("advance"), words: Words }),
  z.object({ kind: z.literal("go_back"), stage: CaseStage, words: Told }),
  z.object({ kind: z.literal("pause"), untilOn: z.iso.date(), words: Told }),
  z.object({ kind: z.literal("resume"), words: Words }),
  z.object({ kind: z.literal("close"), reason: ClosingReason, words: Told }),
  z.object({ kind: z.literal("reopen"), words: Told }),
  z.object({ kind: z.literal("review"), words: Told }),
  z.object({ kind: z.literal("hand_over"), workerId: z.uuid().optional(), teamId: z.uuid().optional(), words: Told }),
  z.object({ kind: z.literal("withdraw"), words: Words }),
  z.object({ kind: z.literal("approve"), words: Words }),
  z.object({ kind: z.literal("send_back"), words: Told }),
  z.object({ kind: z.literal("take_over"), words: Words }),
  z.object({ kind: z.literal("refuse_handover"), words: Told }),
]);
export type CaseStep = z.output<typeof CaseStep>;
export type CaseStepKind = CaseStep["kind"];

/** What must be known besides the case itself. */
export interface StepGround {
  readonly today: string;
  readonly policy: CasePolicy;
  /** Who takes the step, and whether a supervisor. */
  readonly by: string;
  readonly supervises: boolean;
  /** A supervisor's own step needs nobody else's word. */
  readonly onDay: string;
}

/** The event a step becomes. */
export interface StepEvent extends CaseFacts {
  readonly kind: CaseEventKind;
  readonly step?: ApprovalStep;
}

export type StepRefusal =
  | "in_future" | "before_last" | "closed" | "not_closed" | "waiting" | "nothing_waits" | "last_stage" | "not_earlier" | "paused" | "not_paused" | "pause_in_past"
  | "outcome_before_evaluation" | "nobody_to_take_over" | "same_worker" | "own_approval" | "not_asked_of_you" | "not_yours_to_withdraw";
export type StepDecision = { readonly allowed: true; readonly event: StepEvent } | { readonly allowed: false; readonly reason: StepRefusal };

const allow = (event: StepEvent): StepDecision => ({ allowed: true, event });
const refuse = (reason: StepRefusal): StepDecision => ({ allowed: false, reason });

/** The stage after this one; null after the last. */
export const nextStage = (stage: CaseStage): CaseStage | null => CASE_STAGES[CASE_STAGES.indexOf(stage) + 1] ?? null;
const isEarlier = (stage: CaseStage, than: CaseStage): boolean => CASE_STAGES.indexOf(stage) < CASE_STAGES.indexOf(than);
const isOutcome = (reason: ClosingReason): boolean => (OUTCOME_REASONS as readonly string[]).includes(reason);

/**
 * May this step be taken, and what does it become? Days never run backwards. While somebody has been asked for their word,
 * nothing else moves. A step the policy wants approved becomes a question to a supervisor, unless a supervisor takes it.
 */
export function decideStep(state: CaseState, step: CaseStep, ground: StepGround): StepDecision {
  if (ground.onDay > ground.today) return refuse("in_future");
  if (ground.onDay < state.lastOn) return refuse("before_last");
  switch (step.kind) {
    case "withdraw": case "approve": case "send_back": case "take_over": case "refuse_handover": return answer(state, step, ground);
    case "reopen": return state.pending ? refuse("waiting") : state.standing === "closed" ? orAsk({ kind: "reopened", words: step.words }, "reopen", ground) : refuse("not_closed");
    default: return state.standing === "closed" ? refuse("closed") : state.pending && step.kind !== "review" ? refuse("waiting") : work(state, step, ground);
  }
}

type Work = Exclude<CaseStep, { kind: "withdraw" | "approve" | "send_back" | "take_over" | "refuse_handover" | "reopen" }>;

function work(state: CaseState, step: Work, ground: StepGround): StepDecision {
  if (state.standing === "paused" && ["advance", "go_back", "pause"].includes(step.kind)) return refuse("paused");
  switch (step.kind) {
    case "advance": {
      const stage = nextStage(state.stage);
      if (!stage) return refuse("last_stage");
      const asks = state.stage === "intake" ? "accept" : state.stage === "planning" ? "plan" : null;
      return orAsk({ kind: "advanced", stage, words: step.words }, asks, ground);
    }
    case "go_back": return isEarlier(step.stage, state.stage) ? allow({ kind: "went_back", stage: step.stage, words: step.words }) : refuse("not_earlier");
    case "pause": return step.untilOn <= ground.onDay ? refuse("pause_in_past") : allow({ kind: "paused", untilOn: step.untilOn, words: step.words });
    case "resume": return state.standing === "paused" ? allow({ kind: "resumed", words: step.words }) : refuse("not_paused");
    case "review": return allow({ kind: "reviewed", words: step.words });
    case "close": return isOutcome(step.reason) && state.stage !== "closing" ? refuse("outcome_before_evaluation") : orAsk({ kind: "closed", reason: step.reason, words: step.words }, "close", ground);
    case "hand_over": return handOver(state, step, ground);
  }
}

function handOver(state: CaseState, { workerId, teamId, words }: Extract<CaseStep, { kind: "hand_over" }>, ground: StepGround): StepDecision {
  if (!workerId && !teamId) return refuse("nobody_to_take_over");
  if (workerId === state.workerId) return refuse("same_worker");
  return orAsk({ kind: "transfer_asked", workerId: workerId ?? null, teamId: teamId ?? null, words }, "transfer", ground);
}

/** The event itself, or the question whether it may happen. */
function orAsk(event: StepEvent, step: ApprovalStep | null, { policy, supervises }: StepGround): StepDecision {
  if (step === null || supervises || !policy.approvals.includes(step)) return allow(event);
  return allow({ ...event, kind: "approval_asked", step });
}

function answer({ pending }: CaseState, { kind, words }: Extract<CaseStep, { kind: "withdraw" | "approve" | "send_back" | "take_over" | "refuse_handover" }>, { by, supervises }: StepGround): StepDecision {
  if (!pending) return refuse("nothing_waits");
  if (kind === "withdraw") {
    if (pending.by !== by && !supervises) return refuse("not_yours_to_withdraw");
    return allow({ kind: pending.kind === "approval" ? "approval_withdrawn" : "transfer_withdrawn", words });
  }
  if (kind === "approve" || kind === "send_back") {
    if (pending.kind !== "approval") return refuse("nothing_waits");
    if (pending.by === by) return refuse("own_approval");
    return allow({ kind: kind === "approve" ? "approved" : "sent_back", words });
  }
  if (pending.kind !== "transfer") return refuse("nothing_waits");
  if (pending.workerId !== null && pending.workerId !== by) return refuse("not_asked_of_you");
  return allow({ kind: kind === "take_over" ? "transfer_accepted" : "transfer_refused", words });
}
