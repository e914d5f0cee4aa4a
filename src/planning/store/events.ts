import type { Tx } from "#platform/db/connect.ts";
import type { Level } from "../model/plan.ts";
import type { StepState } from "../model/standing.ts";
import type { DB } from "./tables.generated.ts";

interface Of { readonly orgId: string; readonly planId: string }
interface Made { readonly onDay: string; readonly by: string; readonly byName: string }
type Kept = "orgId" | "planId" | "by";

export interface StepEventRow extends Of, Made { readonly stepId: string; readonly number: number; readonly state: StepState; readonly note: string }
export type StepEvent = Omit<StepEventRow, Kept>;
export interface RatingRow extends Of, Made { readonly goalId: string; readonly number: number; readonly version: number; readonly level: Level; readonly note: string }
export type StoredRating = Omit<RatingRow, Kept>;
export interface ReviewRow extends Of, Made { readonly number: number; readonly version: number; readonly words: string; readonly nextOn: string }
export type StoredReview = Omit<ReviewRow, Kept>;
export interface AgreementRow extends Of, Made {
  readonly version: number; readonly number: number; readonly kind: "agreed" | "refused"; readonly capacity: "client" | "guardian"; readonly name: string; readonly relation: string;
  readonly how: "screen" | "paper"; readonly strokes: string; readonly paper: string; readonly words: string; readonly textHash: string;
}
export type StoredAgreement = Omit<AgreementRow, Kept> & { readonly at: string };
export interface EndingRow extends Of, Made { readonly reason: "attained" | "own_wish" | "moved" | "replaced" | "other"; readonly words: string }
export type StoredEnding = Omit<EndingRow, Kept>;

export async function insertStepEvent(tx: Tx, row: StepEventRow): Promise<void> {
  await tx.withTables<DB>().insertInto("planning.stepEvents").values(row).execute();
}
export async function insertRating(tx: Tx, row: RatingRow): Promise<void> {
  await tx.withTables<DB>().insertInto("planning.ratings").values(row).execute();
}
export async function insertReview(tx: Tx, row: ReviewRow): Promise<void> {
  await tx.withTables<DB>().insertInto("planning.reviews").values(row).execute();
}
export async function insertAgreement(tx: Tx, row: AgreementRow): Promise<void> {
  await tx.withTables<DB>().insertInto("planning.agreements").values(row).execute();
}
export async function insertEnding(tx: Tx, row: EndingRow): Promise<void> {
  await tx.withTables<DB>().insertInto("planning.endings").values(row).execute();
}

/** What happened with the steps of a plan, in order. */
export async function stepEventsOf(tx: Tx, orgId: string, planId: string): Promise<StepEvent[]> {
  return tx.withTables<DB>().selectFrom("planning.stepEvents").select(["stepId", "number", "state", "onDay", "note", "byName"]).where("orgId", "=", orgId).where("planId", "=", planId).orderBy("stepId").orderBy("number").execute() as Promise<StepEvent[]>;
}
export async function ratingsOf(tx: Tx, orgId: string, planId: string): Promise<StoredRating[]> {
  return tx.withTables<DB>().selectFrom("planning.ratings").select(["goalId", "number", "version", "level", "onDay", "note", "byName"]).where("orgId", "=", orgId).where("planId", "=", planId).orderBy("goalId").orderBy("number").execute() as Promise<StoredRating[]>;
}
export async function reviewsOf(tx: Tx, orgId: string, planId: string): Promise<StoredReview[]> {
  return tx.withTables<DB>().selectFrom("planning.reviews").select(["number", "version", "onDay", "words", "nextOn", "byName"]).where("orgId", "=", orgId).where("planId", "=", planId).orderBy("number").execute();
}
export async function agreementsOf(tx: Tx, orgId: string, planId: string): Promise<StoredAgreement[]> {
  return tx.withTables<DB>().selectFrom("planning.agreements").select(["version", "number", "kind", "capacity", "name", "relation", "how", "strokes", "paper", "words", "textHash", "onDay", "byName", "at"])
    .where("orgId", "=", orgId).where("planId", "=", planId).orderBy("version").orderBy("number").execute() as Promise<StoredAgreement[]>;
}
export async function endingOf(tx: Tx, orgId: string, planId: string): Promise<StoredEnding | undefined> {
  return tx.withTables<DB>().selectFrom("planning.endings").select(["reason", "words", "onDay", "byName"]).where("orgId", "=", orgId).where("planId", "=", planId).executeTakeFirst() as Promise<StoredEnding | undefined>;
}
