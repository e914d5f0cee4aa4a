import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { ReferralFilter } from "../model/filter.ts";
import type { Packet } from "../model/packet.ts";
import type { ReferralEvent, Side, State, Topic } from "../model/referral.ts";
import type { DB } from "./tables.generated.ts";

export interface ReferralRow {
  readonly id: string;
  readonly side: Side;
  readonly personId: string | null;
  readonly caseId: string | null;
  /** Null for an organisation outside the installation. */
  readonly otherOrg: string | null;
  readonly otherName: string;
  readonly called: string | null;
  readonly topic: Topic;
  readonly sharedUntil: string | null;
  readonly state: State;
  readonly dueOn: string | null;
  readonly workerId: string | null;
  readonly sentByName: string;
  readonly sentAt: string;
}

export interface EventRow extends ReferralEvent {
  readonly workerName: string | null;
  readonly caseId: string | null;
  readonly byAccount: string | null;
  readonly byName: string;
  readonly at: string;
}

const COLUMNS = ["id", "side", "personId", "caseId", "otherOrg", "otherName", "called", "topic", "sharedUntil", "state", "dueOn", "workerId", "sentByName", "sentAt"] as const;
/** Whose referrals somebody sees: their own and what nobody took yet, or all of the organisation. */
export interface Reader { readonly accountId: string; readonly all: boolean }

const rowsOf = (tx: Tx, orgId: string) => tx.withTables<DB>().selectFrom("referral.referrals").select(COLUMNS).where("orgId", "=", orgId);

/** Lets one transaction at a time act on a referral, on whichever side. */
export async function lockReferral(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`referral|${id}`}, 0))`.execute(tx);
}

export async function insertReferral(tx: Tx, orgId: string, row: ReferralRow, packet: Packet): Promise<void> {
  await tx.withTables<DB>().insertInto("referral.referrals").values({ orgId, ...row }).execute();
  await tx.withTables<DB>().insertInto("referral.packets").values({ orgId, referralId: row.id, packet: JSON.stringify(packet) }).execute();
}

export async function keepState(tx: Tx, orgId: string, id: string, state: Pick<ReferralRow, "state" | "dueOn" | "workerId"> & Partial<Pick<ReferralRow, "personId" | "caseId">>): Promise<void> {
  await tx.withTables<DB>().updateTable("referral.referrals").set(state).where("orgId", "=", orgId).where("id", "=", id).execute();
}

export async function insertEvent(tx: Tx, orgId: string, referralId: string, row: EventRow): Promise<void> {
  await tx.withTables<DB>().insertInto("referral.events").values({ orgId, referralId, ...row }).execute();
}

/** Copies one's own act to the other organisation. */
export async function tell(tx: Tx, id: string, number: number): Promise<void> {
  await sql`select referral.tell(${id}::uuid, ${number}::integer)`.execute(tx);
}

export async function findReferral(tx: Tx, orgId: string, id: string): Promise<ReferralRow | undefined> {
  return rowsOf(tx, orgId).where("id", "=", id).executeTakeFirst() as Promise<ReferralRow | undefined>;
}

export async function eventsOf(tx: Tx, orgId: string, referralId: string): Promise<EventRow[]> {
  return await tx.withTables<DB>().selectFrom("referral.events").select(["number", "kind", "bySide", "onDay", "reason", "words", "dueOn", "workerId", "workerName", "caseId", "byAccount", "byName", "at"])
    .where("orgId", "=", orgId).where("referralId", "=", referralId).orderBy("number").execute() as EventRow[];
}

/** What left; on the receiver's side nothing once it may no longer be opened. */
export async function packetFor(tx: Tx, orgId: string, referralId: string): Promise<Packet | undefined> {
  const row = await tx.withTables<DB>().selectFrom("referral.packets").select("packet").where("orgId", "=", orgId).where("referralId", "=", referralId).executeTakeFirst();
  return row?.packet as Packet | undefined;
}

/** Referrals of one side, the latest sent first. */
export async function listRows(tx: Tx, orgId: string, reader: Reader, { side, show, topic, q }: ReferralFilter, today: string, { after, limit = 30 }: { after?: string | null; limit?: number } = {}): Promise<Page<ReferralRow>> {
  let query = rowsOf(tx, orgId).where("side", "=", side);
  if (!reader.all) query = query.where((where) => where.or([where("workerId", "=", reader.accountId), where("workerId", "is", null)]));
  if (show === "open") query = query.where("state", "in", ["waiting", "accepted"]);
  else if (show === "overdue") query = query.where("dueOn", "<", today);
  else if (show) query = query.where("state", "=", show);
  if (topic) query = query.where("topic", "=", topic);
  if (q) query = query.where(sql<boolean>`(position(lower(${q}) in lower(coalesce(called, ''))) > 0 or position(lower(${q}) in lower(other_name)) > 0)`);
  const from = decodeCursor(after, ["instant", "id"]);
  if (from) query = query.where(sql<boolean>`(sent_at, id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`);
  const rows = await query.orderBy("sentAt", "desc").orderBy("id", "desc").limit(limit + 1).execute() as ReferralRow[];
  return pageOf(rows, limit, (row) => [row.sentAt, row.id]);
}

/** What is owed: to the one who answers for it when it is near, to whoever sees to all when it is overdue, and what nobody took. */
export async function dueRows(tx: Tx, orgId: string, reader: Reader, { today, near }: { today: string; near: string }, most: number): Promise<ReferralRow[]> {
  return await rowsOf(tx, orgId).where("dueOn", "is not", null).where("dueOn", "<=", near)
    .where((where) => where.or([where("workerId", "=", reader.accountId), where("workerId", "is", null), ...(reader.all ? [where("dueOn", "<", today)] : [])]))
    .orderBy("dueOn").orderBy("id").limit(most).execute() as ReferralRow[];
}

/** What came in and nobody has taken, whatever its day. */
export async function untakenRows(tx: Tx, orgId: string, most: number): Promise<ReferralRow[]> {
  return await rowsOf(tx, orgId).where("side", "=", "in").where("state", "=", "waiting").where("workerId", "is", null).where("dueOn", "is not", null).orderBy("dueOn").orderBy("id").limit(most).execute() as ReferralRow[];
}

/** Referrals of a person's records, or of a case. */
export async function rowsAbout(tx: Tx, orgId: string, about: { personIds: readonly string[] } | { caseId: string }, most: number): Promise<ReferralRow[]> {
  const query = rowsOf(tx, orgId);
  return await ("caseId" in about ? query.where("caseId", "=", about.caseId) : query.where("personId", "in", [...about.personIds]))
    .orderBy("sentAt", "desc").limit(most).execute() as ReferralRow[];
}
