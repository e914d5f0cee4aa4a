import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Impression, Note, OffReason } from "../model/recruitment/interview.ts";
import type { Offer, ToldReason } from "../model/recruitment/refusal.ts";
import type { DB } from "./tables.generated.ts";

/** The latest word on an application that still stands and says it waits, by volunteer: when it was written, and about which requirement. */
export async function selectWaiting(tx: Tx, orgId: string, programmeId: string, reference: string): Promise<Map<string, { since: string; requirement: string }>> {
  const { rows } = await sql<{ volunteerId: string; requirement: string; since: string }>`
    select volunteer_id, requirement, recorded_at as since from (
      select distinct on (f.volunteer_id, f.requirement) f.volunteer_id, f.requirement, f.result, f.reference, f.recorded_at
      from volunteering.facts f join volunteering.volunteers v on v.org_id = f.org_id and v.id = f.volunteer_id
      where f.org_id = ${orgId} and v.programme_id = ${programmeId} and f.kind = 'evidence'
        and not exists (select from volunteering.facts c where c.org_id = f.org_id and c.supersedes = f.id)
      order by f.volunteer_id, f.requirement, f.happened_on desc, f.recorded_at desc, f.id desc) latest
    where result = 'pending' and reference = ${reference}`.execute(tx);
  return new Map(rows.map(({ volunteerId, ...row }) => [volunteerId, row]));
}

export interface Interview {
  readonly id: string;
  readonly volunteerId: string;
  readonly onDay: string;
  readonly fromTime: string;
  readonly place: string;
  readonly byName: string;
  readonly off: OffReason | null;
  readonly interviewers: readonly { readonly accountId: string; readonly name: string }[];
}

export async function insertInterview(tx: Tx, orgId: string, { interviewers, ...row }: Omit<Interview, "off"> & { byAccount: string; at: string }): Promise<void> {
  const db = tx.withTables<DB>();
  await db.insertInto("volunteering.interviews").values({ orgId, ...row }).execute();
  await db.insertInto("volunteering.interviewers").values(interviewers.map((one) => ({ orgId, interviewId: row.id, ...one }))).execute();
}

/** The interviews of one volunteer, or of a programme from a day on, or one; the earliest first. */
export async function selectInterviews(tx: Tx, orgId: string, of: { readonly id: string } | { readonly volunteerId: string } | { readonly programmeId: string; readonly fromOn: string }): Promise<Interview[]> {
  let query = tx.withTables<DB>().selectFrom("volunteering.interviews as i")
    .innerJoin("volunteering.volunteers as v", (join) => join.onRef("v.orgId", "=", "i.orgId").onRef("v.id", "=", "i.volunteerId"))
    .leftJoin("volunteering.interviewsOff as o", (join) => join.onRef("o.orgId", "=", "i.orgId").onRef("o.interviewId", "=", "i.id"))
    .select(["i.id", "i.volunteerId", "i.onDay", "i.fromTime", "i.place", "i.byName", "o.reason as off"]).where("i.orgId", "=", orgId);
  if ("id" in of) query = query.where("i.id", "=", of.id);
  else if ("volunteerId" in of) query = query.where("i.volunteerId", "=", of.volunteerId);
  else query = query.where("v.programmeId", "=", of.programmeId).where("i.onDay", ">=", of.fromOn);
  const rows = await query.orderBy("i.onDay").orderBy("i.fromTime").orderBy("i.id").limit(200).execute();
  const there = await tx.withTables<DB>().selectFrom("volunteering.interviewers").select(["interviewId", "accountId", "name"])
    .where("orgId", "=", orgId).where("interviewId", "=", sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`).orderBy("name").execute();
  const by = Map.groupBy(there, ({ interviewId }) => interviewId);
  return rows.map((row) => ({ ...row, fromTime: row.fromTime.slice(0, 5), off: row.off as OffReason | null, interviewers: (by.get(row.id) ?? []).map(({ accountId, name }) => ({ accountId, name })) }));
}

export async function insertOff(tx: Tx, orgId: string, row: { interviewId: string; reason: OffReason; byAccount: string; byName: string; at: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("volunteering.interviewsOff").values({ orgId, ...row }).execute();
}

export async function insertNote(tx: Tx, orgId: string, row: { interviewId: string } & Note): Promise<void> {
  await tx.withTables<DB>().insertInto("volunteering.interviewNotes").values({ orgId, ...row }).execute();
}

/** Every note of an interview, earlier ones too, in the order written. */
export async function selectNotes(tx: Tx, orgId: string, interviewId: string): Promise<Note[]> {
  const rows = await tx.withTables<DB>().selectFrom("volunteering.interviewNotes").select(["accountId", "byName", "number", "impression", "words", "at"])
    .where("orgId", "=", orgId).where("interviewId", "=", interviewId).orderBy("at").orderBy("number").execute();
  return rows.map((row) => ({ ...row, impression: row.impression as Impression }));
}

/** What somebody was told with a no. */
export interface ToldRefusal {
  readonly factId: string;
  readonly reasons: readonly ToldReason[];
  readonly offers: readonly Offer[];
  readonly otherProgramme: string | null;
  readonly words: string;
  readonly at: string;
}

export async function insertRefusal(tx: Tx, orgId: string, volunteerId: string, { reasons, offers, ...row }: ToldRefusal): Promise<void> {
  await tx.withTables<DB>().insertInto("volunteering.refusals").values({ orgId, volunteerId, ...row, reasons: [...reasons], offers: [...offers] }).execute();
}

/** The latest no somebody was told. */
export async function selectLastRefusal(tx: Tx, orgId: string, volunteerId: string): Promise<ToldRefusal | undefined> {
  const row = await tx.withTables<DB>().selectFrom("volunteering.refusals").select(["factId", "reasons", "offers", "otherProgramme", "words", "at"])
    .where("orgId", "=", orgId).where("volunteerId", "=", volunteerId).orderBy("at", "desc").limit(1).executeTakeFirst();
  return row && { ...row, reasons: row.reasons as ToldReason[], offers: row.offers as Offer[] };
}
