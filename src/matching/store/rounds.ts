import { sql } from "kysely";
import type { Tx } from "../../platform/db/connect.ts";
import type { MatchRules } from "../model/candidates/rules.ts";
import type { RoundPurpose } from "../model/purpose.ts";
import type { Decision } from "../model/round.ts";
import type { DB } from "./tables.generated.ts";

/** A match round. */
export interface Round {
  readonly id: string;
  readonly programmeId: string;
  readonly number: number;
  readonly startOn: string;
  readonly rules: MatchRules;
  readonly withReserve: boolean;
  /** What it is for; without one no guarded field is read. */
  readonly purpose: RoundPurpose | null;
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly version: number;
}

const ROUND = ["id", "programmeId", "number", "startOn", "rules", "withReserve", "purpose", "createdAt", "closedAt", "version"] as const;

/** Begins a round with the next number of its programme. */
export async function insertRound(tx: Tx, orgId: string, round: { programmeId: string; startOn: string; rules: MatchRules; withReserve: boolean; purpose: RoundPurpose; createdBy: string; createdAt: string }): Promise<{ id: string; number: number }> {
  const { rules, programmeId } = round;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rounds:${programmeId}`}, 0))`.execute(tx);
  return tx.withTables<DB>().insertInto("matching.rounds").values({
    ...round, orgId, rules: JSON.stringify(rules),
    number: sql<number>`coalesce((select max(number) from matching.rounds where org_id = ${orgId} and programme_id = ${programmeId}), 0) + 1`,
  }).returning(["id", "number"]).executeTakeFirstOrThrow();
}

/** One round; `lock` holds it until the transaction ends. */
export async function selectRound(tx: Tx, orgId: string, id: string, { lock = false } = {}): Promise<Round | undefined> {
  let query = tx.withTables<DB>().selectFrom("matching.rounds").select(ROUND).where("orgId", "=", orgId).where("id", "=", id);
  if (lock) query = query.forUpdate();
  return (await query.executeTakeFirst()) as unknown as Round | undefined;
}

/** Rounds with how many people are in and how many pairs the last run proposed, newest first. */
export async function selectRounds(tx: Tx, orgId: string, limit = 50): Promise<(Round & { residents: number; helpers: number; pairs: number | null })[]> {
  const count = (side: string) => sql<number>`(select count(*)::int from matching.round_members m where m.org_id = r.org_id and m.round_id = r.id and m.side = ${side})`;
  const rows = await tx.withTables<DB>().selectFrom("matching.rounds as r").select(ROUND)
    .select([count("resident").as("residents"), count("helper").as("helpers"),
      sql<number | null>`(select u.pairs from matching.runs u where u.org_id = r.org_id and u.round_id = r.id and u.adopted_at is not null order by u.number desc limit 1)`.as("pairs")])
    .where("r.orgId", "=", orgId).orderBy("r.createdAt", "desc").orderBy("r.id", "desc").limit(limit).execute();
  return rows as never;
}

/** Changes a round's rules, or what it is for. */
export async function updateRound(tx: Tx, orgId: string, id: string, change: { rules?: MatchRules; startOn?: string; purpose?: RoundPurpose }): Promise<void> {
  const { rules, ...rest } = change;
  await tx.withTables<DB>().updateTable("matching.rounds").set({ ...rest, ...(rules && { rules: JSON.stringify(rules) }), version: sql`version + 1` })
    .where("orgId", "=", orgId).where("id", "=", id).execute();
}

/** Sets who is in, on one side. */
export async function replaceMembers(tx: Tx, orgId: string, roundId: string, side: "resident" | "helper", personIds: readonly string[]): Promise<void> {
  await tx.withTables<DB>().deleteFrom("matching.roundMembers").where("orgId", "=", orgId).where("roundId", "=", roundId).where("side", "=", side).execute();
  if (personIds.length === 0) return;
  await sql`insert into matching.round_members (org_id, round_id, side, person_id) select ${orgId}, ${roundId}, ${side}, unnest(${personIds}::uuid[])`.execute(tx);
}

/** Puts some in, on one side, who may be in already; a new version of the round. */
export async function addMembers(tx: Tx, orgId: string, roundId: string, side: "resident" | "helper", personIds: readonly string[]): Promise<void> {
  await sql`insert into matching.round_members (org_id, round_id, side, person_id) select ${orgId}, ${roundId}, ${side}, unnest(${[...personIds]}::uuid[]) on conflict do nothing`.execute(tx);
  await updateRound(tx, orgId, roundId, {});
}

