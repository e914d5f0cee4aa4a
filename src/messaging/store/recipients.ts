import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { Reach } from "../model/plan-reach.ts";
import type { Kind, State } from "../model/terms.ts";
import type { DB } from "./tables.generated.ts";

export interface RecipientRow {
  readonly id: string;
  readonly rank: number;
  readonly personId: string;
  readonly reachedBy: "app" | "text" | "none";
  readonly guardian: boolean;
  readonly state: State;
  readonly reason: string | null;
  readonly channel: "app" | "sms" | "wecom" | null;
  readonly attemptedAt: string | null;
  readonly attempts: number;
}

const COLUMNS = ["id", "rank", "personId", "reachedBy", "guardian", "state", "reason", "channel", "attemptedAt", "attempts"] as const;

/** Keeps everybody of a message in the order given; their ids. One statement for any number. */
export async function insertRecipients(tx: Tx, orgId: string, messageId: string, reaches: readonly Reach[]): Promise<string[]> {
  const { rows } = await sql<{ id: string; rank: number }>`
    insert into messaging.recipients (org_id, id, message_id, rank, person_id, reached_by, reason, guardian)
    select ${orgId}, gen_random_uuid(), ${messageId}, q.rank, q.person_id, q.reached_by, q.reason, q.guardian
    from unnest(${reaches.map(({ personId }) => personId)}::uuid[], ${reaches.map(({ reachedBy }) => reachedBy)}::text[], ${reaches.map(({ reason }) => reason)}::text[], ${reaches.map(({ guardian }) => guardian)}::boolean[])
      with ordinality as q(person_id, reached_by, reason, guardian, rank)
    returning id, rank`.execute(tx);
  return rows.toSorted((a, b) => a.rank - b.rank).map(({ id }) => id);
}

const standing = (tx: Tx, orgId: string) => tx.withTables<DB>().selectFrom("messaging.standingRecipients").select(COLUMNS).where("orgId", "=", orgId);

export async function recipientsById(tx: Tx, orgId: string, ids: readonly string[]): Promise<RecipientRow[]> {
  return await standing(tx, orgId).where("id", "in", [...ids]).orderBy("rank").execute() as RecipientRow[];
}

/** One recipient and the message, for whoever holds the sealed code. */
export async function findReceived(tx: Tx, orgId: string, recipientId: string): Promise<{ personId: string; messageId: string } | undefined> {
  return tx.withTables<DB>().selectFrom("messaging.recipients").select(["personId", "messageId"]).where("orgId", "=", orgId).where("id", "=", recipientId).executeTakeFirst();
}

/** Those of a message in one state, or left out for one reason. */
export async function listRecipients(tx: Tx, orgId: string, messageId: string, { state, reason, after, limit = 50 }: { state?: State | undefined; reason?: string | undefined; after?: string | null; limit?: number }): Promise<Page<RecipientRow>> {
  const from = decodeCursor(after, ["number"]);
  let query = standing(tx, orgId).where("messageId", "=", messageId);
  if (state) query = query.where("state", "=", state);
  if (reason) query = query.where("reason", "=", reason);
  if (from) query = query.where("rank", ">", Number(from[0]));
  const rows = await query.orderBy("rank").limit(limit + 1).execute() as RecipientRow[];
  return pageOf(rows, limit, (row) => [row.rank]);
}

export interface StateCount { readonly state: State; readonly reason: string | null; readonly channel: string | null; readonly reachedBy: string; readonly count: number }

export async function countStates(tx: Tx, orgId: string, messageId: string): Promise<StateCount[]> {
  const { rows } = await sql<StateCount>`select state, reason, channel, reached_by, count(*)::int as count from messaging.standing_recipients
    where org_id = ${orgId} and message_id = ${messageId} group by state, reason, channel, reached_by order by state, reason`.execute(tx);
  return rows;
}

/** Claims addresses for a message, the first comer each; then whose each is. */
export async function claimAddresses(tx: Tx, orgId: string, messageId: string, claims: readonly { key: Buffer; recipientId: string }[]): Promise<ReadonlyMap<string, string>> {
  if (claims.length === 0) return new Map();
  const table = tx.withTables<DB>();
  const sorted = claims.toSorted((a, b) => Buffer.compare(a.key, b.key));
  await table.insertInto("messaging.addresses").values(sorted.map(({ key, recipientId }) => ({ orgId, messageId, addressKey: key, recipientId }))).onConflict((clash) => clash.doNothing()).execute();
  const rows = await table.selectFrom("messaging.addresses").select(["addressKey", "recipientId"]).where("orgId", "=", orgId).where("messageId", "=", messageId).where("addressKey", "in", claims.map(({ key }) => key)).execute();
  return new Map(rows.map(({ addressKey, recipientId }) => [addressKey.toString("hex"), recipientId]));
}

export interface Attempt { readonly recipientId: string; readonly number: number; readonly outcome: "sent" | "joined" | "failed" | "not_sent"; readonly channel: "app" | "sms" | "wecom" | null; readonly reason: string | null; readonly joinedTo: string | null; readonly at: string }

/** Notes what came of attempts, and gives back which were new; one noted already stays as it is. */
export async function insertAttempts(tx: Tx, orgId: string, attempts: readonly Attempt[]): Promise<ReadonlySet<string>> {
  if (attempts.length === 0) return new Set();
  const rows = await tx.withTables<DB>().insertInto("messaging.attempts").values(attempts.map((one) => ({ orgId, ...one }))).onConflict((clash) => clash.doNothing()).returning("recipientId").execute();
  return new Set(rows.map(({ recipientId }) => recipientId));
}

/** Everybody who shares the address at which a recipient was reached, themselves first. */
export async function sharingAddress(tx: Tx, orgId: string, recipientId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id from messaging.recipients where org_id = ${orgId} and id = ${recipientId}
    union select r.person_id from messaging.attempts a join messaging.recipients r on r.org_id = ${orgId} and r.id = a.recipient_id where a.org_id = ${orgId} and a.joined_to = ${recipientId}`.execute(tx);
  return rows.map(({ personId }) => personId);
}

export interface ReceivedRow { readonly messageId: string; readonly kind: Kind; readonly words: string; readonly state: State; readonly reason: string | null; readonly attemptedAt: string | null; readonly leavesAt: string }

/** What somebody was written, in any of their records, the latest first. */
export async function receivedBy(tx: Tx, orgId: string, personIds: readonly string[], limit: number): Promise<ReceivedRow[]> {
  const { rows } = await sql<ReceivedRow>`
    select s.message_id, m.kind, m.words, s.state, s.reason, s.attempted_at, m.leaves_at
    from messaging.standing_recipients s join messaging.standing_messages m on m.org_id = ${orgId} and m.id = s.message_id
    where s.org_id = ${orgId} and s.person_id = any(${[...personIds]}::uuid[]) order by m.leaves_at desc, s.id limit ${limit}`.execute(tx);
  return rows;
}
