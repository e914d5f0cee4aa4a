import { ageOn } from "#kernel/calendar.ts";
import { memberNames } from "#identity/index.ts";
import { consentsInForce, identitiesOf, personCards, relativesOf, type PersonCard } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { isOpen, nextStatuses } from "../../model/decide-need-change.ts";
import { mayCase } from "../../model/cases/case-access.ts";
import { policyOn } from "../../model/cases/case-policy.ts";
import { stageNeeds } from "../../model/cases/stage-needs.ts";
import { casePolicies, namesOf } from "../../store/cases/case-rules.ts";
import { caseEventsOf, casesOfRecords, originOf } from "../../store/cases/cases.ts";
import { needsOf } from "../../store/needs.ts";
import { noteReading } from "../note-reading.ts";
import { requireCase } from "./access-case.ts";
import { nameCases } from "./list-cases.ts";

export type ShownCase = Awaited<ReturnType<typeof showCase>>;

/** One case with the person, what happened, what is missing for the next step, and what the reader may do. Each reading is noted. */
export async function showCase(session: Session, caseId: string, { printed = false }: { printed?: boolean } = {}) {
  const { actor, today } = session;
  const file = await session.read(async (tx) => {
    const held = await requireCase(session, tx, caseId);
    const [named] = await nameCases(tx, actor.orgId, [{ ...held, communityId: null, withheldOn: null }]);
    const events = await caseEventsOf(tx, actor.orgId, caseId);
    const card = (await personCards(tx, actor.orgId, [held.survivorId])).get(held.survivorId)!;
    const records = (await identitiesOf(tx, actor.orgId, [card.id])).get(card.id)!;
    const { relatives, needs, missing } = await aboutPerson(tx, session, card, records);
    const others = (await casesOfRecords(tx, actor.orgId, records)).filter((one) => one.caseId !== caseId);
    return {
      case: { ...named!, ties: held.ties, ...await originOf(tx, actor.orgId, caseId) }, card, records, events, relatives, needs, missing,
      names: Object.fromEntries(await memberNames(tx, actor.orgId, events.map(({ workerId }) => workerId ?? null))),
      teamNames: Object.fromEntries(await namesOf(tx, actor.orgId, "teams", events.map(({ teamId }) => teamId ?? null))),
      others: (await nameCases(tx, actor.orgId, others.map((one) => ({ ...one, communityId: null, withheldOn: null })))).map(({ caseId: id, reference, stage, standing, workerName, programmeName }) => ({ id, reference, stage, standing, workerName, programmeName })),
      approvals: policyOn(await casePolicies(tx, actor.orgId), today).approvals,
      may: { lead: mayCase(held.ties, "lead"), approve: mayCase(held.ties, "approve") && held.pendingBy !== actor.accountId, answer: mayCase(held.ties, "answer"), withdraw: held.pendingBy === actor.accountId || mayCase(held.ties, "approve") },
    };
  });
  await noteReading(session, { action: printed ? "case.printed" : "case.read", subjectKind: "case", subjectId: caseId, details: { personId: file.card.id, ties: file.case.ties } });
  return file;
}

async function aboutPerson(tx: Tx, { actor: { orgId }, today }: Session, card: PersonCard, records: readonly string[]) {
  const relatives = ((await relativesOf(tx, orgId, [card.id])).get(card.id) ?? []).filter(({ untilOn, contactRule }) => untilOn === null || contactRule === "must_not");
  const consents = (await consentsInForce(tx, orgId, [card.id], today)).get(card.id);
  const needs = await needsOf(tx, orgId, records);
  const missing = stageNeeds({
    personId: card.id, reachable: card.phones.length > 0 || card.address !== null, mayKeepData: consents?.get("keep_data") === "given",
    minor: card.birthOn !== null && ageOn(card.birthOn, today) < 18, guardianKnown: relatives.some(({ isGuardian }) => isGuardian),
    needs: needs.length, needsWithoutAnswer: needs.filter(({ status }) => isOpen(status) && nextStatuses(status).length > 0 && status === "noted").length,
  });
  return { relatives, missing, needs: needs.filter(({ status }) => status !== "withdrawn") };
}
