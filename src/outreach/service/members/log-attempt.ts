import { Refusal } from "#kernel/refusal.ts";
import { authorise } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { WORK_ON_MEMBER } from "../../model/policy.ts";
import { decideLogAttempt } from "../../model/round/decide-log-attempt.ts";
import { memberState, proposeNextDue, standing, type MemberState } from "../../model/round/member-state.ts";
import type { AttemptInput } from "../../model/round/round.ts";
import { attemptsOf, insertAttempt, type Attempt } from "../../store/attempts.ts";
import { lockMember, saveState } from "../../store/members.ts";
import { insertRefusal, liftRefusals } from "../../store/refusals.ts";
import { shareRound } from "../../store/rounds.ts";

/** What became of an attempt that was logged. */
export interface LoggedAttempt extends MemberState {
  readonly attemptId: string;
}

/** Logs one attempt to reach somebody, and works out where they stand now. */
export async function logAttempt(session: Session, input: AttemptInput): Promise<LoggedAttempt> {
  return session.write("outreach.log-attempt", input, (tx) => logAttemptIn(session, tx, input));
}

/** The same in the caller's transaction. */
export async function logAttemptIn(session: Session, tx: Tx, input: AttemptInput): Promise<LoggedAttempt> {
  const { actor, today } = session;
  const missing = new Refusal("not_found", "outreach.member_not_found");
  const round = await shareRound(tx, actor.orgId, input.roundId);
  const member = round && await lockMember(tx, actor.orgId, round.id, input.personId);
  if (!round || !member) throw missing;
  authorise(actor, WORK_ON_MEMBER, { orgId: actor.orgId, assignedTo: member.workerId === null ? [] : [member.workerId] }, missing);

  const attempts = await attemptsOf(tx, actor.orgId, round.id, member.personId);
  const attempt = factsOf(input, attempts);
  const before = { roundOpensOn: round.opensOn, roundClosedOn: round.closedOn, endedAs: member.endedAs, standingNumbers: standing(attempts).map(({ number }) => number) };
  const decision = decideLogAttempt(before, attempt, today);
  if (!decision.allowed) throw refused(decision);

  const { atTime = null, talkedTo = null, minutes = null, note } = input;
  const attemptId = await insertAttempt(tx, { ...attempt, orgId: actor.orgId, roundId: round.id, personId: member.personId, atTime, talkedTo, minutes, note, by: actor.accountId, byName: actor.name });
  const state = memberState([...attempts, attempt], round.opensOn);
  await saveState(tx, actor.orgId, member, state);
  await respectRefusal(session, tx, input, { attemptId, corrected: attempts.find(({ number }) => number === attempt.corrects) });
  await recordAudit(tx, actor, { action: "attempt.logged", subjectKind: "person", subjectId: member.personId, details: { roundId: round.id, number: attempt.number, mode: attempt.mode, outcome: attempt.outcome } });
  return { attemptId, ...state };
}

function factsOf({ mode, outcome, onDay, nextDueOn, corrects }: AttemptInput, attempts: readonly Attempt[]) {
  return { number: attempts.length + 1, mode, outcome, onDay, nextDueOn: nextDueOn ?? null, corrects: corrects ?? null };
}

/** A refusal becomes a row of its own; one noted by mistake is lifted with the attempt that is corrected. */
async function respectRefusal(session: Session, tx: Tx, { personId, outcome, onDay, nextDueOn, talkedTo, note }: AttemptInput, { attemptId, corrected }: { attemptId: string; corrected: Attempt | undefined }): Promise<void> {
  if (corrected) await liftRefusals(tx, session.actor, { attemptId: corrected.id }, { on: session.today, reason: "corrected" });
  if (outcome !== "refused_for_now" && outcome !== "refused_for_good") return;
  const forGood = outcome === "refused_for_good";
  await insertRefusal(tx, session.actor, {
    personId, scope: forGood ? "for_good" : "for_now", saidOn: onDay, untilOn: forGood ? null : (nextDueOn ?? proposeNextDue(outcome, onDay)), saidBy: talkedTo ?? "client", words: note, attemptId,
  });
}

function refused({ reason, field }: { reason: string; field?: string | undefined }): Refusal {
  const said = `attempt.${reason}` as const;
  return field ? new Refusal("invalid_input", "platform.check_fields", { fields: [{ field, reason: said }] }) : new Refusal("conflict", said);
}
