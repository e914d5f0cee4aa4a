import type { Tx } from "../../platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** A role of an organisation. */
export interface RoleRow {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly capabilities: string[];
  readonly version: number;
}

const ROLE = ["key", "nameZh", "nameEn", "capabilities", "version"] as const;

/** The organisation's roles, in the order they are shown. */
export async function selectRoles(tx: Tx, orgId: string): Promise<RoleRow[]> {
  return tx.withTables<DB>().selectFrom("identity.roles").select(ROLE).where("orgId", "=", orgId).orderBy("position").orderBy("key").execute();
}

/** One role. */
export async function findRole(tx: Tx, orgId: string, key: string): Promise<RoleRow | undefined> {
  return tx.withTables<DB>().selectFrom("identity.roles").select(ROLE).where("orgId", "=", orgId).where("key", "=", key).executeTakeFirst();
}

/** Adds roles. */
export async function insertRoles(
  tx: Tx, orgId: string, roles: readonly { key: string; nameZh: string; nameEn: string; capabilities: readonly string[]; position: number }[],
): Promise<void> {
  await tx.withTables<DB>().insertInto("identity.roles").values(roles.map((role) => ({ ...role, capabilities: [...role.capabilities], orgId }))).execute();
}

/** Holds all roles of the organisation until the transaction ends: changes of who may do what take turns. */
export async function lockRoles(tx: Tx, orgId: string): Promise<void> {
  await tx.withTables<DB>().selectFrom("identity.roles").select("key").where("orgId", "=", orgId).orderBy("key").forUpdate().execute();
}

/** Changes a role and counts its version up. */
export async function updateRole(tx: Tx, orgId: string, key: string, change: { nameZh: string; nameEn: string; capabilities: readonly string[]; version: number }): Promise<void> {
  await tx.withTables<DB>().updateTable("identity.roles").set({ ...change, capabilities: [...change.capabilities] })
    .where("orgId", "=", orgId).where("key", "=", key).execute();
}
