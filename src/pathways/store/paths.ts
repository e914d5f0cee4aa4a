import type { Tx } from "#platform/db/connect.ts";
import type { PathContent, PathVersion } from "../model/path.ts";
import type { By } from "./episodes.ts";
import type { DB } from "./tables.generated.ts";

export interface StoredPath extends PathVersion {
  readonly note: string;
  readonly byName: string;
}

/** Every version the organisation wrote, the earliest first. */
export async function pathVersions(tx: Tx, orgId: string): Promise<StoredPath[]> {
  const rows = await tx.withTables<DB>().selectFrom("pathways.paths").select(["version", "fromOn", "content", "note", "byName"]).where("orgId", "=", orgId).orderBy("version").execute();
  return rows.map(({ fromOn, content, ...row }) => ({ ...row, fromOn: fromOn as unknown as string, content: content as unknown as PathContent, verified: fromOn as unknown as string }));
}

/** False when somebody else wrote that version first. */
export async function insertPath(tx: Tx, orgId: string, { content, ...row }: { version: number; fromOn: string; content: PathContent; note: string } & By): Promise<boolean> {
  const done = await tx.withTables<DB>().insertInto("pathways.paths").values({ orgId, ...row, content: JSON.stringify(content) }).onConflict((clash) => clash.doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}
