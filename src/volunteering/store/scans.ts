import type { Tx } from "#platform/db/connect.ts";
import type { PaperType } from "../model/pathway/paper.ts";
import type { DB } from "./tables.generated.ts";

/** A signed paper on file. */
export interface Scan {
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string;
  readonly mediaType: PaperType;
  readonly addedByName: string;
  readonly addedAt: string;
}

/** Keeps a paper; the same file twice is kept once. */
export async function insertScan(tx: Tx, orgId: string, scan: { agreementId: string; contentHash: Buffer; mediaType: PaperType; content: Buffer; addedBy: string; addedByName: string; addedAt: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("volunteering.agreementScans").values({ orgId, ...scan }).onConflict((clash) => clash.doNothing()).execute();
}

/** The papers of an agreement, without their bytes. */
export async function selectScans(tx: Tx, orgId: string, agreementId: string): Promise<Scan[]> {
  const rows = await tx.withTables<DB>().selectFrom("volunteering.agreementScans").select(["contentHash", "mediaType", "addedByName", "addedAt"]).where("orgId", "=", orgId).where("agreementId", "=", agreementId).orderBy("addedAt").execute();
  return rows.map(({ contentHash, mediaType, ...row }) => ({ ...row, mediaType: mediaType as PaperType, hash: contentHash.toString("hex") }));
}

/** The bytes of one paper. */
export async function selectPaper(tx: Tx, orgId: string, agreementId: string, hash: string): Promise<{ mediaType: PaperType; content: Buffer } | undefined> {
  return (await tx.withTables<DB>().selectFrom("volunteering.agreementScans").select(["mediaType", "content"]).where("orgId", "=", orgId).where("agreementId", "=", agreementId)
    .where("contentHash", "=", Buffer.from(hash, "hex")).executeTakeFirst()) as { mediaType: PaperType; content: Buffer } | undefined;
}
