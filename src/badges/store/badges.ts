import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { Reason, Role, Source } from "../model/badge.ts";
import type { DB } from "./tables.generated.ts";

export interface By { readonly byAccount: string; readonly byName: string; readonly at: string }

export interface NewBadge {
  readonly id: string;
  readonly printId: string;
  readonly number: string;
  readonly personId: string;
  readonly source: Source;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly role: Role;
  readonly issuedOn: string;
  readonly validUntil: string;
}

export interface BadgeRow extends NewBadge {
  readonly byName: string;
  readonly at: string;
  readonly withdrawnOn: string | null;
  readonly reason: Reason | null;
  readonly withdrawnByName: string | null;
}

const ROWS = sql.raw(`select b.id, b.print_id, b.number, b.person_id, b.source, b.source_id, b.source_name, b.role, b.issued_on, b.valid_until, b.by_name, b.at, w.on_day as withdrawn_on, w.reason, w.by_name as withdrawn_by_name
  from badges.badges b left join badges.withdrawals w on w.org_id = b.org_id and w.badge_id = b.id`);

export async function insertBadges(tx: Tx, orgId: string, rows: readonly (NewBadge & By)[]): Promise<void> {
  await tx.withTables<DB>().insertInto("badges.badges").values(rows.map((row) => ({ orgId, ...row }))).execute();
}

/** Withdraws a badge; false when it was already. */
export async function insertWithdrawal(tx: Tx, orgId: string, row: { badgeId: string; reason: Reason; onDay: string } & By): Promise<boolean> {
  const added = await tx.withTables<DB>().insertInto("badges.withdrawals").values({ orgId, ...row }).onConflict((clash) => clash.doNothing()).returning("badgeId").executeTakeFirst();
  return added !== undefined;
}

/** Badges, the latest printed first; `number` as it is kept. */
export async function listBadges(tx: Tx, orgId: string, { number, after, limit = 30 }: { number?: string; after?: string | null; limit?: number }): Promise<Page<BadgeRow>> {
  const from = decodeCursor(after, ["instant", "id"]);
  const { rows } = await sql<BadgeRow>`${ROWS} where b.org_id = ${orgId} ${number ? sql`and b.number = ${number}` : sql``} ${from ? sql`and (b.at, b.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)` : sql``}
    order by b.at desc, b.id desc limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.at, row.id]);
}

/** What was printed in one go, by number. */
export async function badgesOfPrint(tx: Tx, orgId: string, printId: string): Promise<BadgeRow[]> {
  const { rows } = await sql<BadgeRow>`${ROWS} where b.org_id = ${orgId} and b.print_id = ${printId}::uuid order by b.number`.execute(tx);
  return rows;
}

export async function findBadge(tx: Tx, orgId: string, id: string): Promise<BadgeRow | undefined> {
  const { rows: [row] } = await sql<BadgeRow>`${ROWS} where b.org_id = ${orgId} and b.id = ${id}::uuid`.execute(tx);
  return row;
}
