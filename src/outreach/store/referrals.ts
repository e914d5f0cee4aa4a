import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** A link: one person met in a round named another (滚雪球). */
export interface Referral {
  readonly id: string;
  readonly roundId: string;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly toldOn: string;
  readonly howKnown: string;
  readonly mayBeNamed: boolean;
}

export interface ReferralToInsert extends Omit<Referral, "id"> {
  readonly orgId: string; readonly recordedBy: string; readonly recordedByName: string;
}

/** Keeps a link; undefined when these two are linked already. */
export async function insertReferral(tx: Tx, referral: ReferralToInsert): Promise<string | undefined> {
  const row = await tx.withTables<DB>().insertInto("outreach.referrals").values(referral).onConflict((clash) => clash.columns(["orgId", "fromPersonId", "toPersonId"]).doNothing()).returning("id").executeTakeFirst();
  return row?.id;
}

/** Links from or to people, newest first. */
export async function referralsOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<Referral[]> {
  if (personIds.length === 0) return [];
  return tx.withTables<DB>().selectFrom("outreach.referrals").select(["id", "roundId", "fromPersonId", "toPersonId", "toldOn", "howKnown", "mayBeNamed"])
    .where("orgId", "=", orgId).where(sql<boolean>`(from_person_id = any(${personIds}::uuid[]) or to_person_id = any(${personIds}::uuid[]))`)
    .orderBy("toldOn", "desc").orderBy("id").execute();
}
