import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** An award, a thank-you or an evaluation in somebody's record. */
export interface Honour {
  readonly id: string;
  readonly personId: string;
  readonly kind: "award" | "thanks" | "evaluation";
  readonly title: string;
  readonly givenBy: string;
  readonly givenOn: string;
  readonly recordedByName: string;
}

export async function insertHonour(tx: Tx, orgId: string, row: Omit<Honour, "id"> & { recordedBy: string; recordedAt: string }): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("hours.honours").values({ orgId, ...row }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** What stands, the latest first. */
export async function selectHonours(tx: Tx, orgId: string, personIds: readonly string[]): Promise<Honour[]> {
  const { rows } = await sql<Honour>`select id, person_id, kind, title, given_by, given_on, recorded_by_name from hours.honours h
    where h.org_id = ${orgId} and h.person_id = any(${[...personIds]}::uuid[])
      and not exists (select from hours.honour_withdrawals w where w.org_id = h.org_id and w.honour_id = h.id)
    order by h.given_on desc, h.id`.execute(tx);
  return rows;
}

/** Takes one back; false when it does not exist or was taken back before. */
export async function withdrawHonour(tx: Tx, orgId: string, row: { honourId: string; reason: string; byAccount: string; at: string }): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into hours.honour_withdrawals (org_id, honour_id, reason, by_account, at)
    select org_id, id, ${row.reason}, ${row.byAccount}::uuid, ${row.at}::timestamptz from hours.honours where org_id = ${orgId} and id = ${row.honourId}::uuid
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}