/** Takes some out, on one side; a new version of the round, as who is in has changed. */
export async function removeMembers(tx: Tx, orgId: string, roundId: string, side: "resident" | "helper", personIds: readonly string[]): Promise<void> {
  if (personIds.length > 0) await tx.withTables<DB>().deleteFrom("matching.roundMembers").where("orgId", "=", orgId).where("roundId", "=", roundId).where("side", "=", side).where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`).execute();
  await updateRound(tx, orgId, roundId, {});
}

/** Who is in. */
export async function selectMembers(tx: Tx, orgId: string, roundId: string): Promise<{ residents: string[]; helpers: string[] }> {
  const rows = await tx.withTables<DB>().selectFrom("matching.roundMembers").select(["side", "personId"]).where("orgId", "=", orgId).where("roundId", "=", roundId).orderBy("personId").execute();
  const of = (side: string) => rows.filter((row) => row.side === side).map(({ personId }) => personId);
  return { residents: of("resident"), helpers: of("helper") };
}

/** What the organiser decided, in order. */
export async function selectDecisions(tx: Tx, orgId: string, roundId: string): Promise<(Decision & { reason: string; byName: string })[]> {
  return (await tx.withTables<DB>().selectFrom("matching.decisions").select(["residentId", "helperId", "kind", "reason", "byName"])
    .where("orgId", "=", orgId).where("roundId", "=", roundId).orderBy("seq").execute()) as (Decision & { reason: string; byName: string })[];
}

/** How many are in on each side. */
export async function countMembers(tx: Tx, orgId: string, roundId: string): Promise<{ residents: number; helpers: number }> {
  const { rows: [row] } = await sql<{ residents: number; helpers: number }>`select count(*) filter (where side = 'resident')::int as residents, count(*) filter (where side = 'helper')::int as helpers
    from matching.round_members where org_id = ${orgId} and round_id = ${roundId}`.execute(tx);
  return row!;
}

/** Which of some persons are in a round, by side. */
export async function membersAmong(tx: Tx, orgId: string, roundId: string, personIds: readonly string[]): Promise<{ residents: string[]; helpers: string[] }> {
  if (personIds.length === 0) return { residents: [], helpers: [] };
  const rows = await tx.withTables<DB>().selectFrom("matching.roundMembers").select(["side", "personId"]).where("orgId", "=", orgId).where("roundId", "=", roundId).where("personId", "in", [...personIds]).execute();
  const of = (side: string) => rows.filter((row) => row.side === side).map(({ personId }) => personId);
  return { residents: of("resident"), helpers: of("helper") };
}

/** How many decisions there are: the number of the last. */
export async function lastDecision(tx: Tx, orgId: string, roundId: string): Promise<number> {
  const row = await tx.withTables<DB>().selectFrom("matching.decisions").select(({ fn }) => fn.max("seq").as("last")).where("orgId", "=", orgId).where("roundId", "=", roundId).executeTakeFirst();
  return row?.last ?? 0;
}

/** Adds a decision; the caller holds the round. */
export async function insertDecision(tx: Tx, orgId: string, roundId: string, decision: Decision & { reason: string; byAccount: string; byName: string; at: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("matching.decisions").values({
    ...decision, orgId, roundId, seq: sql<number>`coalesce((select max(seq) from matching.decisions where org_id = ${orgId} and round_id = ${roundId}), 0) + 1`,
  }).execute();
}

/** Helpers each resident must not be paired with. */
export async function selectExclusions(tx: Tx, orgId: string, residentIds: readonly string[]): Promise<Map<string, string[]>> {
  if (residentIds.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom("matching.exclusions").select(["residentId", "helperId"])
    .where("orgId", "=", orgId).where("residentId", "in", [...residentIds]).where("liftedAt", "is", null).execute();
  return new Map([...Map.groupBy(rows, ({ residentId }) => residentId)].map(([id, own]) => [id, own.map(({ helperId }) => helperId)]));
}

/** Notes that two must not be paired. */
export async function insertExclusion(tx: Tx, orgId: string, row: { residentId: string; helperId: string; reason: string; byAccount: string; byName: string; at: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("matching.exclusions").values({ orgId, ...row }).execute();
}
