import type { Tx } from "../../platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** Adds an invitation; only the hash of its token is kept. */
export async function insertInvitation(
  tx: Tx, invitation: { orgId: string; id: string; tokenHash: Buffer; role: string; name: string; personId: string | null; invitedBy: string; createdAt: string; expiresAt: string },
): Promise<void> {
  await tx.withTables<DB>().insertInto("identity.invitations").values(invitation).execute();
}

/** An invitation that can still be accepted, held until the transaction ends when asked. */
export async function findOpenInvitation(tx: Tx, orgId: string, tokenHash: Buffer, now: string, lock = false) {
  const query = tx.withTables<DB>().selectFrom("identity.invitations").select(["id", "role", "name", "personId", "invitedBy"])
    .where("orgId", "=", orgId).where("tokenHash", "=", tokenHash).where("acceptedAt", "is", null).where("revokedAt", "is", null).where("expiresAt", ">", now);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** Notes who accepted. */
export async function acceptInvitationRow(tx: Tx, orgId: string, id: string, accepted: { acceptedAt: string; acceptedBy: string }): Promise<void> {
  await tx.withTables<DB>().updateTable("identity.invitations").set(accepted).where("orgId", "=", orgId).where("id", "=", id).execute();
}

/** Invitations nobody accepted yet, the latest first. */
export async function selectOpenInvitations(tx: Tx, orgId: string, now: string) {
  return tx.withTables<DB>().selectFrom("identity.invitations").select(["id", "role", "name", "createdAt", "expiresAt"])
    .where("orgId", "=", orgId).where("acceptedAt", "is", null).where("revokedAt", "is", null).where("expiresAt", ">", now)
    .orderBy("createdAt", "desc").limit(100).execute();
}

/** Takes an invitation back; false when it was accepted or taken back already. */
export async function revokeInvitationRow(tx: Tx, orgId: string, id: string, at: string): Promise<boolean> {
  const row = await tx.withTables<DB>().updateTable("identity.invitations").set({ revokedAt: at }).where("orgId", "=", orgId).where("id", "=", id)
    .where("acceptedAt", "is", null).where("revokedAt", "is", null).returning("id").executeTakeFirst();
  return row !== undefined;
}
