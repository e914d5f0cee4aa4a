import type { Tx } from "#platform/db/connect.ts";
import type { DayPlan } from "../model/day/day.ts";
import type { TeamChange } from "../model/plan.ts";
import type { DB } from "./tables.generated.ts";

/** A change somebody tries; nothing of it has happened. */
export interface Trial {
  readonly id: string;
  readonly change: TeamChange;
  /** The run it would change. */
  readonly runNumber: number;
  /** Null until it is worked out. */
  readonly answer: DayPlan | null;
  /** Visits that stay because they were made or are under way. */
  readonly kept: number | null;
  readonly seen: string | null;
}

/** Notes what is to be tried. */
export async function insertTrial(tx: Tx, orgId: string, planId: string, { change, ...trial }: Pick<Trial, "change" | "runNumber" | "id"> & { byAccount: string; byName: string; at: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("routing.trials").values({ ...trial, orgId, planId, change: JSON.stringify(change) }).execute();
}

/** One trial of a plan. */
export async function selectTrial(tx: Tx, orgId: string, planId: string, id: string): Promise<Trial | undefined> {
  return (await tx.withTables<DB>().selectFrom("routing.trials").select(["id", "change", "runNumber", "answer", "kept", "seen"])
    .where("orgId", "=", orgId).where("planId", "=", planId).where("id", "=", id).executeTakeFirst()) as unknown as Trial | undefined;
}

/** Keeps what came of it; a job that is run again writes the same. */
export async function updateTrial(tx: Tx, orgId: string, planId: string, id: string, { answer, kept, seen }: { answer: DayPlan; kept: number; seen: string }): Promise<void> {
  await tx.withTables<DB>().updateTable("routing.trials").set({ answer: JSON.stringify(answer), kept, seen }).where("orgId", "=", orgId).where("planId", "=", planId).where("id", "=", id).execute();
}
