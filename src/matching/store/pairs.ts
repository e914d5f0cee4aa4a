import type { Tx } from "../../platform/db/connect.ts";
import { pairStatus, type PairEvent, type PairState, type PairStatus } from "../model/pair.ts";
import type { DB } from "./tables.generated.ts";

/** A pair as other slices may know it, on a day. */
export interface PairView {
  readonly id: string;
  readonly programmeId: string;
  readonly residentId: string;
  readonly helperId: string;
  /** Agreed days between two meetings. */
  readonly rhythmDays: number;
  readonly meetingPlace: string;
  readonly safetyNote: string;
  readonly replacesId: string | null;
  readonly version: number;
  readonly state: PairState;
  readonly sinceOn: string;
  /** First day of the trial or of the active time; null before. */
  readonly beganOn: string | null;
  readonly status: PairStatus;
  readonly events: readonly PairEvent[];
}

const COLUMNS = ["id", "programmeId", "residentId", "helperId", "rhythmDays", "meetingPlace", "safetyNote", "replacesId", "version"] as const;

/** Which pairs to read. */
export interface PairFilter {
  readonly ids?: readonly string[];
  readonly helperId?: string;
  readonly residentId?: string;
  /** Any of these, e.g. the records that stand for one person. */
  readonly residentIds?: readonly string[];
  readonly programmeId?: string;
  readonly states?: readonly PairState[];
}

/** Pairs with their state on a day, in two queries whatever their number. */
export async function readPairs(tx: Tx, orgId: string, filter: PairFilter, on: string): Promise<PairView[]> {
  const db = tx.withTables<DB>();
  let query = db.selectFrom("matching.pairs").select(COLUMNS).where("orgId", "=", orgId);
  if (filter.ids) { if (filter.ids.length === 0) return []; query = query.where("id", "in", [...filter.ids]); }
  if (filter.helperId) query = query.where("helperId", "=", filter.helperId);
  if (filter.residentId) query = query.where("residentId", "=", filter.residentId);
  if (filter.residentIds) query = query.where("residentId", "in", [...filter.residentIds]);
  if (filter.programmeId) query = query.where("programmeId", "=", filter.programmeId);
  const pairs = await query.orderBy("createdAt").orderBy("id").execute();
  const events = await eventsOf(tx, orgId, pairs.map(({ id }) => id));
  const views = pairs.flatMap((pair) => {
    const own = events.get(pair.id) ?? [];
    const status = pairStatus(own, on);
    if (!status) return [];
    const beganOn = own.find(({ kind }) => kind === "trial_started" || kind === "activated")?.on ?? null;
    return [{ ...pair, state: status.state, sinceOn: status.sinceOn, beganOn, status, events: own }];
  });
  return filter.states ? views.filter(({ state }) => filter.states!.includes(state)) : views;
}

/** What happened to each pair, in the order it was written. */
async function eventsOf(tx: Tx, orgId: string, pairIds: readonly string[]): Promise<Map<string, PairEvent[]>> {
  if (pairIds.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom("matching.pairEvents").selectAll()
    .where("orgId", "=", orgId).where("pairId", "in", [...pairIds]).orderBy("pairId").orderBy("seq").execute();
  const events = new Map<string, PairEvent[]>();
  for (const row of rows) {
    const { pairId, kind, happenedOn: on, side, answer, untilOn, reason } = row;
    const event = { kind, on, ...(side && { side }), ...(answer && { answer }), ...((kind === "trial_started" || kind === "paused") && { untilOn }), ...(kind === "ended" && { reason }) } as PairEvent;
    events.set(pairId, [...(events.get(pairId) ?? []), event]);
  }
  return events;
}

/** Adds a pair; what happens to it comes as events. */
export async function insertPair(
  tx: Tx, orgId: string, pair: Pick<PairView, "programmeId" | "residentId" | "helperId" | "rhythmDays" | "meetingPlace" | "safetyNote" | "replacesId"> & { roundId: string | null },
): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("matching.pairs").values({ orgId, ...pair }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** Adds what happened next; two who write the same number at once collide on the key, and one of them is refused. */
export async function insertPairEvent(
  tx: Tx, orgId: string, pairId: string, { seq, event, words, recordedBy, recordedByName }: { seq: number; event: PairEvent; words: string; recordedBy: string; recordedByName: string },
): Promise<void> {
  const { kind, on: happenedOn } = event;
  await tx.withTables<DB>().insertInto("matching.pairEvents").values({
    orgId, pairId, seq, kind, happenedOn, words, recordedBy, recordedByName,
    side: "side" in event ? event.side : null, answer: "answer" in event ? event.answer : null,
    untilOn: "untilOn" in event ? event.untilOn : null, reason: "reason" in event ? event.reason : null,
  }).execute();
}

/** Holds a pair until the transaction ends. */
export async function lockPair(tx: Tx, orgId: string, pairId: string): Promise<void> {
  await tx.withTables<DB>().selectFrom("matching.pairs").select("id").where("orgId", "=", orgId).where("id", "=", pairId).forUpdate().execute();
}

/** A new version of a pair, after something happened to it. */
export async function bumpPair(tx: Tx, orgId: string, pairId: string, change: { rhythmDays?: number; meetingPlace?: string; safetyNote?: string } = {}): Promise<void> {
  await tx.withTables<DB>().updateTable("matching.pairs").set((of) => ({ ...change, version: of("version", "+", 1) })).where("orgId", "=", orgId).where("id", "=", pairId).execute();
}

/** Words noted with each event of a pair, and who noted it, in order. */
export async function wordsOf(tx: Tx, orgId: string, pairId: string): Promise<{ seq: number; words: string; recordedByName: string; recordedAt: string }[]> {
  return tx.withTables<DB>().selectFrom("matching.pairEvents").select(["seq", "words", "recordedByName", "recordedAt"]).where("orgId", "=", orgId).where("pairId", "=", pairId).orderBy("seq").execute();
}

/** Pairs of a round that somebody opened on a day, the latest first. */
export async function pairsOpenedBy(tx: Tx, orgId: string, { roundId, accountId, on }: { roundId: string; accountId: string; on: string }, limit: number): Promise<string[]> {
  const rows = await tx.withTables<DB>().selectFrom("matching.pairs as p")
    .innerJoin("matching.pairEvents as e", (join) => join.onRef("e.orgId", "=", "p.orgId").onRef("e.pairId", "=", "p.id").on("e.seq", "=", 1))
    .select("p.id").where("p.orgId", "=", orgId).where("p.roundId", "=", roundId).where("e.recordedBy", "=", accountId).where("e.happenedOn", "=", on)
    .orderBy("p.createdAt", "desc").orderBy("p.id").limit(limit).execute();
  return rows.map(({ id }) => id);
}
