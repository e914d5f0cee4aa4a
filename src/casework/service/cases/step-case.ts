import { Refusal } from "#kernel/refusal.ts";
import { accountsWithCapability } from "#identity/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { mayCase, type CaseWish } from "../../model/cases/case-access.ts";
import { policyOn, reviewOn } from "../../model/cases/case-policy.ts";
import { after, caseState } from "../../model/cases/case-state.ts";
import { decideStep, type CaseStep, type CaseStepKind } from "../../model/cases/decide-step.ts";
import { casePolicies, openNames } from "../../store/cases/case-rules.ts";
import { caseEventsOf, insertCaseEvent, keepCaseState } from "../../store/cases/cases.ts";
import { requireCase, type HeldCase } from "./access-case.ts";

/** What each step asks of whoever takes it. */
const WISHES: Readonly<Partial<Record<CaseStepKind, CaseWish>>> = { approve: "approve", send_back: "approve", take_over: "answer", refuse_handover: "answer" };

/** A step of one case, on a day, from the version that was read. */
export interface TakenStep {
  readonly caseId: string;
  readonly version: number | undefined;
  readonly onDay: string;
  readonly step: CaseStep;
}

/** Takes one step with a case: load, authorise, decide, save, audit. Two at once: the second is told. */
export async function stepCase(session: Session, input: TakenStep): Promise<{ caseId: string; version: number }> {
  return session.write("casework.step-case", input, (tx) => stepCaseIn(session, tx, input));
}

/** The same in the caller's transaction. */
async function stepCaseIn(session: Session, tx: Tx, { caseId, version, onDay, step }: TakenStep): Promise<{ caseId: string; version: number }> {
  const { actor, today } = session;
  const held = await requireCase(session, tx, caseId, WISHES[step.kind] ?? "lead");
  if (version === undefined) throw new Refusal("precondition_required", "platform.version_missing");
  if (version !== held.version) throw new Refusal("stale", "platform.changed_meanwhile");
  if (step.kind === "hand_over") await requireTakers(tx, actor.orgId, step);

  const state = caseState(await caseEventsOf(tx, actor.orgId, caseId));
  const policy = policyOn(await casePolicies(tx, actor.orgId), today);
  const decision = decideStep(state, step, { today, policy, by: actor.accountId, supervises: supervises(held), onDay });
  if (!decision.allowed) throw new Refusal("conflict", `case.${decision.reason}`);

  const event = { ...decision.event, number: held.version + 1, onDay, by: actor.accountId, byName: actor.name, byRole: actor.role };
  if (!await insertCaseEvent(tx, actor.orgId, caseId, event)) throw new Refusal("stale", "platform.changed_meanwhile");
  const next = after(state, event);
  await keepCaseState(tx, actor.orgId, caseId, next, reviewOn(next, policy));
  await recordAudit(tx, actor, { action: `case.${event.kind}`, subjectKind: "case", subjectId: caseId, details: { personId: held.survivorId, step: event.step, stage: event.stage, reason: event.reason, workerId: event.workerId, teamId: event.teamId } });
  return { caseId, version: event.number };
}

const supervises = ({ ties }: HeldCase): boolean => mayCase(ties, "approve");

/** Whoever is to take a case over must be able to work on cases; a team must be there. */
async function requireTakers(tx: Tx, orgId: string, { workerId, teamId }: Extract<CaseStep, { kind: "hand_over" }>): Promise<void> {
  if (workerId && !(await accountsWithCapability(tx, orgId, "cases.work")).includes(workerId)) throw fault("workerId", "case.worker_unknown");
  if (teamId && !(await openNames(tx, orgId, "teams")).some(({ id }) => id === teamId)) throw fault("teamId", "case.teams_unknown");
}

const fault = (field: string, reason: `${string}.${string}`) => new Refusal("invalid_input", "platform.check_fields", { fields: [{ field, reason }] });
