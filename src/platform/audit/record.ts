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

/** Entries one statement takes: PostgreSQL allows 65,535 values. */
const MOST_AT_ONCE = 2000;

/** Adds to the organisation's audit chain, in the same transaction as the change. Bulk work passes all its facts at once. */
export async function recordAudit(tx: Tx, actor: Actor, facts: AuditFact | readonly AuditFact[]): Promise<void> {
  const batch = Array.isArray(facts) ? (facts as readonly AuditFact[]) : [facts as AuditFact];
  if (batch.length === 0) return;
  const db = tx.withTables<DB>();
  const head = await lockHead(tx, actor.orgId) ?? await firstHead(tx, actor.orgId);
  const { at } = head;
  let { seq, hash } = head;
  const entries = batch.map((fact) => {
    const details = JSON.parse(JSON.stringify(fact.details ?? {})) as Record<string, unknown>;
    const facts = {
      orgId: actor.orgId, seq: ++seq, at, accountId: actor.accountId, actorName: actor.name, actorRole: actor.role,
      action: fact.action, subjectKind: fact.subjectKind, subjectId: fact.subjectId, details,
    };
    const previousHash = hash;
    hash = hashEntry(previousHash, facts);
    return { ...facts, details: JSON.stringify(details), previousHash, hash };
  });
  const last = entries.length - (entries.length % MOST_AT_ONCE || MOST_AT_ONCE);
  for (let start = 0; start < last; start += MOST_AT_ONCE) await db.insertInto("audit.entries").values(entries.slice(start, start + MOST_AT_ONCE)).execute();
  await db.with("moved", (of) => of.updateTable("audit.heads").set({ seq, hash }).where("orgId", "=", actor.orgId))
    .insertInto("audit.entries").values(entries.slice(last)).execute();
}

interface Head { readonly seq: number; readonly hash: Buffer; readonly at: string }

/** The end of the chain, held until the transaction ends, and the time once it is held: every writer of the organisation waits here, so it costs one statement. */
async function lockHead(tx: Tx, orgId: string): Promise<Head | undefined> {
  const { rows: [head] } = await sql<Head>`with head as materialized (select seq, hash from audit.heads where org_id = ${orgId} for update) select seq, hash, clock_timestamp() as at from head`.execute(tx);
  return head;
}

async function firstHead(tx: Tx, orgId: string): Promise<Head> {
  await tx.withTables<DB>().insertInto("audit.heads").values({ orgId, seq: 0, hash: GENESIS }).onConflict((clash) => clash.doNothing()).execute();
  return (await lockHead(tx, orgId))!;
}
