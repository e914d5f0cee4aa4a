import type { GroupStep, MemberStep } from "./forms.ts";
import { STAGES, type Leaving, type Part, type Stage } from "./terms.ts";

export interface GroupEvent {
  readonly number: number;
  readonly kind: GroupStep["kind"];
  readonly stage: Stage | null;
  readonly followUpOn: string | null;
  readonly onDay: string;
}

/** How a group stands, from its rows. */
export interface GroupStanding {
  readonly stage: Stage;
  readonly closed: boolean;
  /** When it is to be looked after once more; null: not closed, no day, or done. */
  readonly followUpOn: string | null;
}

export function standingOf(events: readonly GroupEvent[]): GroupStanding {
  const last = events.findLast(({ kind }) => kind === "closed" || kind === "reopened");
  const closed = last?.kind === "closed";
  const followed = closed && events.some(({ kind, number }) => kind === "followed_up" && number > last.number);
  return { stage: events.findLast(({ stage }) => stage !== null)?.stage ?? "preparing", closed, followUpOn: closed && !followed ? last.followUpOn : null };
}

export interface MemberEvent {
  readonly number: number;
  readonly kind: MemberStep["kind"];
  readonly part: Part | null;
  readonly reason: Leaving | null;
  readonly onDay: string;
}

export interface MemberStanding {
  readonly part: Part;
  readonly consent: "given" | "refused" | "withdrawn" | "open";
  /** The day they left; null while they belong. */
  readonly leftOn: string | null;
  readonly reason: Leaving | null;
}

const CONSENTS = { consented: "given", consent_refused: "refused", consent_withdrawn: "withdrawn" } as const;

export function memberStanding(events: readonly MemberEvent[]): MemberStanding {
  const consent = events.findLast(({ kind }) => kind in CONSENTS);
  const left = events.findLast(({ kind }) => kind === "left");
  return {
    part: events.findLast(({ part }) => part !== null)?.part ?? "member", consent: consent ? CONSENTS[consent.kind as keyof typeof CONSENTS] : "open",
    leftOn: left?.onDay ?? null, reason: left?.reason ?? null,
  };
}

type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };
const yes: Decision = { allowed: true };
const no = (reason: string): Decision => ({ allowed: false, reason });

/** What closing a group looks at. */
export interface Ground {
  readonly standing: GroupStanding;
  readonly sessionsWithoutLog: number;
  readonly membersNow: number;
  /** Members still there whom nobody asked afterwards. */
  readonly unratedAfter: number;
}

/** A group goes on one stage at a time and may go back; it closes out of its ending stage, with every session written down and every member asked. */
export function decideStep(step: GroupStep, { standing, sessionsWithoutLog, membersNow, unratedAfter }: Ground): Decision {
  if (step.kind === "reopened") return standing.closed ? (step.words === "" ? no("words_missing") : yes) : no("not_closed");
  if (step.kind === "followed_up") return standing.closed ? (step.words === "" ? no("words_missing") : yes) : no("not_closed");
  if (standing.closed) return no("closed");
  if (step.kind === "closed") {
    if (standing.stage !== "ending") return no("end_first");
    if (sessionsWithoutLog > 0) return no("log_missing");
    if (unratedAfter > 0) return no("rating_missing");
    return step.words === "" ? no("words_missing") : yes;
  }
  if (step.stage === undefined || step.stage === standing.stage) return no("stage_missing");
  const [from, to] = [STAGES.indexOf(standing.stage), STAGES.indexOf(step.stage)];
  if (to > from + 1) return no("one_stage");
  if (step.stage === "forming" && membersNow < 2) return no("two_members");
  return to < from && step.words === "" ? no("words_missing") : yes;
}

/** What may become of a membership: consent as they say it, another part, an end; nothing after leaving. */
export function decideMember(step: MemberStep, standing: MemberStanding): Decision {
  if (standing.leftOn !== null) return no("left_already");
  if (step.kind === "left") return step.reason === undefined ? no("reason_missing") : yes;
  if (step.kind === "part") {
    if (step.part === undefined || step.part === standing.part) return no("part_missing");
    return step.part !== "member" && standing.consent !== "given" ? no("consent_first") : yes;
  }
  if (step.capacity === undefined) return no("capacity_missing");
  return step.kind === "consent_withdrawn" && standing.consent !== "given" ? no("consent_first") : yes;
}
