import { sql } from "kysely";
import type { Tx } from "../../../platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "../../../platform/db/keyset.ts";
import type { Came } from "../../model/changes/compare.ts";
import type { PairOfIds, Unmatched } from "../../model/round.ts";
import { besides, type RunOfRound } from "./proposal-state.ts";

/** Somebody without a friend in a run, and why. */
export interface UnmatchedRow extends Unmatched {
  readonly position: number;
  readonly lost: Came | null;
}

export interface LeftOutFilter {
  readonly communityId?: string | null | undefined;
  readonly personIds?: readonly string[] | undefined;
  /** Only who had a proposal in the run before. */
  readonly lost?: boolean | undefined;
}

/** Residents a run left out and nobody has helped since, in the order they wait. */
export async function listUnmatched(tx: Tx, at: RunOfRound, { communityId, personIds, lost }: LeftOutFilter, { after, limit = 20 }: { after?: string | null | undefined; limit?: number } = {}): Promise<Page<UnmatchedRow>> {
  const key = decodeCursor(after, ["number"]);
  const { rows } = await sql<UnmatchedRow>`
    select u.position, u.resident_id, u.suitable_but_full, u.excluded, u.change, u.lost from ${leftOut(at)} u where true
      ${communityId === undefined ? sql`` : communityId === null ? sql`and u.resident_community is null` : sql`and u.resident_community = ${communityId}::uuid`}
      ${personIds === undefined ? sql`` : sql`and u.resident_id = any(${[...personIds]}::uuid[])`} ${lost ? sql`and u.lost is not null` : sql``}
      ${key ? sql`and u.position > ${key[0]}` : sql``} order by u.position limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, ({ position }) => [position]);
}

/** How many are left out, by community, and for how many of them somebody could come in. */
export async function countUnmatched(tx: Tx, at: RunOfRound): Promise<{ communityId: string | null; residents: number; calledIn: number }[]> {
  const { rows } = await sql<{ communityId: string | null; residents: number; calledIn: number }>`
    select u.resident_community as community_id, count(*)::int as residents, count(*) filter (where u.change #>> '{change,kind}' = 'come_in')::int as called_in from ${leftOut(at)} u group by 1`.execute(tx);
  return rows;
}

const leftOut = (at: RunOfRound) => sql`(select u.* from matching.unmatched u where u.org_id = ${at.orgId} and u.round_id = ${at.roundId} and u.run = ${at.run}
  and not exists (select from ${besides(at)} b where b.resident_id = u.resident_id))`;

/** Pairs of the round that stand apart from what was proposed, the latest first. */
export async function listBesides(tx: Tx, at: RunOfRound, limit = 100): Promise<(PairOfIds & { pairId: string })[]> {
  const { rows } = await sql<PairOfIds & { pairId: string }>`select b.id as pair_id, b.resident_id, b.helper_id from ${besides(at)} b order by b.id limit ${limit}`.execute(tx);
  return rows;
}

/** How many pairs stand apart from what was proposed. */
export async function countBesides(tx: Tx, at: RunOfRound): Promise<number> {
  const { rows: [row] } = await sql<{ pairs: number }>`select count(*)::int as pairs from ${besides(at)} b`.execute(tx);
  return row!.pairs;
}
