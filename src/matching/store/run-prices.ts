import type { Tx } from "../../platform/db/connect.ts";
import type { Certificate } from "../model/solver/problem.ts";
import type { DB } from "./tables.generated.ts";

/** Keeps what proves an answer. */
export async function insertPrices(tx: Tx, orgId: string, roundId: string, run: number, { residentRegion, residentPrice, helperRegion, helperPrice }: Certificate): Promise<void> {
  await tx.withTables<DB>().insertInto("matching.runPrices").values({
    orgId, roundId, run, residentRegion: [...residentRegion], residentPrice: [...residentPrice], helperRegion: [...helperRegion], helperPrice: [...helperPrice],
  }).execute();
}

/** The prices of an answer; null where none were kept. */
export async function pricesOfRun(tx: Tx, orgId: string, roundId: string, run: number): Promise<Certificate | null> {
  const row = await tx.withTables<DB>().selectFrom("matching.runPrices").select(["residentRegion", "residentPrice", "helperRegion", "helperPrice"])
    .where("orgId", "=", orgId).where("roundId", "=", roundId).where("run", "=", run).executeTakeFirst();
  return row ? {
    residentRegion: Int32Array.from(row.residentRegion), residentPrice: Float64Array.from(row.residentPrice), helperRegion: Int32Array.from(row.helperRegion), helperPrice: Float64Array.from(row.helperPrice),
  } : null;
}

/** Takes away the prices of every answer but one: nobody sets out from the others any more. */
export async function deleteOtherPrices(tx: Tx, orgId: string, roundId: string, run: number): Promise<void> {
  await tx.withTables<DB>().deleteFrom("matching.runPrices").where("orgId", "=", orgId).where("roundId", "=", roundId).where("run", "!=", run).execute();
}
