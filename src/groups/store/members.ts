import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { MemberEvent } from "../model/group.ts";
import type { Moment } from "../model/terms.ts";
import type { By } from "./groups.ts";
import type { DB } from "./tables.generated.ts";

export interface MemberRow {
  readonly id: string;
  readonly groupId: string;
  readonly personId: string;
  readonly joinedOn: string;
  readonly why: string;
}

export interface MemberEventRow extends MemberEvent {
  readonly capacity: "self" | "guardian" | null;
  readonly words: string;
  readonly byName: string;
}

export interface RatingRow {
  readonly memberId: string;
  readonly moment: Moment;
  readonly revision: number;
  readonly value: number;
  readonly words: string;
  readonly onDay: string;
}

export async function insertMember(tx: Tx, orgId: string, row: MemberRow & By): Promise<void> {
  await tx.withTables<DB>().insertInto("groups.members").values({ orgId, ...row }).execute();
}

export async function insertMemberEvent(tx: Tx, orgId: string, memberId: string, row: Omit<MemberEventRow, "byName"> & By): Promise<void> {
  await tx.withTables<DB>().insertInto("groups.memberEvents").values({ orgId, memberId, ...row }).execute();
}

export async function membersOf(tx: Tx, orgId: string, groupId: string): Promise<MemberRow[]> {
  return await tx.withTables<DB>().selectFrom("groups.members").select(["id", "groupId", "personId", "joinedOn", "why"]).where("orgId", "=", orgId).where("groupId", "=", groupId).orderBy("joinedOn").orderBy("id").execute() as MemberRow[];
}

/** Memberships of a person, under whichever record they joined, with their groups; the latest first. */
export async function membershipsOf(tx: Tx, orgId: string, personId: string): Promise<(MemberRow & { name: string; workerAccount: string })[]> {
  const { rows } = await sql<MemberRow & { name: string; workerAccount: string }>`
    select id, group_id, person_id, joined_on, why, name, worker_account from groups.memberships where org_id = ${orgId} and person_id = ${personId} order by joined_on desc, id`.execute(tx);
  return rows;
}

/** What became of memberships, in order. One query for all. */
export async function memberEventsOf(tx: Tx, orgId: string, memberIds: readonly string[]): Promise<ReadonlyMap<string, readonly MemberEventRow[]>> {
  if (memberIds.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom("groups.memberEvents").select(["memberId", "number", "kind", "part", "capacity", "reason", "onDay", "words", "byName"])
    .where("orgId", "=", orgId).where("memberId", "in", [...memberIds]).orderBy("memberId").orderBy("number").execute();
  return Map.groupBy(rows as unknown as (MemberEventRow & { memberId: string })[], ({ memberId }) => memberId);
}

export async function insertRating(tx: Tx, orgId: string, row: RatingRow & By): Promise<void> {
  await tx.withTables<DB>().insertInto("groups.ratings").values({ orgId, ...row }).execute();
}

/** What members said last at each moment. */
export async function ratingsOf(tx: Tx, orgId: string, memberIds: readonly string[]): Promise<RatingRow[]> {
  if (memberIds.length === 0) return [];
  const { rows } = await sql<RatingRow>`
    select distinct on (r.member_id, r.moment) r.member_id, r.moment, r.revision, r.value, r.words, r.on_day from groups.ratings r
    where r.org_id = ${orgId} and r.member_id = any(${memberIds}::uuid[]) order by r.member_id, r.moment, r.revision desc`.execute(tx);
  return rows;
}
