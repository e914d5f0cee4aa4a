import type { Tx } from "#platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

export interface Feed {
  readonly id: string;
  readonly kind: "person" | "place";
  readonly personId: string | null;
  readonly placeId: string | null;
  readonly madeByName: string;
  readonly madeAt: string;
}

export async function insertFeed(tx: Tx, orgId: string, row: { kind: Feed["kind"]; personId: string | null; placeId: string | null; tokenHash: Buffer; madeBy: string; madeByName: string; madeAt: string }): Promise<string> {
  return (await tx.withTables<DB>().insertInto("activities.feeds").values({ orgId, ...row }).returning("id").executeTakeFirstOrThrow()).id;
}

const standing = (tx: Tx, orgId: string) => tx.withTables<DB>().selectFrom("activities.feeds as f")
  .leftJoin("activities.feedRevocations as r", (join) => join.onRef("r.orgId", "=", "f.orgId").onRef("r.feedId", "=", "f.id"))
  .select(["f.id", "f.kind", "f.personId", "f.placeId", "f.madeByName", "f.madeAt"]).where("f.orgId", "=", orgId).where("r.feedId", "is", null);

/** The calendar behind an address that has not been taken back. */
export async function feedByToken(tx: Tx, orgId: string, tokenHash: Buffer): Promise<Feed | undefined> {
  return await standing(tx, orgId).where("f.tokenHash", "=", tokenHash).executeTakeFirst() as Feed | undefined;
}

export async function feedById(tx: Tx, orgId: string, id: string): Promise<Feed | undefined> {
  return await standing(tx, orgId).where("f.id", "=", id).executeTakeFirst() as Feed | undefined;
}

/** Addresses that can be read now: of places, or of one person. */
export async function listFeeds(tx: Tx, orgId: string, personIds: readonly string[] | null): Promise<Feed[]> {
  const query = personIds === null ? standing(tx, orgId).where("f.kind", "=", "place") : standing(tx, orgId).where("f.personId", "in", [...personIds]);
  return await query.orderBy("f.madeAt").orderBy("f.id").limit(200).execute() as Feed[];
}

export async function insertRevocation(tx: Tx, orgId: string, row: { feedId: string; byAccount: string; byName: string; at: string }): Promise<void> {
  await tx.withTables<DB>().insertInto("activities.feedRevocations").values({ orgId, ...row }).onConflict((clash) => clash.doNothing()).execute();
}
