import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { OptOut } from "../model/forms.ts";
import type { Kind, OptOutKind } from "../model/terms.ts";
import type { DB } from "./tables.generated.ts";

export interface OptOutRow extends OptOut {
  readonly id: string;
  readonly personId: string;
  readonly saidTo: "desk" | "link";
  readonly byName: string;
  readonly at: string;
}

export async function insertOptOut(tx: Tx, orgId: string, row: Omit<OptOutRow, "id" | "at"> & { id: string; byAccount: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("messaging.optOuts").values({ orgId, ...row }).execute();
}

/** Everything said about one person's messages, in any of their records, the latest first. */
export async function optOutsOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<OptOutRow[]> {
  return await tx.withTables<DB>().selectFrom("messaging.optOuts").select(["id", "personId", "kind", "choice", "saidTo", "byName", "at"])
    .where("orgId", "=", orgId).where("personId", "in", [...personIds]).orderBy("at", "desc").orderBy("id", "desc").execute() as OptOutRow[];
}

/** Of these, by the records that stand for them, who wants no more of a kind now. */
export async function whoOptedOut(tx: Tx, orgId: string, kind: Kind, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.withTables<DB>().selectFrom("messaging.standingOptOuts").select("personId").distinct()
    .where("orgId", "=", orgId).where("kind", "in", ["all", kind]).where("choice", "=", "out").where(sql<boolean>`person_id = any(${[...ids]}::uuid[])`).execute();
  return new Set(rows.map(({ personId }) => personId!));
}

/** What somebody wants no more of now, by the record that stands for them. */
export async function standingOptOuts(tx: Tx, orgId: string, personId: string): Promise<OptOutKind[]> {
  const rows = await tx.withTables<DB>().selectFrom("messaging.standingOptOuts").select("kind").where("orgId", "=", orgId).where("personId", "=", personId).where("choice", "=", "out").execute();
  return rows.map(({ kind }) => kind as OptOutKind);
}
