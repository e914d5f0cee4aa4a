import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { ApprovalStep, CaseEvent, CaseOrigin, CaseState } from "../../model/cases/case.ts";
import type { Population } from "../../model/population.ts";
import type { DB } from "../tables.generated.ts";

/** One case as it stands, without names and words. */
export interface CaseRow extends Omit<CaseState, "pending" | "lastOn"> {
  readonly caseId: string;
  /** Year and number within it (个案编号). */
  readonly reference: string;
  /** The record it was opened for; `survivorId` stands for the person now. */
  readonly personId: string;
  readonly survivorId: string;
  readonly population: Population;
  readonly programmeId: string | null;
  readonly originKind: CaseOrigin;
  readonly originId: string | null;
  /** By when somebody has to look at it again. */
  readonly reviewOn: string | null;
  readonly pendingKind: "approval" | "transfer" | null;
  readonly pendingStep: ApprovalStep | null;
  readonly pendingWorker: string | null;
  readonly pendingTeam: string | null;
  readonly pendingBy: string | null;
  readonly pendingOn: string | null;
}

export interface NewCaseRow {
  readonly id: string; readonly personId: string; readonly population: Population; readonly programmeId: string | null;
  readonly originKind: CaseOrigin; readonly originId: string | null; readonly originWords: string; readonly openedBy: string; readonly openedByName: string;
}

/** Adds a case; its reference is the year and a number within it. */
export async function insertCase(tx: Tx, orgId: string, year: string, row: NewCaseRow): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`casework.cases|${orgId}|${year}`}, 0))`.execute(tx);
  const last = await tx.withTables<DB>().selectFrom("casework.cases").select("reference").where("orgId", "=", orgId)
    .where("reference", ">=", `${year}-`).where("reference", "<", `${year}.`).orderBy(sql`length(reference)`, "desc").orderBy("reference", "desc").limit(1).executeTakeFirst();
  const reference = `${year}-${String(Number(last?.reference.slice(5) ?? 0) + 1).padStart(4, "0")}`;
  await tx.withTables<DB>().insertInto("casework.cases").values({ orgId, reference, ...row }).execute();
  return reference;
}

/** Cases by id, as they stand. */
export async function casesById(tx: Tx, orgId: string, ids: readonly string[]): Promise<CaseRow[]> {
  if (ids.length === 0) return [];
  return await facts(tx, orgId).where("f.caseId", "in", [...ids]).execute() as CaseRow[];
}

/** All cases of the persons behind these records, the latest opened first. */
export async function casesOfRecords(tx: Tx, orgId: string, records: readonly string[]): Promise<CaseRow[]> {
  if (records.length === 0) return [];
  return await facts(tx, orgId).where("f.personId", "in", [...records]).orderBy("f.openedOn", "desc").orderBy("f.caseId").execute() as CaseRow[];
}

const facts = (tx: Tx, orgId: string) => tx.withTables<DB>().selectFrom("casework.caseFacts as f").selectAll("f").where("f.orgId", "=", orgId);

/** Where a case came from, in words, and who opened it. */
export async function originOf(tx: Tx, orgId: string, caseId: string): Promise<{ originWords: string; openedByName: string }> {
  return tx.withTables<DB>().selectFrom("casework.cases").select(["originWords", "openedByName"]).where("orgId", "=", orgId).where("id", "=", caseId).executeTakeFirstOrThrow();
}

/** One event as it is kept. */
export type StoredCaseEvent = CaseEvent & { readonly byName: string; readonly byRole: string };
/** One event as it is read back. */
export type CaseEventRow = Required<CaseEvent> & { readonly words: string; readonly byName: string; readonly byRole: string; readonly at: string };

/** What happened with a case, in order. */
export async function caseEventsOf(tx: Tx, orgId: string, caseId: string): Promise<CaseEventRow[]> {
  return await tx.withTables<DB>().selectFrom("casework.caseEvents")
    .select(["number", "kind", "step", "stage", "reason", "words", "workerId", "teamId", "untilOn", "onDay", "by", "byName", "byRole", "at"])
    .where("orgId", "=", orgId).where("caseId", "=", caseId).orderBy("number").execute() as CaseEventRow[];
}

/** Adds an event. False when somebody else wrote the same number meanwhile. */
export async function insertCaseEvent(tx: Tx, orgId: string, caseId: string, event: StoredCaseEvent): Promise<boolean> {
  const written = await tx.withTables<DB>().insertInto("casework.caseEvents").values({ orgId, caseId, ...event })
    .onConflict((clash) => clash.columns(["orgId", "caseId", "number"]).doNothing()).returning("number").executeTakeFirst();
  return written !== undefined;
}

/** Keeps how a case stands beside its events, for lists to go by. */
export async function keepCaseState(tx: Tx, orgId: string, caseId: string, state: CaseState, reviewOn: string | null): Promise<void> {
  const { lastOn: _lastOn, pending, ...rest } = state;
  const row = {
    ...rest, reviewOn, pendingKind: pending?.kind ?? null, pendingStep: pending?.kind === "approval" ? pending.step : null,
    pendingWorker: pending?.kind === "transfer" ? pending.workerId : null, pendingTeam: pending?.kind === "transfer" ? pending.teamId : null,
    pendingBy: pending?.by ?? null, pendingOn: pending?.onDay ?? null,
  };
  await tx.withTables<DB>().insertInto("casework.caseStates").values({ orgId, caseId, ...row })
    .onConflict((clash) => clash.columns(["orgId", "caseId"]).doUpdateSet(row)).execute();
}
