import type { ApprovalStep } from "../case.ts";
import type { CaseStep } from "../decide-step.ts";

export const APPROVABLE: readonly ApprovalStep[] = ["accept", "plan", "close", "transfer", "reopen"];

interface Moment { readonly by: string; readonly supervises: boolean; readonly nth: number; readonly today: number; readonly lastNth: number; dayOf(nth: number): string }

export interface Oracle {
  /** Whether the step may be taken; then it is. */
  take(step: CaseStep, moment: Moment): boolean;
  told(): { stage: string; standing: string; worker: string; team: string | null; episode: number; waits: string | null; reason: string | null };
}

/**
 * The life of a case told once more, without looking at how the model tells it: stages are numbers, what somebody is asked
 * for is a thing to do later. For tests only.
 */
export function givenOracle(approvals: readonly ApprovalStep[]): Oracle {
  const NAMES = ["intake", "assessment", "planning", "intervention", "evaluation", "closing"];
  let [stage, worker, team, episode, ended, paused] = [0, "worker", null as string | null, 1, null as string | null, false];
  let question: { by: string; happens: () => void } | null = null;
  let handover: { by: string; to: string | undefined; team: string | undefined } | null = null;

  const sayOrAsk = (step: ApprovalStep | null, { by, supervises }: Moment, happens: () => void): true => {
    if (step !== null && !supervises && approvals.includes(step)) question = { by, happens };
    else happens();
    return true;
  };
  const waits = () => question !== null || handover !== null;
  const working = () => ended === null && !waits();

  const rules: { [K in CaseStep["kind"]]: (step: Extract<CaseStep, { kind: K }>, moment: Moment) => boolean } = {
    advance: (_step, moment) => working() && !paused && stage < 5 && sayOrAsk(stage === 0 ? "accept" : stage === 2 ? "plan" : null, moment, () => { stage += 1; }),
    go_back: (step) => { const to = NAMES.indexOf(step.stage); if (!working() || paused || to >= stage) return false; stage = to; return true; },
    pause: (step, { nth, dayOf }) => { if (!working() || paused || step.untilOn <= dayOf(nth)) return false; paused = true; return true; },
    resume: () => { if (!working() || !paused) return false; paused = false; return true; },
    review: () => ended === null,
    close: (step, moment) => working() && (stage === 5 || !["goals_met", "partly_met", "goals_not_met"].includes(step.reason)) && sayOrAsk("close", moment, () => { ended = step.reason; paused = false; }),
    reopen: (_step, moment) => ended !== null && !waits() && sayOrAsk("reopen", moment, () => { ended = null; stage = 0; episode += 1; }),
    hand_over: (step, moment) => working() && step.workerId !== worker && sayOrAsk("transfer", moment, () => { handover = { by: moment.by, to: step.workerId, team: step.teamId }; }),
    withdraw: (_step, { by, supervises }) => { if (!waits() || !(supervises || (question ?? handover)!.by === by)) return false; question = handover = null; return true; },
    approve: (_step, { by }) => { if (question === null || question.by === by) return false; const { happens } = question; question = null; happens(); return true; },
    send_back: (_step, { by }) => { if (question === null || question.by === by) return false; question = null; return true; },
    take_over: (_step, { by }) => { if (handover === null || (handover.to !== undefined && handover.to !== by)) return false; worker = handover.to ?? by; team = handover.team ?? team; handover = null; return true; },
    refuse_handover: (_step, { by }) => { if (handover === null || (handover.to !== undefined && handover.to !== by)) return false; handover = null; return true; },
  };
  return {
    take: (step, moment) => moment.nth <= moment.today && moment.nth >= moment.lastNth && (rules[step.kind] as (step: CaseStep, moment: Moment) => boolean)(step, moment),
    told: () => ({ stage: NAMES[stage]!, standing: ended !== null ? "closed" : paused ? "paused" : "open", worker, team, episode, waits: question ? "approval" : handover ? "transfer" : null, reason: ended }),
  };
}
