import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { NeedCount, NeedFilter } from "../model/count.ts";
import type { NeedPriority, NeedStatus } from "../model/need.ts";
import type { Population } from "../model/population.ts";

/** One need in a list: without the words. */
export interface NeedListRow {
  readonly needId: string;
  readonly personId: string;
  readonly population: Population;
  readonly code: string;
  readonly communityId: string | null;
  readonly heardOn: string;
  readonly status: NeedStatus;
  readonly priority: NeedPriority;
}

/**
 * Needs and different persons by code × community × population, by code, by topic, by community, by population and in all: each
 * number of persons is counted, never added up, as one person may stand in several cells.
 */
export async function countNeedCells(tx: Tx, orgId: string, filter: NeedFilter): Promise<NeedCount[]> {
  const { rows } = await sql<NeedCount>`
    select case when grouping(f.code) = 0 then f.code end as code, case when grouping(f.topic) = 0 then f.topic end as topic,
      case when grouping(f.population) = 0 then f.population end as population,
      case when grouping(f.community_id) = 0 then coalesce(f.community_id::text, 'none') end as community_id,
      count(*) as needs, count(distinct f.survivor_id) as persons, count(*) filter (where f.priority = 'urgent' and f.status in ('noted', 'answering', 'unmet')) as urgent,
      count(*) filter (where f.status = 'met') as met
    from casework.need_facts f where ${whereOf(orgId, filter)}
    group by grouping sets ((f.code, f.topic, f.community_id, f.population), (f.code, f.topic, f.community_id), (f.code, f.topic, f.population), (f.code, f.topic), (f.topic), (f.topic, f.community_id),
      (f.community_id), (f.population), ())
    order by 1 nulls first, 2 nulls first, 3 nulls first, 4 nulls first`.execute(tx);
  return rows.filter(({ needs }) => needs > 0);
}

/** The rows behind a figure, newest first. */
export async function listNeedFacts(tx: Tx, orgId: string, filter: NeedFilter, { after, limit = 30 }: { after?: string | null | undefined; limit?: number } = {}): Promise<Page<NeedListRow>> {
  const from = decodeCursor(after, ["day", "id"]);
  const { rows } = await sql<NeedListRow>`
    select f.need_id, f.survivor_id as person_id, f.population, f.code, f.community_id, f.heard_on, f.status, f.priority
    from casework.need_facts f where ${whereOf(orgId, filter)} ${from ? sql`and (f.heard_on, f.need_id) < (${from[0]}::date, ${from[1]}::uuid)` : sql``}
    order by f.heard_on desc, f.need_id desc limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.heardOn, row.needId]);
}

function whereOf(orgId: string, filter: NeedFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [sql`f.org_id = ${orgId}`];
  if (filter.standing === "open") conditions.push(sql`f.status in ('noted', 'answering', 'unmet')`);
  else if (filter.standing === "met") conditions.push(sql`f.status = 'met'`);
  else conditions.push(sql`f.status <> 'withdrawn'`);
  if (filter.population) conditions.push(sql`f.population = ${filter.population}`);
  if (filter.topic) conditions.push(sql`f.topic = ${filter.topic}`);
  if (filter.code) conditions.push(sql`f.code = ${filter.code}`);
  if (filter.communityId) conditions.push(sql`f.community_id = ${filter.communityId}`);
  if (filter.noCommunity) conditions.push(sql`f.community_id is null`);
  if (filter.priority) conditions.push(sql`f.priority = ${filter.priority}`);
  if (filter.status) conditions.push(sql`f.status = ${filter.status}`);
  if (filter.heardFrom) conditions.push(sql`f.heard_on >= ${filter.heardFrom}`);
  if (filter.heardTo) conditions.push(sql`f.heard_on <= ${filter.heardTo}`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}
