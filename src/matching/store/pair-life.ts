import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Cover } from "../model/pair-life.ts";
import type { PairSide } from "../model/pair.ts";
import type { DB } from "./tables.generated.ts";

export interface Talk {
  readonly id: string;
  readonly pairId: string;
  readonly kind: "supervision" | "appraisal";
  readonly side: PairSide | null;
  readonly heldOn: string;
  readonly nextOn: string | null;
  readonly words: string;
  readonly byName: string;
}

export async function insertTalk(tx: Tx, orgId: string, talk: Omit<Talk, "id"> & { byAccount: string; at: string }): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("matching.pairTalks").values({ orgId, ...talk }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** The talks of some pairs, the latest first. */
export async function selectTalks(tx: Tx, orgId: string, pairIds: readonly string[]): Promise<Talk[]> {
  if (pairIds.length === 0) return [];
  return (await tx.withTables<DB>().selectFrom("matching.pairTalks").select(["id", "pairId", "kind", "side", "heldOn", "nextOn", "words", "byName"])
    .where("orgId", "=", orgId).where("pairId", "in", [...pairIds]).orderBy("heldOn", "desc").orderBy("at", "desc").execute()) as Talk[];
}

/** The last supervision talk of each pair, without its words; pairs without one are absent. */
export async function lastSupervisions(tx: Tx, orgId: string, pairIds: readonly string[]): Promise<Map<string, { heldOn: string; nextOn: string | null }>> {
  if (pairIds.length === 0) return new Map();
  const rows = await tx.withTables<DB>().selectFrom("matching.pairTalks").select(["pairId", "heldOn", "nextOn"]).distinctOn("pairId")
    .where("orgId", "=", orgId).where("pairId", "in", [...pairIds]).where("kind", "=", "supervision").orderBy("pairId").orderBy("heldOn", "desc").orderBy("at", "desc").execute();
  return new Map(rows.map(({ pairId, ...talk }) => [pairId, talk]));
}

export interface CoverRow extends Cover {
  readonly id: string;
  readonly words: string;
  readonly byName: string;
}

export async function insertCover(tx: Tx, orgId: string, cover: Omit<CoverRow, "id"> & { byAccount: string; at: string }): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("matching.pairCovers").values({ orgId, ...cover }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** Who stands in, of some pairs or of one helper: with the last day as it is after all; what was called off before it began is left out. */
export async function selectCovers(tx: Tx, orgId: string, by: { readonly pairIds: readonly string[] } | { readonly helperId: string }): Promise<CoverRow[]> {
  const { rows } = await sql<CoverRow>`select c.id, c.pair_id, c.helper_id, c.from_on, least(c.until_on, coalesce(e.last_on, c.until_on)) as until_on, c.words, c.by_name
    from matching.pair_covers c left join matching.pair_cover_ends e on e.org_id = c.org_id and e.cover_id = c.id
    where c.org_id = ${orgId} and ${"helperId" in by ? sql`c.helper_id = ${by.helperId}::uuid` : sql`c.pair_id = any(${[...by.pairIds]}::uuid[])`}
      and (e.last_on is null or e.last_on >= c.from_on) order by c.from_on, c.id`.execute(tx);
  return rows;
}

/** Ends a cover early; false when it was ended before. */
export async function insertCoverEnd(tx: Tx, orgId: string, end: { coverId: string; lastOn: string; byAccount: string; byName: string; at: string }): Promise<boolean> {
  const added = await tx.withTables<DB>().insertInto("matching.pairCoverEnds").values({ orgId, ...end }).onConflict((clash) => clash.doNothing()).returning("coverId").executeTakeFirst();
  return added !== undefined;
}
