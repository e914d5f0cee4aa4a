import { sql } from "kysely";
import type { Actor } from "../../kernel/actor.ts";
import type { Tx } from "../db/connect.ts";
import type { DB } from "../db/tables.generated.ts";
import { GENESIS, hashEntry } from "./chain.ts";

/** One thing that was done, or one personal file that was read. */
export interface AuditFact {
  /** Past tense with its slice, e.g. `person.renamed`, `person.read`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Before and after, or the purpose. No sensitive value itself. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Adds to the organisation's audit chain, in the same transaction as the change. Bulk work passes all its facts at once. */
export async function recordAudit(tx: Tx, actor: Actor, facts: AuditFact | readonly AuditFact[]): Promise<void> {
  const batch = Array.isArray(facts) ? (facts as readonly AuditFact[]) : [facts as AuditFact];
  if (batch.length === 0) return;
  const db = tx.withTables<DB>();
  await db.insertInto("audit.heads").values({ orgId: actor.orgId, seq: 0, hash: GENESIS }).onConflict((clash) => clash.doNothing()).execute();
  const head = await db.selectFrom("audit.heads").select(["seq", "hash"]).where("orgId", "=", actor.orgId).forUpdate().executeTakeFirstOrThrow();
  const { rows: [clock] } = await sql<{ at: string }>`select clock_timestamp() as at`.execute(tx);
  let { seq, hash } = head;
  const entries = batch.map((fact) => {
    const details = JSON.parse(JSON.stringify(fact.details ?? {})) as Record<string, unknown>;
    const facts = {
      orgId: actor.orgId, seq: ++seq, at: clock!.at, accountId: actor.accountId, actorName: actor.name, actorRole: actor.role,
      action: fact.action, subjectKind: fact.subjectKind, subjectId: fact.subjectId, details,
    };
    const previousHash = hash;
    hash = hashEntry(previousHash, facts);
    return { ...facts, details: JSON.stringify(details), previousHash, hash };
  });
  for (let start = 0; start < entries.length; start += 2000) {
    await db.insertInto("audit.entries").values(entries.slice(start, start + 2000)).execute();
  }
  await db.updateTable("audit.heads").set({ seq, hash }).where("orgId", "=", actor.orgId).execute();
}
