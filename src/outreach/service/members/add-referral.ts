import { Refusal } from "#kernel/refusal.ts";
import { createPersons, findSamePersons, identitiesOf, type NewPerson } from "#people/index.ts";
import { authorise } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { WORK_ON_MEMBER } from "../../model/policy.ts";
import type { LeftOutReason } from "../../model/round/decide-enrol.ts";
import type { ReferralInput } from "../../model/round/round.ts";
import { giveMembers } from "../../store/assignments.ts";
import { findMember, insertMembers, type Member } from "../../store/members.ts";
import { insertReferral } from "../../store/referrals.ts";
import { shareRound } from "../../store/rounds.ts";
import { chooseMembers } from "../rounds/choose-members.ts";

/** What became of a name that was given. */
export interface AddedReferral {
  readonly personId: string;
  /** Nobody of that name was known. */
  readonly created: boolean;
  /** They joined the round, with the same worker. */
  readonly joined: boolean;
  /** Why they did not. */
  readonly leftOut: LeftOutReason | null;
}

/** Somebody met in a round names somebody else: the link is kept, and the one who was named joins the round. */
export async function addReferral(session: Session, input: ReferralInput): Promise<AddedReferral> {
  return session.write("outreach.add-referral", input, (tx) => addReferralIn(session, tx, input));
}

/** The same in the caller's transaction. Told on the day of the conversation. */
export async function addReferralIn(session: Session, tx: Tx, input: ReferralInput, toldOn = session.today): Promise<AddedReferral> {
  const { actor } = session;
  const missing = new Refusal("not_found", "outreach.member_not_found");
  const round = await shareRound(tx, actor.orgId, input.roundId);
  const member = round && await findMember(tx, actor.orgId, round.id, input.fromPersonId);
  if (!round || !member) throw missing;
  authorise(actor, WORK_ON_MEMBER, { orgId: actor.orgId, assignedTo: member.workerId === null ? [] : [member.workerId] }, missing);
  if (round.closedOn !== null) throw new Refusal("conflict", "round.closed");

  const { personId, created } = await findOrCreate(session, tx, input);
  const [records] = [...(await identitiesOf(tx, actor.orgId, [personId])).values()];
  if (!records) throw new Refusal("not_found", "referral.person_not_found");
  if (records.includes(input.fromPersonId)) throw new Refusal("conflict", "referral.same_person");
  const linked = await insertReferral(tx, {
    orgId: actor.orgId, roundId: round.id, fromPersonId: input.fromPersonId, toPersonId: personId, toldOn, howKnown: input.howKnown, mayBeNamed: input.mayBeNamed,
    recordedBy: actor.accountId, recordedByName: actor.name,
  });
  if (!linked) throw new Refusal("conflict", "referral.already_linked");
  await recordAudit(tx, actor, { action: "referral.added", subjectKind: "person", subjectId: personId, details: { roundId: round.id, from: input.fromPersonId, created } });
  return { personId, created, ...await join(session, tx, member, personId) };
}

/** A known person when one was chosen, or when name and number both fit exactly one; else a new one with what was told. */
async function findOrCreate(session: Session, tx: Tx, { personId, name, phone, communityId }: ReferralInput): Promise<{ personId: string; created: boolean }> {
  if (personId !== undefined) return { personId, created: false };
  if (name === undefined) throw new Refusal("invalid_input", "referral.name_missing", { fields: [{ field: "name", reason: "referral.name_missing" }] });
  const [matches = []] = phone ? await findSamePersons(session, tx, [{ name, phones: [phone] }]) : [[]];
  if (matches.length === 1) return { personId: matches[0]!.personId, created: false };
  const told: NewPerson = { name, ...(communityId && { communityId }), ...(phone && { contacts: [{ kind: phoneKind(phone), value: phone }] }) };
  const [id] = await createPersons(session, tx, [told], { source: "hand" });
  return { personId: id!, created: true };
}

/** Whoever was named joins with the worker of the one who named them, unless they refused or are being asked already. */
async function join({ actor, today }: Session, tx: Tx, member: Member, personId: string): Promise<Pick<AddedReferral, "joined" | "leftOut">> {
  const { joining: [card], leftOut } = await chooseMembers(tx, actor.orgId, [personId], today);
  if (!card) return { joined: false, leftOut: (Object.keys(leftOut)[0] as LeftOutReason | undefined) ?? null };
  const added = await insertMembers(tx, actor.orgId, member.roundId, [{ personId: card.id, joinedAs: "referral", communityId: card.communityId, laneId: card.laneId }], today);
  if (added === 0) return { joined: false, leftOut: "in_other_round" };
  if (member.workerId !== null) await giveMembers(tx, actor, member.roundId, [{ personId: card.id, workerId: member.workerId, workerName: member.workerName ?? "" }], "referral");
  return { joined: true, leftOut: null };
}

/** GB mobile numbers have eleven digits beginning 1; anything else is taken for a landline. */
const phoneKind = (phone: string): "mobile" | "landline" => (/^1[3-9]\d{9}$/.test(phone.replace(/\D/g, "")) ? "mobile" : "landline");
