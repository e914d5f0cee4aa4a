import { sql, type RawBuilder } from "kysely";
import type { Tx } from "../../../platform/db/connect.ts";
import { decodeCursor, pageOf } from "../../../platform/db/keyset.ts";
import type { ScorePart } from "../../model/candidates/score.ts";
import type { Came } from "../../model/changes/compare.ts";
import type { EffectOfIds, PairOfIds } from "../../model/round.ts";
import { proposalsOf, type RunOfRound } from "./proposal-state.ts";

export type ProposalState = "undecided" | "locked" | "forbidden" | "opened";

/** A proposal as it stands now: what was computed and what was decided since. */
export interface ProposalRow extends PairOfIds {
  readonly position: number;
  readonly cost: number;
  readonly locked: boolean;
  readonly parts: readonly ScorePart[];
  readonly alternative: { readonly helperId: string; readonly effects: readonly EffectOfIds[] } | null;
  readonly came: Came | null;
  readonly state: ProposalState;
  /** The pair once both were asked. */
  readonly pairId: string | null;
}

/** Which proposals to show. */
export interface ProposalFilter {
  readonly state?: ProposalState | undefined;
  /** Only what can still be accepted. */
  readonly open?: boolean | undefined;
  /** No dearer than this. */
  readonly maxCost?: number | undefined;
  /** A community, or null for residents without one. */
  readonly communityId?: string | null | undefined;
  /** Not proposed by the run before. */
  readonly fresh?: boolean | undefined;
  /** Either side is among these persons. */
  readonly personIds?: readonly string[] | undefined;
}

export interface ProposalPaging {
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
  /** The dearest pairs first instead of the order of the round. */
  readonly weakestFirst?: boolean | undefined;
  readonly limit?: number | undefined;
}

export interface ProposalPage {
  readonly rows: readonly ProposalRow[];
  readonly before: string | null;
  readonly after: string | null;
}

/** One page by keyset, forwards or backwards, in one statement. */
export async function listProposals(tx: Tx, at: RunOfRound, filter: ProposalFilter, { after, before, weakestFirst = false, limit = 20 }: ProposalPaging = {}): Promise<ProposalPage> {
  const back = Boolean(before) && !after;
  const key = decodeCursor(back ? before : after, weakestFirst ? ["number", "number"] : ["number"]);
  const { rows } = await sql<ProposalRow>`
    select q.position, q.resident_id, q.helper_id, q.cost, q.locked, q.parts, q.alternative, q.came, q.state, q.pair_id from ${proposalsOf(at)} q
    where ${whereOf(filter)} ${key ? beyond(key as number[], weakestFirst, back) : sql``} order by ${orderOf(weakestFirst, back)} limit ${limit + 1}`.execute(tx);
  const shown = back ? rows.slice(0, limit).reverse() : rows.slice(0, limit);
  const cursorOf = (row: ProposalRow | undefined) => (row ? pageOf([row, row], 1, ({ cost, position }) => (weakestFirst ? [cost, position] : [position])).next : null);
  const more = rows.length > limit;
  return { rows: shown, before: (back ? more : key !== undefined) ? cursorOf(shown[0]) : null, after: (back ? true : more) ? cursorOf(shown.at(-1)) : null };
}

function whereOf({ state, open, maxCost, communityId, fresh, personIds }: ProposalFilter): RawBuilder<unknown> {
  const all = [
    ...(state === undefined ? [] : [sql`q.state = ${state}`]),
    ...(open ? [sql`q.state in ('undecided', 'locked')`] : []),
    ...(maxCost === undefined ? [] : [sql`q.cost <= ${maxCost}`]),
    ...(communityId === undefined ? [] : [communityId === null ? sql`q.resident_community is null` : sql`q.resident_community = ${communityId}::uuid`]),
    ...(fresh ? [sql`q.fresh`] : []),
    ...(personIds === undefined ? [] : [sql`(q.resident_id = any(${[...personIds]}::uuid[]) or q.helper_id = any(${[...personIds]}::uuid[]))`]),
  ];
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

function beyond(key: readonly number[], weakestFirst: boolean, back: boolean): RawBuilder<unknown> {
  if (!weakestFirst) return back ? sql`and q.position < ${key[0]}` : sql`and q.position > ${key[0]}`;
  return back ? sql`and (-q.cost, q.position) < (${-key[0]!}, ${key[1]})` : sql`and (-q.cost, q.position) > (${-key[0]!}, ${key[1]})`;
}

function orderOf(weakestFirst: boolean, back: boolean): RawBuilder<unknown> {
  if (!weakestFirst) return back ? sql`q.position desc` : sql`q.position`;
  return back ? sql`q.cost, q.position desc` : sql`q.cost desc, q.position`;
}

/** How many there are by state, whatever the filter; and by community. */
export interface ProposalCounts {
  readonly total: number;
  readonly states: Readonly<Record<ProposalState, number>>;
  readonly fresh: number;
  /** Pairs between two communities, or within one; null for no community. */
  readonly lines: readonly { readonly from: string | null; readonly to: string | null; readonly pairs: number }[];
}

/** Counts of the whole run in one statement. */
export async function countProposals(tx: Tx, at: RunOfRound): Promise<ProposalCounts> {
  const { rows } = await sql<{ from: string | null; to: string | null; pairs: number; fresh: number } & Record<ProposalState, number>>`
    select q.resident_community as "from", q.helper_community as "to", count(*)::int as pairs, (count(*) filter (where q.fresh))::int as fresh,
      (count(*) filter (where q.state = 'undecided'))::int as undecided, (count(*) filter (where q.state = 'locked'))::int as locked,
      (count(*) filter (where q.state = 'forbidden'))::int as forbidden, (count(*) filter (where q.state = 'opened'))::int as opened
    from ${proposalsOf(at)} q group by 1, 2`.execute(tx);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    total: sum(({ pairs }) => pairs), fresh: sum(({ fresh }) => fresh), lines: rows.map(({ from, to, pairs }) => ({ from, to, pairs })),
    states: { undecided: sum((row) => row.undecided), locked: sum((row) => row.locked), forbidden: sum((row) => row.forbidden), opened: sum((row) => row.opened) },
  };
}
