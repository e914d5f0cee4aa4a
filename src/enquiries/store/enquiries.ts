import { sql } from "kysely";
import type { OrgId } from "../../kernel/ids.ts";
import type { Tx } from "../../platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "../../platform/db/keyset.ts";
import type { Asking } from "../model/asking.ts";
import type { Channel, EnquiryEvent } from "../model/enquiry.ts";
import type { DB } from "./tables.generated.ts";

export interface EnquiryRow {
  readonly id: string;
  readonly reference: string;
  readonly receivedAt: string;
  readonly channel: Channel;
  readonly forWhom: "self" | "other";
  readonly askerName: string | null;
  readonly askerContact: string | null;
  readonly askerRelation: string | null;
  readonly subjectName: string | null;
  readonly community: string | null;
  readonly words: string;
  readonly urgent: boolean;
  readonly dueOn: string;
  readonly version: number;
}

const COLUMNS = ["id", "reference", "receivedAt", "channel", "forWhom", "askerName", "askerContact", "askerRelation", "subjectName", "community", "words", "urgent", "dueOn", "version"] as const;
/** Open: never closed, or reopened since. */
const OPEN = sql<boolean>`coalesce((select v.kind from enquiries.events v where v.org_id = e.org_id and v.enquiry_id = e.id
  and v.kind in ('closed', 'reopened') order by v.seq desc limit 1), 'open') <> 'closed'`;

/** Which part of the queue. */
export interface EnquiryFilter {
  readonly show: "open" | "overdue" | "closed" | "mine";
  readonly account: string;
  readonly today: string;
}

/** Adds an enquiry; its reference is the day and a number within it, easy to say on the phone. */
export async function insertEnquiry(
  tx: Tx, orgId: OrgId, enquiry: Asking & { channel: Channel; receivedAt: Date; receivedOn: string; dueOn: string; recordedBy: string | null },
): Promise<{ id: string; reference: string }> {
  const { receivedOn, receivedAt, urgent = false, ...rest } = enquiry;
  const day = receivedOn.slice(2).replaceAll("-", "");
  await sql`select pg_advisory_xact_lock(hashtextextended(${`enquiries:${orgId}:${day}`}, 0))`.execute(tx);
  const { count } = await tx.withTables<DB>().selectFrom("enquiries.enquiries").select((of) => of.fn.countAll<number>().as("count"))
    .where("orgId", "=", orgId).where("reference", "like", `${day}-%`).executeTakeFirstOrThrow();
  const reference = `${day}-${String(Number(count) + 1).padStart(4, "0")}`;
  return tx.withTables<DB>().insertInto("enquiries.enquiries").values({ orgId, reference, receivedAt: receivedAt.toISOString(), urgent, ...rest })
    .returning(["id", "reference"]).executeTakeFirstOrThrow();
}

/** One enquiry; `lock` holds its row until the transaction ends. */
export async function findEnquiry(tx: Tx, orgId: OrgId, id: string, { lock = false } = {}): Promise<EnquiryRow | undefined> {
  let query = tx.withTables<DB>().selectFrom("enquiries.enquiries").select(COLUMNS).where("orgId", "=", orgId).where("id", "=", id);
  if (lock) query = query.forUpdate();
  return (await query.executeTakeFirst()) as EnquiryRow | undefined;
}

/** What was done about an enquiry, in order. */
export async function listEvents(tx: Tx, orgId: OrgId, id: string): Promise<(EnquiryEvent & { seq: number })[]> {
  const rows = await tx.withTables<DB>().selectFrom("enquiries.events").select(["seq", "kind", "at", "byAccount", "byName", "note", "personId", "reason"])
    .where("orgId", "=", orgId).where("enquiryId", "=", id).orderBy("seq").execute();
  return rows as (EnquiryEvent & { seq: number })[];
}

/** Adds a step at the end. The caller holds the enquiry's lock, so numbers have no gaps. */
export async function insertEvent(tx: Tx, orgId: OrgId, enquiryId: string, event: EnquiryEvent & { seq: number }): Promise<void> {
  await tx.withTables<DB>().insertInto("enquiries.events").values({ orgId, enquiryId, ...event }).execute();
  await tx.withTables<DB>().updateTable("enquiries.enquiries").set({ version: sql`version + 1` }).where("orgId", "=", orgId).where("id", "=", enquiryId).execute();
}

/** The queue: open ones by due day, closed ones newest first. */
export async function listEnquiries(tx: Tx, orgId: OrgId, filter: EnquiryFilter, { after, limit = 30 }: { after?: string | null; limit?: number } = {}): Promise<Page<EnquiryRow>> {
  let query = tx.withTables<DB>().selectFrom("enquiries.enquiries as e").select(COLUMNS.map((column) => `e.${column}` as const)).where("e.orgId", "=", orgId);
  if (filter.show === "closed") query = query.where(sql<boolean>`not (${OPEN})`);
  else query = query.where(OPEN);
  if (filter.show === "overdue") query = query.where("e.dueOn", "<", filter.today);
  if (filter.show === "mine") query = query.where(sql<boolean>`exists (select from enquiries.events v where v.org_id = e.org_id and v.enquiry_id = e.id and v.kind = 'taken' and v.by_account = ${filter.account}::uuid)`);
  const newest = filter.show === "closed";
  const from = decodeCursor(after, [newest ? "instant" : "day", "id"]);
  if (from) query = newest
    ? query.where(sql<boolean>`(e.received_at, e.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`)
    : query.where(sql<boolean>`(e.due_on, e.id) > (${from[0]}::date, ${from[1]}::uuid)`);
  const ordered = newest ? query.orderBy("e.receivedAt", "desc").orderBy("e.id", "desc") : query.orderBy("e.dueOn").orderBy("e.id");
  const rows = (await ordered.limit(limit + 1).execute()) as EnquiryRow[];
  return pageOf(rows, limit, (row) => [newest ? row.receivedAt : row.dueOn, row.id]);
}

/** How many are open, and how many of them late. */
export async function countEnquiries(tx: Tx, orgId: OrgId, today: string): Promise<{ open: number; overdue: number }> {
  const row = await tx.withTables<DB>().selectFrom("enquiries.enquiries as e").where("e.orgId", "=", orgId).where(OPEN)
    .select((of) => [of.fn.countAll<number>().as("open"), sql<number>`count(*) filter (where e.due_on < ${today}::date)`.as("overdue")]).executeTakeFirstOrThrow();
  return { open: Number(row.open), overdue: Number(row.overdue) };
}
