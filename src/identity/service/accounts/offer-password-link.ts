import { Refusal } from "../../../kernel/refusal.ts";
import { requireCapability } from "../../../platform/access/can.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import type { Session } from "../../../platform/db/session.ts";
import { insertCeremony } from "../../store/ceremonies.ts";
import { findMember } from "../../store/members.ts";
import { standingOf } from "../../store/memberships.ts";
import { hashToken, newToken, type Ground } from "../ground.ts";

/** How long a link for a new password works. */
const LINK_HOURS = 24;

/**
 * A link with which a colleague who forgot the password chooses a new one; answers its token, this once. Refused for an account
 * that also belongs to another organisation: its administrator must not gain entry there.
 */
export async function offerPasswordLink(ground: Ground, session: Session, membershipId: string): Promise<string> {
  const { actor, now } = session;
  requireCapability(actor, "accounts.manage");
  const member = await session.read((tx) => findMember(tx, actor.orgId, membershipId));
  if (!member || member.untilAt) throw new Refusal("not_found", "identity.not_a_member");
  const standing = await standingOf(ground.db, member.accountId, actor.orgId, now);
  if (standing.some(({ orgId }) => orgId !== actor.orgId)) throw new Refusal("forbidden", "identity.belongs_elsewhere");
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000).toISOString();
  const mine = await session.write("identity.offer_password_link", { membershipId }, async (tx) => {
    await insertCeremony(tx, { tokenHash: hashToken(token), kind: "password_reset", accountId: member.accountId, facts: { orgId: actor.orgId }, expiresAt }, now);
    await recordAudit(tx, actor, { action: "password_link.offered", subjectKind: "account", subjectId: member.accountId });
    return hashToken(token).toString("hex");
  });
  if (mine !== hashToken(token).toString("hex")) throw new Refusal("conflict", "identity.shown_once");
  return token;
}
