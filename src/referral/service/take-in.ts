import { openCaseIn } from "#casework/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import { createPersons, findPersons, findSamePersons, type FoundPerson, type NewPerson } from "#people/index.ts";
import type { Session } from "#platform/db/session.ts";
import type { Packet } from "../model/packet.ts";
import { lockReferral, packetFor } from "../store/referrals.ts";
import { groundOf, mayStillOpen, requireNear } from "./near.ts";
import { stepIn } from "./step-referral.ts";

export interface OfferedTaking {
  readonly otherName: string;
  readonly name: string;
  /** Those here who may be the same person. */
  readonly likely: readonly { readonly personId: string; readonly name: string; readonly birthOn: string | null }[];
  readonly found: readonly FoundPerson[];
}

/** Who here might be the person of an accepted referral. */
export async function offerTaking(session: Session, id: string, q: string): Promise<OfferedTaking> {
  return session.read(async (tx) => {
    const near = await requireNear(session, tx, id);
    const packet = await openPacket(session, near, await packetFor(tx, session.actor.orgId, id));
    const [likely = []] = await findSamePersons(session, tx, [{ name: packet.name, birthOn: packet.birthOn, phones: packet.phones?.map(({ value }) => value) }]);
    return { otherName: near.referral.otherName, name: packet.name, likely: likely.map(({ personId, name, birthOn }) => ({ personId, name, birthOn })), found: await findPersons(session, tx, q) };
  });
}

/** Opens a case for the person of an accepted referral, in a file that is here or in a new one that holds what the packet told and no more. */
export async function takeIn(session: Session, input: { id: string; personId?: string | undefined; words: string }): Promise<{ caseId: string }> {
  const { actor, today } = session;
  return session.write("referral.take_in", input, async (tx) => {
    await lockReferral(tx, input.id);
    const near = await requireNear(session, tx, input.id);
    const packet = await openPacket(session, near, await packetFor(tx, actor.orgId, input.id));
    const personId = input.personId ?? (await createPersons(session, tx, [personFrom(packet, today)], { source: "hand", sourceId: null }))[0]!;
    const { caseId } = await openCaseIn(session, tx, { personId, originKind: "organization", originId: input.id, originWords: near.referral.otherName, words: input.words, openedOn: today });
    await stepIn(session, tx, near, { step: "taken_in", words: "" }, { caseId, personId });
    return { caseId };
  });
}

async function openPacket(session: Session, near: Awaited<ReturnType<typeof requireNear>>, packet: Packet | undefined): Promise<Packet> {
  const ground = groundOf(session, near);
  if (ground.side !== "in" || ground.standing.state !== "accepted") throw new Refusal("conflict", "referral.not_accepted");
  if (!packet || !mayStillOpen(near.referral, session.today)) throw new Refusal("conflict", "referral.closed_packet");
  return packet;
}

function personFrom({ name, sex, birthOn, address, phones = [], carers = [], disability }: Packet, today: string): NewPerson {
  return {
    name, sex: (sex ?? null) as NewPerson["sex"], birthOn: birthOn ?? null, address: address ?? null, roles: [{ role: "service_user", fromOn: today, reason: "" }],
    contacts: phones.filter(({ whose }) => whose === "").map(({ value }) => ({ kind: /^1\d{10}$/.test(value) ? "mobile" as const : "landline" as const, value })),
    relatives: carers.map((carer) => ({ name: carer.name, relation: carer.relation, phone: carer.phone || null, isCarer: true })),
    ...(disability && { disability: disability as NonNullable<NewPerson["disability"]> }),
  };
}
