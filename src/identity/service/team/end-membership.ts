import { requireCapability } from "../../../platform/access/can.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import type { Session } from "../../../platform/db/session.ts";
import { endMembership as endRow } from "../../store/members.ts";
import { revokeTokensOf } from "../../store/access-tokens.ts";
import { currentMember, requireAdministrator } from "./change-role.ts";

/** Ends a membership: the account can do nothing here from its next request on, and its access tokens for here are void. */
export async function endMembership(session: Session, input: { membershipId: string }): Promise<void> {
  const { actor, now, write } = session;
  requireCapability(actor, "accounts.manage");
  await write("identity.end_membership", input, async (tx) => {
    const member = await currentMember(tx, session, input.membershipId);
    await endRow(tx, actor.orgId, member.membershipId, now.toISOString());
    await revokeTokensOf(tx, actor.orgId, member.accountId, now.toISOString());
    await requireAdministrator(tx, actor.orgId);
    await recordAudit(tx, actor, {
      action: "membership.ended", subjectKind: "membership", subjectId: member.membershipId, details: { accountId: member.accountId, role: member.role },
    });
    return null;
  });
}
