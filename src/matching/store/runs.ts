import { sql } from "kysely";
import type { Tx } from "../../platform/db/connect.ts";
import type { MatchRules } from "../model/candidates/rules.ts";
import type { ChangeCounts } from "../model/changes/compare.ts";
import type { Trial } from "../model/changes/trial.ts";
import type { ChoicePrices } from "../model/fairness/rounds/round-fairness.ts";
import type { Recruit } from "../model/explain/recruitment.ts";
import type { PairOfIds } from "../model/round.ts";
import type { RoundRows } from "../model/round-work.ts";
import type { DB } from "./tables.generated.ts";

/** What a run was computed from: adopted only while the round still stands so. */
export interface Basis {
  readonly version: number;
  readonly decisions: number;
  /** The adopted run it set out from; 0 for none. */
  readonly run: number;
}

/** One answer of the solver, without its rows. */
export interface Run {
  readonly number: number;
  readonly rules: MatchRules;
  readonly asked: Trial | null;
  readonly basis: Basis | null;
  readonly changes: ChangeCounts | null;
  readonly recruitment: readonly Recruit[];
  /** Null for runs from before there was a choice, and for large rounds. */
  readonly choices: ChoicePrices | null;
  readonly pairs: number;
  readonly leftOut: number;
  readonly cost: number;
  readonly solvedAt: string;
  /** Null while it only shows what would change. */
  readonly adoptedAt: string | null;
}

const RUN = ["number", "rules", "asked", "basis", "changes", "recruitment", "choices", "pairs", "leftOut", "cost", "solvedAt", "adoptedAt"] as const;

/** Keeps an answer of the solver with all its rows; the caller holds the round. */
export async function insertRun(tx: Tx, orgId: string, roundId: string, run: { jobId: string; rules: MatchRules; asked: Trial | null; basis: Basis; answer: RoundRows; solvedAt: string; adoptedAt: string | null }): Promise<number> {
  const { pairs, cost, proven, leftOut, changes, recruitment, choices, proposals, unmatched } = run.answer;
  const { number } = await tx.withTables<DB>().insertInto("matching.runs").values({
    orgId, roundId, jobId: run.jobId, rules: JSON.stringify(run.rules), asked: run.asked && JSON.stringify(run.asked), basis: JSON.stringify(run.basis), changes: JSON.stringify(changes), recruitment: JSON.stringify(recruitment), choices: choices && JSON.stringify(choices),
    pairs, cost, proven, leftOut, solvedAt: run.solvedAt, adoptedAt: run.adoptedAt,
    number: sql<number>`coalesce((select max(number) from matching.runs where org_id = ${orgId} and round_id = ${roundId}), 0) + 1`,
  }).returning("number").executeTakeFirstOrThrow();
  await sql`set local plan_cache_mode = auto`.execute(tx); // the checks of foreign keys keep their plan
  for (const text of proposals) {
    await sql`insert into matching.proposals (org_id, round_id, run, position, resident_id, helper_id, cost, locked, fresh, came, parts, alternative, resident_community, helper_community)
      select ${orgId}, ${roundId}, ${number}, position, resident_id, helper_id, cost, locked, fresh, came, parts, nullif(alternative, 'null'), resident_community, helper_community
      from jsonb_to_recordset(${text}::jsonb) as r(position integer, resident_id uuid, helper_id uuid, cost integer, locked boolean, fresh boolean, came jsonb, parts jsonb, alternative jsonb, resident_community uuid, helper_community uuid)`.execute(tx);
  }
  for (const text of unmatched) {
    await sql`insert into matching.unmatched (org_id, round_id, run, position, resident_id, resident_community, suitable_but_full, excluded, change, lost)
      select ${orgId}, ${roundId}, ${number}, position, resident_id, resident_community, suitable_but_full, excluded, nullif(change, 'null'), lost
      from jsonb_to_recordset(${text}::jsonb) as r(position integer, resident_id uuid, resident_community uuid, suitable_but_full integer, excluded jsonb, change jsonb, lost jsonb)`.execute(tx);
  }
  return number;
}

/** The answer a round goes by: the last that was adopted. */
export async function adoptedRun(tx: Tx, orgId: string, roundId: string): Promise<Run | undefined> {
  return (await tx.withTables<DB>().selectFrom("matching.runs").select(RUN).where("orgId", "=", orgId).where("roundId", "=", roundId)
    .where("adoptedAt", "is not", null).orderBy("number", "desc").limit(1).executeTakeFirst()) as unknown as Run | undefined;
}

/** What the choices cost when they were last compared, in an answer the round went by. */
export interface ComparedRun {
  readonly choices: ChoicePrices;
  readonly number: number;
  readonly solvedAt: string;
  readonly rules: MatchRules;
}

export async function lastCompared(tx: Tx, orgId: string, roundId: string): Promise<ComparedRun | undefined> {
  return (await tx.withTables<DB>().selectFrom("matching.runs").select(["number", "choices", "solvedAt", "rules"]).where("orgId", "=", orgId).where("roundId", "=", roundId)
    .where("adoptedAt", "is not", null).where("choices", "is not", null).orderBy("number", "desc").limit(1).executeTakeFirst()) as unknown as ComparedRun | undefined;
}

/** One answer by its number, adopted or not. */
export async function selectRun(tx: Tx, orgId: string, roundId: string, number: number): Promise<Run | undefined> {
  return (await tx.withTables<DB>().selectFrom("matching.runs").select(RUN).where("orgId", "=", orgId).where("roundId", "=", roundId).where("number", "=", number).executeTakeFirst()) as unknown as Run | undefined;
}

/** The pairs an answer proposes. */
export async function pairsOfRun(tx: Tx, orgId: string, roundId: string, run: number): Promise<PairOfIds[]> {
  return tx.withTables<DB>().selectFrom("matching.proposals").select(["residentId", "helperId"]).where("orgId", "=", orgId).where("roundId", "=", roundId).where("run", "=", run).orderBy("position").execute();
}

/** The answer a job kept, so that a job run twice keeps one. */
export async function runOfJob(tx: Tx, orgId: string, roundId: string, jobId: string): Promise<{ number: number; pairs: number; adopted: boolean } | undefined> {
  return tx.withTables<DB>().selectFrom("matching.runs").select(["number", "pairs", sql<boolean>`adopted_at is not null`.as("adopted")]).where("orgId", "=", orgId).where("roundId", "=", roundId).where("jobId", "=", jobId).executeTakeFirst();
}

/** From now on the round goes by this answer. */
export async function adoptRunRow(tx: Tx, orgId: string, roundId: string, number: number, at: string): Promise<void> {
  await tx.withTables<DB>().updateTable("matching.runs").set({ adoptedAt: at }).where("orgId", "=", orgId).where("roundId", "=", roundId).where("number", "=", number).execute();
}

/** Takes away answers that were only looked at; those adopted stay, which the database sees to as well. */
export async function deleteTrials(tx: Tx, orgId: string, roundId: string): Promise<void> {
  await tx.withTables<DB>().deleteFrom("matching.runs").where("orgId", "=", orgId).where("roundId", "=", roundId).where("adoptedAt", "is", null).execute();
}
