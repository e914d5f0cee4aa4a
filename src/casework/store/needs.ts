import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Need, NeedPriority, NeedStatus } from "../model/need.ts";
import type { DB } from "./tables.generated.ts";

const COLUMNS = ["n.id", "n.personId", "n.population", "n.code", "n.packVersion", "n.source", "n.words", "n.heardOn", "n.recordedByName", "f.status", "f.priority", "f.statusOn", "f.version"] as const;

/** A need with who wrote it down. */
export type StoredNeed = Need & { readonly recordedByName: string };

export interface NeedRow {
  readonly orgId: string; readonly id: string; readonly personId: string; readonly population: string; readonly code: string; readonly packVersion: number;
  readonly source: string; readonly words: string; readonly heardOn: string; readonly communityId: string | null; readonly laneId: string | null;
  readonly originKind: string | null; readonly originId: string | null; readonly recordedBy: string; readonly recordedByName: string;
}

export interface EventRow {
  readonly orgId: string; readonly needId: string; readonly number: number; readonly status: NeedStatus; readonly priority: NeedPriority;
  readonly onDay: string; readonly words: string; readonly note: string; readonly by: string; readonly byName: string;
}

/** One event of a need as it is read back. */
export type NeedEvent = Omit<EventRow, "orgId" | "by"> & { readonly at: string };

/** Lets one transaction at a time write down needs of these people, so that two do not note the same need twice. */
export async function lockNeedsOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(personIds)].toSorted()) await sql`select pg_advisory_xact_lock(hashtextextended(${`casework.needs|${orgId}|${id}`}, 0))`.execute(tx);
}

export async function insertNeeds(tx: Tx, needs: readonly NeedRow[]): Promise<void> {
  if (needs.length > 0) await tx.withTables<DB>().insertInto("casework.needs").values([...needs]).execute();
}

/** Adds events. False when somebody else wrote the same number meanwhile. */
export async function insertEvents(tx: Tx, events: readonly EventRow[]): Promise<boolean> {
  if (events.length === 0) return true;
  const written = await tx.withTables<DB>().insertInto("casework.needEvents").values([...events])
    .onConflict((clash) => clash.columns(["orgId", "needId", "number"]).doNothing()).returning("number").execute();
  return written.length === events.length;
}

/** One need as it stands. */
export async function findNeed(tx: Tx, orgId: string, id: string): Promise<StoredNeed | undefined> {
  return select(tx, orgId).where("n.id", "=", id).executeTakeFirst() as Promise<StoredNeed | undefined>;
}

/** The needs of a person under any of their records, newest first. */
export async function needsOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<StoredNeed[]> {
  if (personIds.length === 0) return [];
  return select(tx, orgId).where("n.personId", "in", [...personIds]).orderBy("n.heardOn", "desc").orderBy("n.id").execute() as Promise<StoredNeed[]>;
}

/** What became of needs, oldest first. */
export async function eventsOf(tx: Tx, orgId: string, needIds: readonly string[]): Promise<NeedEvent[]> {
  if (needIds.length === 0) return [];
  return tx.withTables<DB>().selectFrom("casework.needEvents").select(["needId", "number", "status", "priority", "onDay", "words", "note", "byName", "at"])
    .where("orgId", "=", orgId).where("needId", "in", [...needIds]).orderBy("needId").orderBy("number").execute() as Promise<NeedEvent[]>;
}

function select(tx: Tx, orgId: string) {
  return tx.withTables<DB>().selectFrom("casework.needs as n")
    .innerJoin("casework.needFacts as f", (join) => join.onRef("f.orgId", "=", "n.orgId").onRef("f.needId", "=", "n.id"))
    .select(COLUMNS).where("n.orgId", "=", orgId).where("f.orgId", "=", orgId);
}
