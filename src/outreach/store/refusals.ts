import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** Somebody does not want to be asked, for now or for good (暂时不要、不要再联系). */
export interface RefusalRow {
  readonly id: string;
  readonly personId: string;
  readonly scope: "for_now" | "for_good";
  readonly saidOn: string;
  readonly untilOn: string | null;
  readonly saidBy: "client" | "carer" | "other";
  readonly words: string;
  readonly attemptId: string | null;
  readonly recordedByName: string;
  readonly liftedOn: string | null;
  readonly liftedReason: string | null;
}

const COLUMNS = ["id", "personId", "scope", "saidOn", "untilOn", "saidBy", "words", "attemptId", "recordedByName", "liftedOn", "liftedReason"] as const;

/** Keeps a refusal; one for good that stands already stays the one. */
export async function insertRefusal(tx: Tx, actor: Actor, refusal: Pick<RefusalRow, "personId" | "scope" | "saidOn" | "untilOn" | "saidBy" | "words" | "attemptId">): Promise<void> {
  await tx.withTables<DB>().insertInto("outreach.refusals").values({ ...refusal, orgId: actor.orgId, recordedBy: actor.accountId, recordedByName: actor.name })
    .onConflict((clash) => clash.columns(["orgId", "personId"]).where("scope", "=", "for_good").where("liftedOn", "is", null).doNothing()).execute();
}

/** Refusals of people, newest first. */
export async function refusalsOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<RefusalRow[]> {
  if (personIds.length === 0) return [];
  return tx.withTables<DB>().selectFrom("outreach.refusals").select(COLUMNS)
    .where("orgId", "=", orgId).where(sql<boolean>`person_id = any(${personIds}::uuid[])`).orderBy("saidOn", "desc").orderBy("id").execute() as Promise<RefusalRow[]>;
}

/** Reads one refusal and holds its row lock. */
export async function lockRefusal(tx: Tx, orgId: string, id: string): Promise<RefusalRow | undefined> {
  return tx.withTables<DB>().selectFrom("outreach.refusals").select(COLUMNS).where("orgId", "=", orgId).where("id", "=", id).forUpdate().executeTakeFirst() as Promise<RefusalRow | undefined>;
}

/** Takes refusals back; the rows stay. */
export async function liftRefusals(tx: Tx, actor: Actor, where: { id: string } | { attemptId: string }, { on, reason }: { on: string; reason: string }): Promise<void> {
  const lifting = tx.withTables<DB>().updateTable("outreach.refusals")
    .set({ liftedOn: on, liftedReason: reason, liftedBy: actor.accountId, liftedByName: actor.name }).where("orgId", "=", actor.orgId).where("liftedOn", "is", null);
  await ("id" in where ? lifting.where("id", "=", where.id) : lifting.where("attemptId", "=", where.attemptId)).execute();
}
