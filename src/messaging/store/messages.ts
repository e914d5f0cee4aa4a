import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { Audience } from "../model/forms.ts";
import type { Kind } from "../model/terms.ts";
import type { DB } from "./tables.generated.ts";

export interface By { readonly byAccount: string; readonly byName: string; readonly at: string }

export interface MessageRow extends By {
  readonly id: string;
  readonly kind: Kind;
  readonly audience: Audience;
  readonly audienceWords: string;
  readonly words: string;
  readonly easyWords: string;
  /** Null while it is only written. */
  readonly leavesAt: string | null;
  readonly stoppedAt: string | null;
}

/** Drafts ended in one go; the rest follows the next time. */
const AT_ONCE = 200;

const COLUMNS = ["id", "kind", "audience", "audienceWords", "words", "easyWords", "byAccount", "byName", "at", "leavesAt", "stoppedAt"] as const;

export async function insertMessage(tx: Tx, orgId: string, { audience, ...row }: Omit<MessageRow, "leavesAt" | "stoppedAt">): Promise<void> {
  await tx.withTables<DB>().insertInto("messaging.messages").values({ orgId, ...row, audience: JSON.stringify(audience) }).execute();
}

export async function findMessage(tx: Tx, orgId: string, id: string): Promise<MessageRow | undefined> {
  return await tx.withTables<DB>().selectFrom("messaging.standingMessages").select(COLUMNS).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst() as MessageRow | undefined;
}

/** Reads one message and lets one transaction at a time step it. */
export async function lockMessage(tx: Tx, orgId: string, id: string): Promise<MessageRow | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`messaging|${orgId}|${id}`}, 0))`.execute(tx);
  return findMessage(tx, orgId, id);
}

export async function insertMessageEvent(tx: Tx, orgId: string, event: { messageId: string; number: 1 | 2; kind: "released" | "stopped"; leavesAt: string | null } & By): Promise<void> {
  await tx.withTables<DB>().insertInto("messaging.messageEvents").values({ orgId, ...event }).execute();
}

/** Messages written before an instant and never let go, the oldest first. */
export async function draftsBefore(tx: Tx, orgId: string, instant: string): Promise<string[]> {
  const rows = await tx.withTables<DB>().selectFrom("messaging.standingMessages").select("id").where("orgId", "=", orgId).where("at", "<=", instant).where("leavesAt", "is", null).orderBy("at").limit(AT_ONCE).execute();
  return rows.map(({ id }) => id!);
}

/** Takes a message away; the database holds every one that was let go. */
export async function deleteMessage(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.withTables<DB>().deleteFrom("messaging.messages").where("orgId", "=", orgId).where("id", "=", id).execute();
}

/** How many messages an account let go since an instant. */
export async function releasedSince(tx: Tx, orgId: string, accountId: string, since: string): Promise<number> {
  const { count } = await tx.withTables<DB>().selectFrom("messaging.messageEvents").select((of) => of.fn.countAll<number>().as("count"))
    .where("orgId", "=", orgId).where("byAccount", "=", accountId).where("at", ">", since).where("kind", "=", "released").executeTakeFirstOrThrow();
  return Number(count);
}

export interface MessageLine extends MessageRow {
  readonly people: number;
  readonly sent: number;
  readonly leftOut: number;
}

/** Messages with how many they reached, the latest first. */
export async function listMessages(tx: Tx, orgId: string, { q, kind, after, limit = 30 }: { q?: string | undefined; kind?: Kind | undefined; after?: string | null; limit?: number }): Promise<Page<MessageLine>> {
  const from = decodeCursor(after, ["instant", "id"]);
  const conditions = [sql`m.org_id = ${orgId}`];
  if (q) conditions.push(sql`(strpos(m.words, ${q}) > 0 or strpos(m.audience_words, ${q}) > 0)`);
  if (kind) conditions.push(sql`m.kind = ${kind}`);
  if (from) conditions.push(sql`(m.at, m.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`);
  const { rows } = await sql<MessageLine>`
    with page as materialized (select * from messaging.standing_messages m where ${sql.join(conditions, sql` and `)} order by m.at desc, m.id desc limit ${limit + 1})
    select page.*, c.people, c.sent, c.left_out from page cross join lateral (
      select count(*)::int as people, (count(*) filter (where s.state in ('sent', 'joined')))::int as sent, (count(*) filter (where s.state = 'left_out'))::int as left_out
      from messaging.standing_recipients s where s.org_id = ${orgId} and s.message_id = page.id) c
    order by page.at desc, page.id desc`.execute(tx);
  return pageOf(rows, limit, (row) => [row.at, row.id]);
}
