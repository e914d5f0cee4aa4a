import { Refusal } from "#kernel/refusal.ts";
import { findCode, listNeeds, NEED_PACKS, requireCase } from "#casework/index.ts";
import { consentEndsOn, consentsInForce, personCards, relativesOf, type PersonCard, type Relative } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { allowedParts, knownParts, type Known, type Part } from "../model/packet.ts";

/** Somebody to be referred, with what could be told of them. */
export interface Ground {
  readonly personId: string;
  readonly caseId: string | null;
  readonly known: Known;
  /** What is known and may leave by the consents in force today; none without a consent to share. */
  readonly parts: readonly Part[];
  readonly mayShare: boolean;
  readonly sharedUntil: string | null;
}

/** Needs in words; read before the transaction, since the reading is noted in one of its own. */
export async function needWords(session: Session, personId: string): Promise<NonNullable<Known["needs"]>> {
  const needs = await listNeeds(session, personId);
  const open = needs.filter(({ status }) => status !== "met" && status !== "withdrawn");
  return [...new Set(open.map(({ code }) => code))].flatMap((code) => NEED_PACKS.flatMap((pack) => findCode(pack, code) ?? []).at(-1) ?? []).map(({ zh, en }) => ({ zh, en }));
}

/** The person with what may be told of them. A case must be one the actor may open. */
export async function groundIn(session: Session, tx: Tx, { personId, caseId, needs }: { personId: string; caseId: string | null; needs: NonNullable<Known["needs"]> }): Promise<Ground> {
  const { actor: { orgId }, today } = session;
  const card = (await personCards(tx, orgId, [personId])).get(personId);
  if (!card || card.withheldOn !== null) throw new Refusal("not_found", "referral.person_not_found");
  if (caseId !== null && (await requireCase(session, tx, caseId, "record")).survivorId !== card.id) throw new Refusal("not_found", "referral.person_not_found");
  const consents = (await consentsInForce(tx, orgId, [card.id], today)).get(card.id) ?? new Map<string, string>();
  const known = knownOf(card, (await relativesOf(tx, orgId, [card.id])).get(card.id) ?? [], needs);
  const allowed = allowedParts(consents);
  return {
    personId: card.id, caseId, known, parts: knownParts(known).filter((part) => allowed.includes(part)), mayShare: allowed.length > 0,
    sharedUntil: allowed.length > 0 ? await consentEndsOn(tx, orgId, card.id, "share", today) : null,
  };
}

function knownOf(card: PersonCard, relatives: readonly Relative[], needs: NonNullable<Known["needs"]>): Known {
  const phones = card.phones.map(({ value, whose, relation, holderName }) => ({ value, whose: whose === "self" ? "" : [relation, holderName].filter(Boolean).join(" ") }));
  const carers = relatives.filter(({ isCarer, isGuardian, untilOn, contactRule }) => (isCarer || isGuardian) && untilOn === null && contactRule !== "must_not")
    .map(({ otherName, relation, otherPhone }) => ({ name: otherName, relation, phone: otherPhone ?? "" }));
  return {
    name: card.preferredName ?? card.name,
    ...(card.birthOn && { birthOn: card.birthOn }), ...(card.sex && { sex: card.sex }), ...(card.communityName && { community: card.communityName }), ...(card.address && { address: card.address }),
    ...(phones.length > 0 && { phones }), ...(carers.length > 0 && { carers }), ...(needs.length > 0 && { needs }),
    ...((card.disabilityType !== null || card.disabilityGrade !== null) && { disability: { type: card.disabilityType, grade: card.disabilityGrade } }),
  };
}
