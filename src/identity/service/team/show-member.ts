import { Refusal } from "../../../kernel/refusal.ts";
import { requireCapability } from "../../../platform/access/can.ts";
import type { Session } from "../../../platform/db/session.ts";
import { findMember, selectMembershipHistory, type MemberRow } from "../../store/members.ts";
import { selectRoles, type RoleRow } from "../../store/roles.ts";

export interface MemberPage {
  readonly member: MemberRow;
  readonly history: readonly { readonly id: string; readonly role: string; readonly fromAt: string; readonly untilAt: string | null }[];
  readonly roles: readonly RoleRow[];
}

/** One member with the roles they have held. */
export async function showMember({ actor, read }: Session, membershipId: string): Promise<MemberPage> {
  requireCapability(actor, "accounts.manage");
  return read(async (tx) => {
    const member = await findMember(tx, actor.orgId, membershipId);
    if (!member) throw new Refusal("not_found", "identity.not_a_member");
    return { member, history: await selectMembershipHistory(tx, actor.orgId, member.accountId), roles: await selectRoles(tx, actor.orgId) };
  });
}
