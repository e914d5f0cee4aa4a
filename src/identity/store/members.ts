import { sql } from "kysely";
import type { Tx } from "../../platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** A member as the organisation's own pages show them. */
export interface MemberRow {
  readonly membershipId: string;
  readonly accountId: string;
  readonly name: string;
  readonly login: string;
  readonly role: string;
  readonly personId: string | null;
  readonly fromAt: string;
  readonly untilAt: string | null;
  readonly hasSecondFactor: boolean;
}

const memberQuery = (tx: Tx, orgId: string) =>
  tx.withTables<DB>().selectFrom("identity.memberships as m").innerJoin("identity.accounts as a", "a.id", "m.accountId").where("m.orgId", "=", orgId)
    .select(["m.id as membershipId", "m.accountId", "a.name", "a.login", "m.role", "m.personId", "m.fromAt", "m.untilAt"])
    .select(sql<boolean>`a.totp_confirmed_at is not null or exists (select from identity.passkeys p where p.account_id = a.id)`.as("hasSecondFactor"));

/** Current members by the pinyin of their names, after a given one; filtered by part of the name or login, and by role. */
export async function selectMembers(
  tx: Tx, orgId: string, given: { text?: string | undefined; role?: string | undefined; after?: readonly [name: string, id: string] | undefined; limit: number },
): Promise<MemberRow[]> {
  let query = memberQuery(tx, orgId).where("m.untilAt", "is", null);
  if (given.role) query = query.where("m.role", "=", given.role);
  if (given.text) query = query.where(sql<boolean>`(position(lower(${given.text}) in lower(a.name)) > 0 or position(lower(${given.text}) in lower(a.login)) > 0)`);
  if (given.after) query = query.where(sql<boolean>`(a.name collate "zh-x-icu", m.id) > (${given.after[0]}, ${given.after[1]}::uuid)`);
  return query.orderBy(sql`a.name collate "zh-x-icu"`).orderBy("m.id").limit(given.limit).execute();
}

/** One membership, current or ended. */
export async function findMember(tx: Tx, orgId: string, membershipId: string): Promise<MemberRow | undefined> {
  return memberQuery(tx, orgId).where("m.id", "=", membershipId).executeTakeFirst();
}

/** Memberships of one account in the organisation, the latest first: who could do what when. */
export async function selectMembershipHistory(tx: Tx, orgId: string, accountId: string) {
  return tx.withTables<DB>().selectFrom("identity.memberships").select(["id", "role", "fromAt", "untilAt"])
    .where("orgId", "=", orgId).where("accountId", "=", accountId).orderBy("fromAt", "desc").limit(50).execute();
}

/** Current members whose role holds a capability, by the pinyin of their names. */
export async function selectColleagues(tx: Tx, orgId: string, capability: string | undefined, limit: number) {
  let query = tx.withTables<DB>().selectFrom("identity.memberships as m").innerJoin("identity.accounts as a", "a.id", "m.accountId")
    .innerJoin("identity.roles as r", (join) => join.onRef("r.orgId", "=", "m.orgId").onRef("r.key", "=", "m.role"))
    .select(["m.accountId", "a.name", "m.role", "m.personId"]).where("m.orgId", "=", orgId).where("m.untilAt", "is", null).where("a.disabledAt", "is", null);
  if (capability) query = query.where(sql<boolean>`${capability} = any(r.capabilities)`);
  return query.orderBy(sql`a.name collate "zh-x-icu"`).orderBy("m.id").limit(limit).execute();
}

/** Ends a membership; false when it had ended. */
export async function endMembership(tx: Tx, orgId: string, membershipId: string, at: string): Promise<boolean> {
  const row = await tx.withTables<DB>().updateTable("identity.memberships").set({ untilAt: sql<string>`greatest(from_at, ${at}::timestamptz)` })
    .where("orgId", "=", orgId).where("id", "=", membershipId).where("untilAt", "is", null).returning("id").executeTakeFirst();
  return row !== undefined;
}

/** How many current members hold a capability. */
export async function countHolders(tx: Tx, orgId: string, capability: string): Promise<number> {
  const row = await tx.withTables<DB>().selectFrom("identity.memberships as m")
    .innerJoin("identity.roles as r", (join) => join.onRef("r.orgId", "=", "m.orgId").onRef("r.key", "=", "m.role"))
    .innerJoin("identity.accounts as a", "a.id", "m.accountId").select((of) => of.fn.countAll<number>().as("holders"))
    .where("m.orgId", "=", orgId).where("m.untilAt", "is", null).where("a.disabledAt", "is", null).where(sql<boolean>`${capability} = any(r.capabilities)`)
    .executeTakeFirstOrThrow();
  return Number(row.holders);
}

/** Names of accounts that are or were members, by account. */
export async function selectMemberNames(tx: Tx, orgId: string, accountIds: readonly string[]) {
  return tx.withTables<DB>().selectFrom("identity.memberships as m").innerJoin("identity.accounts as a", "a.id", "m.accountId")
    .select(["m.accountId", "a.name"]).distinct().where("m.orgId", "=", orgId).where("m.accountId", "in", [...accountIds]).execute();
}
