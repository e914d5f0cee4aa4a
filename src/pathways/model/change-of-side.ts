import type { AskedStep } from "./steps.ts";
import { stateOf, type EventKind, type InvitationEvent, type Party } from "./invitation.ts";

/** From this birthday on nobody else's agreement is needed (民法典第十七条). */
const OF_AGE = 18;

/** What is known of somebody who is to change sides: from being served to serving beside those who serve them. */
export interface Standing {
  /** Workers who answer for their open cases; one account may have several. */
  readonly workers: readonly string[];
  /** Whether a volunteer meets them as a friend now. */
  readonly befriended: boolean;
  readonly ageYears: number | null;
  /** Their own account, if any, opens files. */
  readonly seesFiles: boolean;
}

/** Somebody who must agree before the step begins; a worker by account. */
export interface Needed {
  readonly party: Party;
  readonly account: string | null;
}

/**
 * Who must agree: every worker who answers for an open case, and a supervisor besides, while they are served; the guardian of a child.
 * Source: the house's rule for the change of side, after the double-role guidance of the social workers' code (社会工作者职业道德指引, 2012); 未核实.
 */
export function neededFor({ workers, befriended, ageYears }: Standing): Needed[] {
  const served = workers.length > 0 || befriended;
  return [
    ...[...new Set(workers)].map((account) => ({ party: "worker" as const, account })),
    ...(served ? [{ party: "supervisor" as const, account: null }] : []),
    ...(ageYears !== null && ageYears < OF_AGE ? [{ party: "guardian" as const, account: null }] : []),
  ];
}

export type Agreement = "agreed" | "refused" | "open";

/** What a party has said so far; the last word counts. */
export function agreementOf(events: readonly InvitationEvent[], { party, account }: Needed): Agreement {
  const last = events.findLast((one) => one.party === party && (account === null || one.byAccount === account));
  return last === undefined ? "open" : (last.kind as Agreement);
}

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };
const REFUSED: Readonly<Record<Party, string>> = { worker: "worker_refused", supervisor: "supervisor_refused", guardian: "guardian_refused" };
const MUST_AGREE: Readonly<Record<Party, string>> = { worker: "worker_must_agree", supervisor: "supervisor_must_agree", guardian: "guardian_must_agree" };
const no = (reason: string): Decision => ({ allowed: false, reason });

export interface Asked {
  readonly step: AskedStep;
  readonly invitedBy: string;
  readonly events: readonly InvitationEvent[];
  readonly standing: Standing;
}

/** Whether the step may begin now: the person said yes, everybody who must has agreed, and nothing they would see stands against it. */
export function decideBegin({ events, standing }: Asked): Decision {
  if (stateOf(events) !== "yes") return no("person_must_say_yes");
  for (const needed of neededFor(standing)) {
    const said = agreementOf(events, needed);
    if (said === "refused") return no(REFUSED[needed.party]);
    if (said === "open") return no(MUST_AGREE[needed.party]);
  }
  if (standing.seesFiles && (standing.workers.length > 0 || standing.befriended)) return no("sees_files");
  return { allowed: true };
}

export interface Speaker {
  readonly account: string;
  readonly supervises: boolean;
}

/** Whether somebody may write this down: a worker and a supervisor speak for themselves only, and whoever asked does not agree as supervisor. */
export function decideStep({ kind, party }: { readonly kind: EventKind; readonly party?: Party | undefined }, asked: Asked, speaker: Speaker): Decision {
  const state = stateOf(asked.events);
  if (state === "withdrawn" || state === "begun") return no("over");
  if (kind === "begun") return decideBegin(asked);
  if (kind !== "agreed" && kind !== "refused") return { allowed: true };
  const needed = neededFor(asked.standing).filter((one) => one.party === party);
  if (party === undefined || needed.length === 0) return no("not_needed");
  if (party === "worker" && !needed.some(({ account }) => account === speaker.account)) return no("only_their_worker");
  if (party === "supervisor" && !speaker.supervises) return no("only_a_supervisor");
  if (party === "supervisor" && (speaker.account === asked.invitedBy || asked.standing.workers.includes(speaker.account))) return no("four_eyes");
  return { allowed: true };
}
