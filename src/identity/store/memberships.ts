import { sql } from "kysely";
import type { Db, Tx } from "../../platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** One current membership of an account; capabilities are known for the organisation asked about only. */
export interface Standing {
  readonly orgId: string;
  readonly orgName: string;
  readonly orgShortName: string;
  readonly timeZone: string;
  readonly membershipId: string;
  readonly role: string;
  readonly roleNameZh: string | null;
  readonly roleNameEn: string | null;
  readonly capabilities: string[] | null;
  readonly personId: string | null;
}

/** All current memberships of an account, in one round trip, outside any organisation's transaction. */
export async function standingOf(db: Db, accountId: string, orgId: string | null, now: Date): Promise<Standing[]> {
  const { rows } = await sql<Standing>`select * from identity.standing_of(${accountId}, ${orgId}, ${now.toISOString()})`.execute(db);
  return rows;
}

/** Begins a membership; undefined when the account is a member already. */
export async function insertMembership(
  tx: Tx, membership: { orgId: string; accountId: string; role: string; personId: string | null; fromAt: string },
): Promise<string | undefined> {
  const row = await tx.withTables<DB>().insertInto("identity.memberships").values(membership)
    .onConflict((clash) => clash.columns(["orgId", "accountId"]).where("untilAt", "is", null).doNothing()).returning("id").executeTakeFirst();
  return row?.id;
}
