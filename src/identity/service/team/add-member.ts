import { Refusal } from "../../../kernel/refusal.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import type { Db } from "../../../platform/db/connect.ts";
import { insertMembership } from "../../store/memberships.ts";
import { organizationSession } from "../ground.ts";

export interface NewMember {
  readonly orgId: string;
  readonly accountId: string;
  /** Key of one of the organisation's roles. */
  readonly role: string;
  /** The person record of a volunteer. */
  readonly personId?: string | null;
  readonly from?: Date;
}

/** Makes an account a member, outside any session: for founding, seeding and tests. People invite by link. */
export async function addMember(db: Db, masterKey: Buffer, { orgId, accountId, role, personId = null, from = new Date() }: NewMember): Promise<string> {
  const system = organizationSession({ db, masterKey, now: () => from }, orgId);
  return system.write("identity.add_member", null, async (tx) => {
    const id = await insertMembership(tx, { orgId, accountId, role, personId, fromAt: from.toISOString() });
    if (!id) throw new Refusal("conflict", "identity.already_member");
    await recordAudit(tx, system.actor, { action: "membership.began", subjectKind: "membership", subjectId: id, details: { accountId, role } });
    return id;
  });
}
