import { isSettled, reportFirst, type Duty } from "./duties.ts";
import { SEVERITIES, type Stands, type Step } from "./incident.ts";

type Reason = "already_closed" | "not_closed" | "words_missing" | "whom_missing" | "severity_missing" | "severity_same" | "lead_only" | "report_first" | "duties_open" | "in_future";
export type StepDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: Reason };

interface Ground { readonly stands: Stands; readonly duties: readonly Duty[]; readonly isLead: boolean; readonly now: string }

/** Whether a step may be written down now. Not telling, lowering and closing are a lead's word; closing waits for every duty. */
export function decideStep(step: Omit<Step, "doneAt"> & { readonly doneAt: string }, { stands, duties, isLead, now }: Ground): StepDecision {
  const no = (reason: Reason): StepDecision => ({ allowed: false, reason });
  const wordless = step.words.trim() === "";
  if (Date.parse(step.doneAt) > Date.parse(now) + 60_000) return no("in_future");
  if (step.step === "reopened") return stands.state === "open" ? no("not_closed") : wordless ? no("words_missing") : { allowed: true };
  if (stands.state === "closed") return no("already_closed");
  if (step.step === "told") return step.toWhom ? { allowed: true } : no("whom_missing");
  if (wordless) return no("words_missing");
  if (step.step === "acted") return { allowed: true };
  if (step.step === "graded") return decideGrade(step.severity, stands, isLead, no);
  if (!isLead) return no("lead_only");
  if (step.step === "not_told") return step.toWhom ? { allowed: true } : no("whom_missing");
  if (step.step === "closed" && reportFirst(duties)) return no("report_first");
  if (step.step === "closed" && !duties.every(isSettled)) return no("duties_open");
  return { allowed: true };
}

function decideGrade(severity: Step["severity"], { severity: before }: Stands, isLead: boolean, no: (reason: Reason) => StepDecision): StepDecision {
  if (!severity) return no("severity_missing");
  if (severity === before) return no("severity_same");
  return SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(before) || isLead ? { allowed: true } : no("lead_only");
}
