import { randomBytes, randomUUID } from "node:crypto";
import { Refusal } from "../../../kernel/refusal.ts";
import { requireCapability } from "../../../platform/access/can.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import type { Session } from "../../../platform/db/session.ts";
import { composeOrgToken } from "../../model/org-token.ts";
import { insertInvitation } from "../../store/invitations.ts";
import { findRole } from "../../store/roles.ts";
import { hashToken } from "../ground.ts";

/** How long an invitation can be accepted. */
const INVITATION_DAYS = 14;

export interface Invitation {
  readonly id: string;
  /** Stands at the end of the link `/invite/…`; shown this once. */
  readonly token: string;
  readonly expiresAt: string;
}

/** Invites somebody by link. Whoever keeps volunteers may invite volunteers; every other role takes whoever keeps accounts. */
export async function inviteMember({ actor, now, write }: Session, input: { name: string; role: string; personId?: string | null }): Promise<Invitation> {
  requireCapability(actor, input.role === "volunteer" && actor.capabilities.has("volunteers.manage") ? "volunteers.manage" : "accounts.manage");
  const id = randomUUID();
  const token = composeOrgToken("invitation", actor.orgId, randomBytes(32));
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000).toISOString();
  const kept = await write("identity.invite_member", input, async (tx) => {
    if (!(await findRole(tx, actor.orgId, input.role))) throw new Refusal("invalid_input", "identity.no_such_role", { fields: [{ field: "role", reason: "identity.no_such_role" }] });
    await insertInvitation(tx, {
      orgId: actor.orgId, id, tokenHash: hashToken(token), role: input.role, name: input.name, personId: input.personId ?? null, invitedBy: actor.accountId,
      createdAt: now.toISOString(), expiresAt,
    });
    await recordAudit(tx, actor, { action: "invitation.made", subjectKind: "invitation", subjectId: id, details: { role: input.role } });
    return id;
  });
  if (kept !== id) throw new Refusal("conflict", "identity.shown_once");
  return { id, token, expiresAt };
}
