import { randomUUID } from "node:crypto";
import { z } from "zod";
import { ageOn } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { personCards, type PersonCard } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { CaseOrigin } from "../../model/cases/case.ts";
import { policyOn, reviewOn } from "../../model/cases/case-policy.ts";
import { caseState } from "../../model/cases/case-state.ts";
import { Population, populationOf } from "../../model/population.ts";
import { casePolicies, openNames } from "../../store/cases/case-rules.ts";
import { insertCase, insertCaseEvent, keepCaseState } from "../../store/cases/cases.ts";

/** A case to begin (接案). */
export const NewCase = z.object({
  personId: z.uuid(),
  /** Left out: judged by age and disability on the day. */
  population: Population.optional(),
  programmeId: z.uuid().optional(), teamId: z.uuid().optional(),
  /** Left out: whoever opens it. Somebody else only by a supervisor. */
  workerId: z.uuid().optional(),
  originKind: CaseOrigin.default("person"), originId: z.uuid().optional(), originWords: z.string().trim().max(300).default(""),
  /** What brings them, and what was seen first. */
  words: z.string().trim().min(1).max(4000),
  openedOn: z.iso.date(),
});
export type NewCase = z.input<typeof NewCase>;
export interface OpenedCase { readonly caseId: string; readonly reference: string }

/** Begins a case in the caller's transaction. Several at once for one person are allowed: they are worked under different programmes. */
export async function openCaseIn(session: Session, tx: Tx, input: NewCase): Promise<OpenedCase> {
  const { actor, today } = session;
  requireCapability(actor, "cases.work");
  const asked = NewCase.parse(input);
  if (asked.openedOn > today) throw fault("openedOn", "case.in_future");
  const workerId = asked.workerId ?? actor.accountId;
  if (workerId !== actor.accountId && !actor.capabilities.has("cases.supervise")) throw fault("workerId", "case.only_supervisor_gives");
  const card = (await personCards(tx, actor.orgId, [asked.personId])).get(asked.personId);
  if (!card || card.withheldOn !== null) throw new Refusal("not_found", "case.person_not_found");
  if (!await isOpen(tx, actor.orgId, "teams", asked.teamId)) throw fault("teamId", "case.teams_unknown");
  if (!await isOpen(tx, actor.orgId, "programmes", asked.programmeId)) throw fault("programmeId", "case.programmes_unknown");

  const { teamId = null, programmeId = null, originKind, originId = null, originWords, words, openedOn } = asked;
  const caseId = randomUUID();
  const reference = await insertCase(tx, actor.orgId, today.slice(0, 4), {
    id: caseId, personId: card.id, population: asked.population ?? ownPopulation(card, openedOn), programmeId, originKind, originId, originWords, openedBy: actor.accountId, openedByName: actor.name,
  });
  const event = { number: 1, kind: "opened" as const, stage: "intake" as const, words, workerId, teamId, onDay: openedOn, by: actor.accountId, byName: actor.name, byRole: actor.role };
  await insertCaseEvent(tx, actor.orgId, caseId, event);
  const state = caseState([event]);
  await keepCaseState(tx, actor.orgId, caseId, state, reviewOn(state, policyOn(await casePolicies(tx, actor.orgId), today)));
  await recordAudit(tx, actor, { action: "case.opened", subjectKind: "case", subjectId: caseId, details: { personId: card.id, originKind, originId, workerId, teamId, programmeId } });
  return { caseId, reference };
}

/** Begins a case; for forms and the API. */
export async function openCase(session: Session, input: NewCase): Promise<OpenedCase> {
  return session.write("casework.open-case", input, (tx) => openCaseIn(session, tx, input));
}

const isOpen = async (tx: Tx, orgId: string, table: "teams" | "programmes", id: string | undefined): Promise<boolean> => id === undefined || (await openNames(tx, orgId, table)).some((one) => one.id === id);

function ownPopulation(card: PersonCard, on: string): Population {
  return populationOf({ ageYears: card.birthOn === null ? null : ageOn(card.birthOn, on), disabled: card.disabilityType !== null || card.disabilityGrade !== null });
}

const fault = (field: string, reason: `${string}.${string}`) => new Refusal("invalid_input", "platform.check_fields", { fields: [{ field, reason }] });
