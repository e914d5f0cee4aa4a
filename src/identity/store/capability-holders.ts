import { sql } from "kysely";
import type { Tx } from "../../platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** Current members whose role holds a capability. */
export async function accountsHolding(tx: Tx, orgId: string, capability: string): Promise<string[]> {
  const rows = await tx.withTables<DB>().selectFrom("identity.memberships as m")
    .innerJoin("identity.roles as r", (join) => join.onRef("r.orgId", "=", "m.orgId").onRef("r.key", "=", "m.role"))
    .select("m.accountId").where("m.orgId", "=", orgId).where("m.untilAt", "is", null).where(sql<boolean>`${capability} = any(r.capabilities)`).orderBy("m.accountId").execute();
  return rows.map(({ accountId }) => accountId);
}

/** The mail addresses among the logins of accounts that are members now. */
export async function addressesOf(tx: Tx, orgId: string, accountIds: readonly string[]): Promise<string[]> {
  const rows = await tx.withTables<DB>().selectFrom("identity.memberships as m").innerJoin("identity.accounts as a", "a.id", "m.accountId")
    .select("a.login").distinct().where("m.orgId", "=", orgId).where("m.untilAt", "is", null).where("a.disabledAt", "is", null)
    .where("m.accountId", "in", [...accountIds]).where("a.login", "like", "%_@_%").orderBy("a.login").execute();
  return rows.map(({ login }) => login);
}

/** Members now who are persons of the register too, e.g. volunteers. */
export async function personsByAccount(tx: Tx, orgId: string, accountIds: readonly string[]): Promise<{ personId: string; accountId: string }[]> {
  const rows = await tx.withTables<DB>().selectFrom("identity.memberships as m").select(["m.personId", "m.accountId"])
    .where("m.orgId", "=", orgId).where("m.untilAt", "is", null).where("m.accountId", "in", [...accountIds]).where("m.personId", "is not", null).execute();
  return rows as { personId: string; accountId: string }[];
}

/** Of these persons, those who were members and are none any more. */
export async function formerMembers(tx: Tx, orgId: string, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx.withTables<DB>().selectFrom("identity.memberships as m").select("m.personId")
    .where("m.orgId", "=", orgId).where("m.personId", "in", [...personIds]).groupBy("m.personId").having(sql<boolean>`bool_and(m.until_at is not null)`).execute();
  return rows.map(({ personId }) => personId!);
}

/** Members now, by the person they are. */
export async function accountsByPerson(tx: Tx, orgId: string, personIds: readonly string[]): Promise<{ personId: string; accountId: string }[]> {
  const rows = await tx.withTables<DB>().selectFrom("identity.memberships as m").select(["m.personId", "m.accountId"])
    .where("m.orgId", "=", orgId).where("m.untilAt", "is", null).where("m.personId", "in", [...personIds]).orderBy("m.accountId").execute();
  return rows as { personId: string; accountId: string }[];
}
