import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, languagesOf, personCards, relativesOf, type PersonCard, type Relative } from "#people/index.ts";
import { authorise } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { WORK_ON_MEMBER } from "../../model/policy.ts";
import { proposeMode } from "../../model/round/member-state.ts";
import type { Mode } from "../../model/round/outcome.ts";
import { assignmentsOf } from "../../store/assignments.ts";
import { attemptsOf, type Attempt } from "../../store/attempts.ts";
import { interviewsOf } from "../../store/interviews.ts";
import { findMember, type Member } from "../../store/members.ts";
import { referralsOf } from "../../store/referrals.ts";
import { refusalsOf, type RefusalRow } from "../../store/refusals.ts";
import { findRound, type Round } from "../../store/rounds.ts";
import { noteReading } from "../note-reading.ts";
import { shownName } from "../shown-name.ts";

/** A link of the snowball with the other one's name. */
export interface NamedReferral {
  readonly id: string;
  readonly direction: "named" | "named_by";
  readonly personId: string;
  readonly name: string | null;
  readonly toldOn: string;
  readonly howKnown: string;
  readonly mayBeNamed: boolean;
}

/** Everything a worker needs to reach one person. */
export interface MemberFile {
  readonly round: Round;
  readonly member: Member;
  /** Without telephone numbers when the person does not want to be contacted; without address too when their data may not be kept. */
  readonly card: PersonCard;
  /** They do not agree to be contacted, or said 不要再联系: then no number is shown, their family's neither. */
  readonly contactRefused: boolean;
  readonly relatives: readonly Relative[];
  readonly languages: readonly string[];
  readonly attempts: readonly Attempt[];
  readonly assignments: Awaited<ReturnType<typeof assignmentsOf>>;
  readonly refusals: readonly RefusalRow[];
  readonly referrals: readonly NamedReferral[];
  readonly interviews: Awaited<ReturnType<typeof interviewsOf>>;
  readonly proposedMode: Mode;
}

/** Opens one member's file for the worker they were given to, or for whoever manages rounds; the reading is noted. */
export async function showMember(session: Session, { roundId, personId }: { roundId: string; personId: string }): Promise<MemberFile> {
  const { actor } = session;
  const missing = new Refusal("not_found", "outreach.member_not_found");
  const file = await session.read(async (tx) => {
    const round = await findRound(tx, actor.orgId, roundId);
    const member = round && await findMember(tx, actor.orgId, roundId, personId);
    if (!round || !member) throw missing;
    authorise(actor, WORK_ON_MEMBER, { orgId: actor.orgId, assignedTo: member.workerId === null ? [] : [member.workerId] }, missing);
    const attempts = await attemptsOf(tx, actor.orgId, roundId, personId);
    return {
      round, member, attempts, ...await personFile(session, tx, personId, missing),
      assignments: await assignmentsOf(tx, actor.orgId, roundId, personId), proposedMode: proposeMode(attempts, round.mode),
    };
  });
  await noteReading(session, { action: "outreach.member_read", subjectKind: "person", subjectId: personId, details: { roundId } });
  return file;
}

async function personFile({ actor: { orgId }, today }: Session, tx: Tx, personId: string, missing: Refusal) {
  const card = (await personCards(tx, orgId, [personId])).get(personId);
  if (!card) throw missing;
  const records = (await identitiesOf(tx, orgId, [personId])).get(personId) ?? [personId];
  const refusals = await refusalsOf(tx, orgId, records);
  const contactRefused = card.noContactOn !== null || refusals.some(({ scope, liftedOn }) => scope === "for_good" && liftedOn === null);
  const relatives = ((await relativesOf(tx, orgId, [personId])).get(personId) ?? []).filter(({ untilOn }) => untilOn === null || untilOn > today);
  return {
    contactRefused, refusals,
    card: contactRefused ? { ...card, phones: [] } : card,
    relatives: contactRefused ? relatives.map((one) => ({ ...one, otherPhone: null })) : relatives,
    languages: (await languagesOf(tx, orgId, [card.id])).get(card.id) ?? [],
    referrals: await namedReferrals(tx, orgId, records),
    interviews: await interviewsOf(tx, orgId, records),
  };
}

async function namedReferrals(tx: Tx, orgId: string, records: readonly string[]): Promise<NamedReferral[]> {
  const links = await referralsOf(tx, orgId, records);
  const others = links.map(({ fromPersonId, toPersonId }) => (records.includes(fromPersonId) ? toPersonId : fromPersonId));
  const cards = await personCards(tx, orgId, others);
  return links.map(({ id, fromPersonId, toldOn, howKnown, mayBeNamed }, index) => (
    { id, direction: records.includes(fromPersonId) ? "named" : "named_by", personId: cards.get(others[index]!)?.id ?? others[index]!, name: shownName(cards.get(others[index]!)), toldOn, howKnown, mayBeNamed }));
}
