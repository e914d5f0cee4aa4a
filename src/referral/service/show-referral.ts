import { listColleagues, memberNames } from "#identity/index.ts";
import { identitiesOf } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { packetFor } from "../store/referrals.ts";
import type { Packet } from "../model/packet.ts";
import { mayStillOpen, requireNear, type NearReferral } from "./near.ts";
import { passphraseFor } from "./seal-packet.ts";

export interface ShownReferral extends NearReferral {
  /** Null before it was opened, and when it may not be read any more. */
  readonly packet: Packet | null;
  readonly mayOpen: boolean;
  readonly workerName: string | null;
  readonly colleagues: readonly { readonly accountId: string; readonly name: string }[];
  /** Of a sealed file for an organisation outside: told by telephone, never with the file. */
  readonly passphrase: string | null;
}

/** One referral with what was done. Reading what was sent is noted on the side it is read. */
export async function showReferral(session: Session, id: string): Promise<ShownReferral> {
  const { actor, now, today } = session;
  const colleagues = await listColleagues(session, { capability: "referrals.work" });
  return session.write("referral.show", { id, at: now.toISOString() }, async (tx) => {
    const near = await requireNear(session, tx, id);
    const { referral, standing } = near;
    const stored = await packetFor(tx, actor.orgId, id);
    const mayOpen = stored !== undefined && (referral.side === "out" || mayStillOpen(referral, today));
    const packet = mayOpen && (referral.side === "out" || standing.openedOn !== null) ? stored : null;
    if (packet) {
      const person = referral.personId && (await identitiesOf(tx, actor.orgId, [referral.personId])).get(referral.personId)?.[0];
      await recordAudit(tx, actor, [{ action: "referral.read", subjectKind: "referral", subjectId: id }, ...(person ? [{ action: "person.referral_read", subjectKind: "person", subjectId: person, details: { referralId: id } }] : [])]);
    }
    const names = await memberNames(tx, actor.orgId, [standing.workerId]);
    return {
      ...near, packet, mayOpen, workerName: standing.workerId === null ? null : names.get(standing.workerId) ?? null,
      colleagues: colleagues.filter(({ accountId }) => accountId !== standing.workerId).map(({ accountId, name }) => ({ accountId, name })),
      passphrase: referral.side === "out" && referral.otherOrg === null && (standing.state === "waiting" || standing.state === "accepted") && mayStillOpen(referral, today) ? passphraseFor(session, id) : null,
    };
  });
}
