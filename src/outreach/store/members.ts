import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { MemberState } from "../model/round/member-state.ts";
import type { DB } from "./tables.generated.ts";

/** One person in one round. */
export interface Member extends MemberState {
  readonly roundId: string;
  readonly personId: string;
  readonly joinedAs: "segment" | "referral" | "hand";
  readonly communityId: string | null;
  readonly laneId: string | null;
  readonly workerId: string | null;
  readonly workerName: string | null;
  readonly version: number;
}

export const MEMBER = ["roundId", "personId", "joinedAs", "communityId", "laneId", "workerId", "workerName", "attemptCount", "lastOn", "lastOutcome", "reachedOn", "nextDueOn", "endedOn", "endedAs", "version"] as const;

export interface MemberToJoin {
  readonly personId: string;
  readonly joinedAs: Member["joinedAs"];
  readonly communityId: string | null;
  readonly laneId: string | null;
}

/** Puts people into a round, due from a day; those who are in it already stay as they are. */
export async function insertMembers(tx: Tx, orgId: string, roundId: string, members: readonly MemberToJoin[], dueOn: string): Promise<number> {
  if (members.length === 0) return 0;
  const { numInsertedOrUpdatedRows } = await tx.withTables<DB>().insertInto("outreach.members").columns(["orgId", "roundId", "personId", "joinedAs", "communityId", "laneId", "nextDueOn"])
    .expression(sql`select ${orgId}::uuid, ${roundId}::uuid, m.person_id, m.joined_as, m.community_id, m.lane_id, ${dueOn}::date
      from jsonb_to_recordset(${JSON.stringify(members.map((m) => ({ person_id: m.personId, joined_as: m.joinedAs, community_id: m.communityId, lane_id: m.laneId })))}::jsonb)
        as m(person_id uuid, joined_as text, community_id uuid, lane_id uuid)`)
    .onConflict((clash) => clash.doNothing()).executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0);
}

export async function findMember(tx: Tx, orgId: string, roundId: string, personId: string): Promise<Member | undefined> {
  return select(tx, orgId).where("roundId", "=", roundId).where("personId", "=", personId).executeTakeFirst() as Promise<Member | undefined>;
}

/** Reads one member and holds the row lock. */
export async function lockMember(tx: Tx, orgId: string, roundId: string, personId: string): Promise<Member | undefined> {
  return select(tx, orgId).where("roundId", "=", roundId).where("personId", "=", personId).forUpdate().executeTakeFirst() as Promise<Member | undefined>;
}

/** Members who are not done, locked in one order so that two assignments at once cannot deadlock. */
export async function lockUndone(tx: Tx, orgId: string, roundId: string, { unassignedOnly = false, personIds }: { unassignedOnly?: boolean; personIds?: readonly string[] } = {}): Promise<Member[]> {
  return undone(tx, orgId, roundId, { unassignedOnly, personIds }).orderBy("personId").forUpdate().execute() as Promise<Member[]>;
}

/** Members who are not done, for a preview. */
export async function undoneMembers(tx: Tx, orgId: string, roundId: string, { unassignedOnly = false }: { unassignedOnly?: boolean } = {}): Promise<Member[]> {
  return undone(tx, orgId, roundId, { unassignedOnly }).orderBy("personId").execute() as Promise<Member[]>;
}

/** Writes what the attempts add up to. */
export async function saveState(tx: Tx, orgId: string, { roundId, personId }: Pick<Member, "roundId" | "personId">, state: MemberState): Promise<void> {
  await tx.withTables<DB>().updateTable("outreach.members").set({ ...state, version: sql<number>`version + 1` })
    .where("orgId", "=", orgId).where("roundId", "=", roundId).where("personId", "=", personId).execute();
}

/** Whoever is not done is done with the round. Gives back how many. */
export async function endUndone(tx: Tx, orgId: string, roundId: string, on: string): Promise<number> {
  const ended = await tx.withTables<DB>().updateTable("outreach.members").set({ nextDueOn: null, endedOn: on, endedAs: "round_closed", version: sql<number>`version + 1` })
    .where("orgId", "=", orgId).where("roundId", "=", roundId).where("nextDueOn", "is not", null).executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

/** Which of these people an open round is asking now. */
export async function inOpenRounds(tx: Tx, orgId: string, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const { rows } = await sql<{ personId: string }>`
    select distinct m.person_id from outreach.members m join outreach.rounds r on r.org_id = m.org_id and r.id = m.round_id
    where m.org_id = ${orgId} and m.person_id = any(${personIds}::uuid[]) and m.next_due_on is not null and r.closed_on is null`.execute(tx);
  return new Set(rows.map(({ personId }) => personId));
}

function undone(tx: Tx, orgId: string, roundId: string, { unassignedOnly, personIds }: { unassignedOnly: boolean; personIds?: readonly string[] | undefined }) {
  let query = select(tx, orgId).where("roundId", "=", roundId).where("nextDueOn", "is not", null);
  if (unassignedOnly) query = query.where("workerId", "is", null);
  if (personIds) query = query.where("personId", "in", [...personIds]);
  return query;
}

function select(tx: Tx, orgId: string) {
  return tx.withTables<DB>().selectFrom("outreach.members").select(MEMBER).where("orgId", "=", orgId);
}
