import type { ApprovalStep, CaseEvent, CaseFacts, CaseState, ClosingReason, Pending } from "./case.ts";

type Dated = { readonly onDay: string; readonly by: string };

/** How a case stands after what happened, in order. The first event opens it. */
export function caseState(events: readonly CaseEvent[]): CaseState {
  const [first, ...rest] = events;
  if (first?.kind !== "opened") throw new Error("a case begins with its opening");
  return rest.reduce(after, opened(first));
}

function opened({ number, workerId, teamId, onDay, by }: CaseEvent): CaseState {
  return {
    version: number, episode: 1, stage: "intake", standing: "open", workerId: workerId ?? by, teamId: teamId ?? null, openedOn: onDay,
    closedOn: null, closingReason: null, sinceOn: onDay, pausedUntil: null, pending: null, lastOn: onDay,
  };
}

/** How a case stands after one more event. The event was allowed: that is decided elsewhere. */
export function after(before: CaseState, event: CaseEvent): CaseState {
  const state = { ...before, version: event.number, lastOn: event.onDay };
  switch (event.kind) {
    case "opened": return state;
    case "advanced": case "went_back": return { ...state, stage: event.stage!, sinceOn: event.onDay };
    case "paused": return { ...state, standing: "paused", pausedUntil: event.untilOn! };
    case "resumed": return { ...state, standing: "open", pausedUntil: null, sinceOn: event.onDay };
    case "closed": return closed(state, event, event);
    case "reopened": return reopened(state, event, event);
    case "reviewed": return { ...state, sinceOn: event.onDay };
    case "approval_asked": return { ...state, pending: { kind: "approval", step: event.step!, facts: factsOf(event), by: event.by, onDay: event.onDay } };
    case "transfer_asked": return { ...state, pending: transferOf(event, event) };
    case "approved": return approved(state, event);
    case "transfer_accepted": return accepted(state, event);
    case "approval_withdrawn": case "sent_back": case "transfer_withdrawn": case "transfer_refused": return { ...state, pending: null };
  }
}

/** What was asked happens on the day it is approved; a handover then waits for whom it goes to. */
function approved(state: CaseState, event: Dated): CaseState {
  if (state.pending?.kind !== "approval") return state;
  const { step, facts, by } = state.pending;
  const cleared = { ...state, pending: null };
  const done: Readonly<Record<ApprovalStep, () => CaseState>> = {
    accept: () => ({ ...cleared, stage: facts.stage!, sinceOn: event.onDay }),
    plan: () => ({ ...cleared, stage: facts.stage!, sinceOn: event.onDay }),
    close: () => closed(cleared, facts, event),
    reopen: () => reopened(cleared, facts, event),
    transfer: () => ({ ...cleared, pending: transferOf(facts, { onDay: event.onDay, by }) }),
  };
  return done[step]();
}

function accepted(state: CaseState, event: Dated): CaseState {
  if (state.pending?.kind !== "transfer") return state;
  const { workerId, teamId } = state.pending;
  return { ...state, workerId: workerId ?? event.by, teamId: teamId ?? state.teamId, pending: null };
}

const closed = (state: CaseState, { reason }: CaseFacts, { onDay }: Dated): CaseState =>
  ({ ...state, standing: "closed", closedOn: onDay, closingReason: reason as ClosingReason, pausedUntil: null });

/** A new episode: what happened in the earlier ones stays as it was. */
const reopened = (state: CaseState, { workerId }: CaseFacts, { onDay }: Dated): CaseState => ({
  ...state, episode: state.episode + 1, stage: "intake", standing: "open", workerId: workerId ?? state.workerId,
  openedOn: onDay, closedOn: null, closingReason: null, sinceOn: onDay, pausedUntil: null,
});

const factsOf = ({ stage, reason, words, workerId, teamId, untilOn }: CaseFacts): CaseFacts => ({ stage: stage ?? null, reason: reason ?? null, words: words ?? "", workerId: workerId ?? null, teamId: teamId ?? null, untilOn: untilOn ?? null });

const transferOf = ({ workerId, teamId, words }: CaseFacts, { by, onDay }: Dated): Pending => ({ kind: "transfer", workerId: workerId ?? null, teamId: teamId ?? null, words: words ?? "", by, onDay });
