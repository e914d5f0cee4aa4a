import type { Tx } from "#platform/db/connect.ts";
import type { DecisionKind } from "../model/entry.ts";
import type { DB } from "./tables.generated.ts";

export interface DecisionRow {
  readonly entryId: string;
  readonly seq: number;
  readonly kind: DecisionKind;
  readonly words: string;
  readonly byName: string;
  readonly at: string;
}

/** Adds the next word about each entry, as it was read; how many were added. Fewer than asked: somebody else was first. */
export async function insertDecisions(tx: Tx, orgId: string, entries: readonly { readonly id: string; readonly decisionSeq: number }[], decision: { kind: DecisionKind; words: string; byAccount: string; byName: string; at: string }): Promise<number> {
  if (entries.length === 0) return 0;
  const added = await tx.withTables<DB>().insertInto("hours.decisions").values(entries.map(({ id, decisionSeq }) => ({ orgId, entryId: id, seq: decisionSeq + 1, ...decision })))
    .onConflict((clash) => clash.doNothing()).returning("entryId").execute();
  return added.length;
}

/** Every word about some entries, the earliest first. */
export async function selectDecisions(tx: Tx, orgId: string, entryIds: readonly string[]): Promise<DecisionRow[]> {
  if (entryIds.length === 0) return [];
  return (await tx.withTables<DB>().selectFrom("hours.decisions").select(["entryId", "seq", "kind", "words", "byName", "at"])
    .where("orgId", "=", orgId).where("entryId", "in", [...entryIds]).orderBy("at").orderBy("seq").execute()) as DecisionRow[];
}
