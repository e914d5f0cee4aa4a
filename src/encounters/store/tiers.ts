import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Tier } from "../model/rhythm/rhythm-pack.ts";
import type { DB } from "./tables.generated.ts";

export interface TierRow {
  readonly personId: string;
  readonly tier: Tier | "none";
  readonly reason: string;
  readonly byName: string;
  readonly onDay: string;
}

/** Judges how often somebody is to be seen, after what was judged before. */
export async function insertTier(tx: Tx, orgId: string, row: TierRow & { readonly byAccount: string; readonly at: string }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`encounters.tiers|${orgId}|${row.personId}`}, 0))`.execute(tx);
  const { last } = await tx.withTables<DB>().selectFrom("encounters.tiers").select((of) => of.fn.coalesce(of.fn.max("seq"), sql<number>`0`).as("last")).where("orgId", "=", orgId).where("personId", "=", row.personId).executeTakeFirstOrThrow();
  await tx.withTables<DB>().insertInto("encounters.tiers").values({ orgId, seq: last + 1, ...row }).execute();
}

/** What counts now of everybody, or of these; whoever was taken off is among them as `none`. */
export async function currentTiers(tx: Tx, orgId: string, personIds?: readonly string[]): Promise<TierRow[]> {
  const { rows } = await sql<TierRow>`
    select distinct on (person_id) person_id, tier, reason, by_name, on_day from encounters.tiers
    where org_id = ${orgId} ${personIds ? sql`and person_id = any(${personIds}::uuid[])` : sql``} order by person_id, seq desc`.execute(tx);
  return rows;
}
