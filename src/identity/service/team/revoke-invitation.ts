import { Refusal } from "../../../kernel/refusal.ts";
import { requireCapability } from "../../../platform/access/can.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import type { Session } from "../../../platform/db/session.ts";
import { revokeInvitationRow } from "../../store/invitations.ts";

/** Takes an invitation back; its link no longer works. */
export async function revokeInvitation({ actor, now, write }: Session, input: { invitationId: string }): Promise<void> {
  requireCapability(actor, "accounts.manage");
  await write("identity.revoke_invitation", input, async (tx) => {
    if (!(await revokeInvitationRow(tx, actor.orgId, input.invitationId, now.toISOString()))) throw new Refusal("conflict", "identity.invitation_spent");
    await recordAudit(tx, actor, { action: "invitation.revoked", subjectKind: "invitation", subjectId: input.invitationId });
    return null;
  });
}
