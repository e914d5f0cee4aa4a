import { requireCapability } from "../../../platform/access/can.ts";
import { decodeCursor, pageOf, type Page } from "../../../platform/db/keyset.ts";
import type { Session } from "../../../platform/db/session.ts";
import { selectOpenInvitations } from "../../store/invitations.ts";
import { selectMembers, type MemberRow } from "../../store/members.ts";
import { selectRoles, type RoleRow } from "../../store/roles.ts";

const PAGE = 50;

/** An invitation nobody accepted yet. */
export interface OpenInvitation {
  readonly id: string;
  readonly role: string;
  readonly name: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** The organisation's members, a page of them, with its roles and open invitations. */
export async function listTeam(
  { actor, now, read }: Session, { text, role, after }: { text?: string | undefined; role?: string | undefined; after?: string | null } = {},
): Promise<{ members: Page<MemberRow>; roles: RoleRow[]; invitations: OpenInvitation[] }> {
  requireCapability(actor, "accounts.manage");
  const from = decodeCursor(after, ["text", "id"]) as [string, string] | undefined;
  return read(async (tx) => ({
    members: pageOf(await selectMembers(tx, actor.orgId, { text, role, after: from, limit: PAGE + 1 }), PAGE, (row) => [row.name, row.membershipId]),
    roles: await selectRoles(tx, actor.orgId),
    invitations: await selectOpenInvitations(tx, actor.orgId, now.toISOString()),
  }));
}
