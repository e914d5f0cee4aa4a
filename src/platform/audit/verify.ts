import type { Tx } from "../db/connect.ts";
import type { DB } from "../db/tables.generated.ts";
import { GENESIS, hashEntry } from "./chain.ts";

/** The result of walking one organisation's chain. */
export interface ChainReport {
  readonly entries: number;
  /** The last hash: compare it with one noted outside the database, or an administrator could recompute the whole chain. */
  readonly headHash: string;
  /** The first entry that does not fit, and how; null when the chain is whole. */
  readonly fault: { seq: number; kind: "missing" | "altered" | "cut" } | null;
}

const BATCH = 5000;

/** Recomputes every hash of the organisation the transaction is bound to. */
export async function verifyChain(tx: Tx, orgId: string): Promise<ChainReport> {
  const db = tx.withTables<DB>();
  let seq = 0;
  let hash: Buffer = GENESIS;
  for (;;) {
    const rows = await db.selectFrom("audit.entries").selectAll().where("orgId", "=", orgId).where("seq", ">", seq).orderBy("seq").limit(BATCH).execute();
    for (const row of rows) {
      if (row.seq !== seq + 1) return report(seq, hash, { seq: seq + 1, kind: "missing" });
      const expected = hashEntry(hash, row);
      if (!row.previousHash.equals(hash) || !row.hash.equals(expected)) return report(seq, hash, { seq: row.seq, kind: "altered" });
      seq = row.seq;
      hash = expected;
    }
    if (rows.length < BATCH) break;
  }
  const head = await db.selectFrom("audit.heads").select(["seq", "hash"]).where("orgId", "=", orgId).executeTakeFirst();
  const whole = head ? head.seq === seq && head.hash.equals(hash) : seq === 0;
  return report(seq, hash, whole ? null : { seq: seq + 1, kind: "cut" });
}

const report = (entries: number, hash: Buffer, fault: ChainReport["fault"]): ChainReport => ({ entries, headHash: hash.toString("hex"), fault });
