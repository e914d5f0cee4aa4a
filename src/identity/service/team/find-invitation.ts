import { organizationOfToken } from "../../model/org-token.ts";
import { selectAccountNames } from "../../store/accounts.ts";
import { findOpenInvitation } from "../../store/invitations.ts";
import { findOrganization } from "../../store/organizations.ts";
import { findRole } from "../../store/roles.ts";
import { hashToken, organizationSession, type Ground } from "../ground.ts";

/** An invitation as whoever holds its link sees it. */
export interface InvitationOffer {
  readonly orgId: string;
  readonly organization: string;
  readonly name: string;
  readonly invitedBy: string;
  readonly roleNameZh: string;
  readonly roleNameEn: string;
}

/** What a link offers; null when it was accepted, taken back or is too old. */
export async function findInvitation(ground: Ground, token: string): Promise<InvitationOffer | null> {
  const orgId = organizationOfToken("invitation", token);
  const organization = orgId ? await findOrganization(ground.db, orgId) : undefined;
  if (!orgId || !organization) return null;
  return organizationSession(ground, orgId).read(async (tx) => {
    const open = await findOpenInvitation(tx, orgId, hashToken(token), ground.now().toISOString());
    if (!open) return null;
    const role = await findRole(tx, orgId, open.role);
    const names = await selectAccountNames(tx, [open.invitedBy]);
    return {
      orgId, organization: organization.name, name: open.name, invitedBy: names.get(open.invitedBy) ?? "",
      roleNameZh: role?.nameZh ?? open.role, roleNameEn: role?.nameEn ?? open.role,
    };
  });
}
