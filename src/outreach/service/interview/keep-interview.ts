import { randomUUID } from "node:crypto";
import { ageOn } from "#kernel/calendar.ts";
import { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { recordNeedsIn, type HeardNeed } from "#casework/index.ts";
import { personCards, recordConsents, recordSituations, type NewConsent, type PersonCard } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { decideConsentBy } from "../../model/interview/consent-rules.ts";
import { CONSENT_TEXTS, type ConsentPurpose } from "../../model/interview/consent-texts.ts";
import type { ConsentAnswers, Interview } from "../../model/interview/interview.ts";
import { standing } from "../../model/round/member-state.ts";
import { attemptsOf } from "../../store/attempts.ts";
import { deleteDraft, insertInterview, interviewsOf } from "../../store/interviews.ts";
import { addReferralIn } from "../members/add-referral.ts";
import { logAttemptIn } from "../members/log-attempt.ts";
import { draftKey } from "./draft-cell.ts";
import { keepCarer } from "./keep-carer.ts";

/** What one conversation gave. */
export interface KeptInterview {
  readonly interviewId: string;
  readonly carerId: string | null;
  readonly needs: number;
  readonly referrals: number;
}

/**
 * Keeps the record of a conversation (访谈记录): the attempt, the needs of the resident and of the carer as two persons, consents,
 * the carer's own record, who was named. All of it or nothing; the draft is gone afterwards.
 */
export async function keepInterview(session: Session, input: Interview): Promise<KeptInterview> {
  return session.write("outreach.keep-interview", input, async (tx) => {
    const { roundId, personId } = input;
    const { attemptId } = await logReached(session, tx, input);
    const card = (await personCards(tx, session.actor.orgId, [personId])).get(personId);
    if (!card) throw new Refusal("not_found", "outreach.member_not_found");
    checkConsent(input, card);

    const interviewId = randomUUID();
    const carerId = await keepCarer(session, tx, input, card);
    const { actor } = session;
    await insertInterview(tx, {
      orgId: actor.orgId, id: interviewId, roundId, personId, attemptId, heldOn: input.heldOn, mode: input.mode, present: input.present, understanding: input.understanding, carerId,
      summary: input.summary, recordedBy: actor.accountId, recordedByName: actor.name,
    });
    const needs = await recordNeedsIn(session, tx, needsOf(input, carerId), { kind: "interview", id: interviewId });
    await keepConsents(session, tx, input, carerId);
    await noteSituation(session, tx, input, card);
    for (const referral of input.referrals) await addReferralIn(session, tx, { ...referral, roundId, fromPersonId: personId }, input.heldOn);
    await deleteDraft(tx, draftKey(session, input));
    await recordAudit(tx, actor, { action: "interview.kept", subjectKind: "person", subjectId: personId, details: { roundId, interviewId, needs: needs.length, referrals: input.referrals.length } });
    return { interviewId, carerId, needs: needs.length, referrals: input.referrals.length };
  });
}

/** The conversation as an attempt. One that was logged as reached just before the record was written is made whole, not counted twice. */
async function logReached(session: Session, tx: Tx, { roundId, personId, mode, heldOn, minutes, nextDueOn, present }: Interview) {
  const talkedTo = present.includes("client") ? "client" : present[0];
  const corrects = await briefAttempt(session, tx, { roundId, personId, mode, heldOn });
  return logAttemptIn(session, tx, { roundId, personId, mode, outcome: "reached", onDay: heldOn, note: "", ...(talkedTo && { talkedTo }), ...(minutes !== undefined && { minutes }), ...(nextDueOn && { nextDueOn }), ...(corrects !== undefined && { corrects }) });
}

/** The number of the worker's own attempt of that day that reached somebody and has no record yet. */
async function briefAttempt({ actor }: Session, tx: Tx, { roundId, personId, mode, heldOn }: Pick<Interview, "roundId" | "personId" | "mode" | "heldOn">): Promise<number | undefined> {
  const recorded = new Set((await interviewsOf(tx, actor.orgId, [personId])).map(({ attemptId }) => attemptId));
  const attempts = standing(await attemptsOf(tx, actor.orgId, roundId, personId));
  return attempts.find((one) => one.outcome === "reached" && one.onDay === heldOn && one.mode === mode && one.byName === actor.name && !recorded.has(one.id))?.number;
}

/** A yes must come from whoever may say it, and nobody is called again after a no to being contacted. */
function checkConsent({ consent, understanding, heldOn, nextDueOn, carer }: Interview, card: PersonCard): void {
  if (!consent) return;
  const ageYears = card.birthOn === null ? null : ageOn(card.birthOn, heldOn);
  const decision = decideConsentBy({ ageYears, understanding }, { capacity: consent.capacity, answers: Object.values(consent.answers) });
  if (!decision.allowed) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "capacity", reason: `interview.${decision.reason}` }] });
  if (consent.byCarer && !carer) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "by", reason: "interview.no_carer" }] });
  if (consent.answers.contact === "refused" && nextDueOn) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "nextDueOn", reason: "interview.no_contact" }] });
}

function needsOf({ personId, heldOn, needs, carer }: Interview, carerId: string | null): HeardNeed[] {
  const own = needs.map((need): HeardNeed => ({ ...need, personId, heardOn: heldOn }));
  if (carerId === null) return own;
  return [...own, ...(carer?.needs ?? []).map((need): HeardNeed => ({ ...need, personId: PersonId.parse(carerId), heardOn: heldOn, population: "carer" }))];
}

async function keepConsents(session: Session, tx: Tx, input: Interview, carerId: string | null): Promise<void> {
  const { consent, carer, personId } = input;
  const rows = [
    ...(consent ? rowsOf(input, personId, consent, consent.byCarer ? carerId : (consent.byPersonId ?? null)) : []),
    ...(carer?.consent && carerId !== null ? rowsOf(input, carerId, { ...carer.consent, capacity: "self" }, null) : []),
  ];
  if (rows.length > 0) await recordConsents(session, tx, rows);
}

function rowsOf({ heldOn, mode, language }: Interview, personId: string, { capacity, byName, answers }: ConsentAnswers, byPersonId: string | null): NewConsent[] {
  return Object.entries(answers).map(([purpose, state]) => ({
    personId, purpose: purpose as ConsentPurpose, state, capacity, byPersonId: capacity === "self" ? null : byPersonId, byName: capacity === "self" || byPersonId ? null : (byName ?? null),
    fromOn: heldOn, channel: mode === "phone" ? "phone" as const : "in_person" as const, text: { language, text: CONSENT_TEXTS[language][purpose as ConsentPurpose] },
  }));
}

/** What the conversation corrects of the register. */
async function noteSituation(session: Session, tx: Tx, { personId, longAtHome, heldOn }: Interview, card: PersonCard): Promise<void> {
  if (!longAtHome || longAtHome === card.longAtHome) return;
  await recordSituations(session, tx, [{ personId, kind: "long_at_home", value: longAtHome, sinceOn: heldOn }]);
}
