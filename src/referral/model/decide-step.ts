import { OUTCOMES, REFUSALS, type Side, type Step } from "./referral.ts";
import { isOver, type Standing } from "./standing.ts";

type Reason = "over" | "not_waiting" | "not_accepted" | "other_side" | "words_missing" | "reason_missing" | "due_missing" | "due_past" | "worker_missing" | "nothing_to_settle" | "opened_already" | "taken_in_already" | "due_too_far";
export type StepDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: Reason };

/** The longest anybody may be made to wait for the next word. */
export const MOST_DAYS = 180;

export interface Ground {
  readonly side: Side;
  readonly standing: Standing;
  /** The other works outside the installation: the sender writes down its acts too. */
  readonly outside: boolean;
  readonly takenIn: boolean;
  readonly today: string;
  /** The last day that may be agreed, `MOST_DAYS` from today. */
  readonly latest: string;
}

/** Whether a step may be taken by this side now. There is one outcome: what is over stays over, and what comes back is settled once. */
export function decideStep(step: Step, ground: Ground): StepDecision {
  const no = (reason: Reason): StepDecision => ({ allowed: false, reason });
  const { side, standing, outside } = ground;
  const receiver = side === "in" || outside;
  if (["settled", "withdrawn", "extended", "asked_after"].includes(step.step) && side !== "out") return no("other_side");
  if (["opened", "taken_in"].includes(step.step) && side !== "in") return no("other_side");
  if (["accepted", "refused", "completed"].includes(step.step) && !receiver) return no("other_side");
  if (step.step === "settled") return standing.dueOn === null || !isOver(standing) ? no("nothing_to_settle") : needsWords(step, no);
  if (step.step === "handed_over") return standing.dueOn === null ? no("over") : step.workerId ? { allowed: true } : no("worker_missing");
  if (isOver(standing)) return no("over");
  return decideOpen(step, ground, no);
}

function decideOpen(step: Step, { standing, takenIn, today, latest }: Ground, no: (reason: Reason) => StepDecision): StepDecision {
  const due = (): StepDecision => (!step.dueOn ? no("due_missing") : step.dueOn < today ? no("due_past") : step.dueOn > latest ? no("due_too_far") : { allowed: true });
  if (step.step === "opened") return standing.openedOn === null ? { allowed: true } : no("opened_already");
  if (step.step === "accepted") return standing.state === "waiting" ? due() : no("not_waiting");
  if (step.step === "refused") return standing.state !== "waiting" ? no("not_waiting") : listed(step, REFUSALS, no);
  if (step.step === "completed") return standing.state !== "accepted" ? no("not_accepted") : listed(step, OUTCOMES, no);
  if (step.step === "taken_in") return standing.state !== "accepted" ? no("not_accepted") : takenIn ? no("taken_in_already") : { allowed: true };
  if (step.step === "extended") return due();
  return needsWords(step, no);
}

function listed(step: Step, reasons: readonly string[], no: (reason: Reason) => StepDecision): StepDecision {
  if (!step.reason || !reasons.includes(step.reason)) return no("reason_missing");
  return step.reason === "other" || step.step === "completed" ? needsWords(step, no) : { allowed: true };
}

const needsWords = (step: Step, no: (reason: Reason) => StepDecision): StepDecision => (step.words === "" ? no("words_missing") : { allowed: true });
