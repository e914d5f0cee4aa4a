import { Refusal } from "../../../kernel/refusal.ts";
import { requireCapability } from "../../../platform/access/can.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import type { Session } from "../../../platform/db/session.ts";
import { countHolders, endMembership, findMember, type MemberRow } from "../../store/members.ts";
import { insertMembership } from "../../store/memberships.ts";
import { findRole, lockRoles } from "../../store/roles.ts";

/** Gives a member another role: the old membership ends, a new one begins, both stay known. Answers the new membership. */
export async function changeRole(session: Session, input: { membershipId: string; role: string }): Promise<{ membershipId: string }> {
  const { actor, now, write } = session;
  requireCapability(actor, "accounts.manage");
  return write("identity.change_role", input, async (tx) => {
    const member = await currentMember(tx, session, input.membershipId);
    if (!(await findRole(tx, actor.orgId, input.role))) throw new Refusal("invalid_input", "identity.no_such_role");
    if (member.role === input.role) return { membershipId: member.membershipId };
    await endMembership(tx, actor.orgId, member.membershipId, now.toISOString());
    const membershipId = await insertMembership(tx, {
      orgId: actor.orgId, accountId: member.accountId, role: input.role, personId: member.personId, fromAt: now.toISOString(),
    });
    if (!membershipId) throw new Refusal("conflict", "identity.already_member");
    await requireAdministrator(tx, actor.orgId);
    await recordAudit(tx, actor, {
      action: "membership.role_changed", subjectKind: "membership", subjectId: membershipId, details: { accountId: member.accountId, before: member.role, after: input.role },
    });
    return { membershipId };
  });
}

/** The member whose rights are to change, never oneself; changes of rights take turns. */
export async function currentMember(tx: Tx, { actor }: Session, membershipId: string): Promise<MemberRow> {
  await lockRoles(tx, actor.orgId);
  const member = await findMember(tx, actor.orgId, membershipId);
  if (!member) throw new Refusal("not_found", "identity.not_a_member");
  if (member.untilAt) throw new Refusal("conflict", "identity.membership_ended");
  if (member.accountId === actor.accountId) throw new Refusal("forbidden", "identity.not_yourself");
  return member;
}

/** An organisation nobody can administer would be lost. */
export async function requireAdministrator(tx: Tx, orgId: string): Promise<void> {
  if ((await countHolders(tx, orgId, "accounts.manage")) === 0) throw new Refusal("conflict", "identity.last_administrator");
}
