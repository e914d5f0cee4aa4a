import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { Occasion } from "../model/series.ts";
import type { Kind, OpenTo } from "../model/terms.ts";

/** What a calendar shows. */
export interface OccasionFilter {
  /** First and last day. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly q?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly placeId?: string | undefined;
  readonly openTo?: readonly OpenTo[] | undefined;
  /** Only those that go ahead. */
  readonly standing?: boolean | undefined;
  /** Latest first. */
  readonly backwards?: boolean | undefined;
}

export interface OccasionRow extends Occasion { readonly name: string; readonly kind: Kind; readonly openTo: OpenTo }

/** A page of the calendar by day and time. */
export async function listOccasionRows(tx: Tx, orgId: string, filter: OccasionFilter, { after, limit }: { after: string | null; limit: number }): Promise<Page<OccasionRow>> {
  const from = decodeCursor(after, ["day", "number", "id"]);
  const order = sql.raw(filter.backwards ? "desc" : "asc");
  const beyond = from ? sql`and (s.on_day, s.from_minute, s.id) ${sql.raw(filter.backwards ? "<" : ">")} (${from[0]}::date, ${from[1]}::smallint, ${from[2]}::uuid)` : sql``;
  const { rows } = await sql<OccasionRow>`
    select s.id, s.series_id, s.recurs_on, s.on_day, s.from_minute, s.until_minute, s.place_id, s.place_words, s.participants, s.volunteers, s.companions, s.version, s.cancelled, s.cancelled_why, e.name, e.kind, e.open_to
    from activities.session_states s join activities.series e on e.org_id = s.org_id and e.id = s.series_id
    where s.org_id = ${orgId}
      ${filter.from ? sql`and s.on_day >= ${filter.from}::date` : sql``} ${filter.to ? sql`and s.on_day <= ${filter.to}::date` : sql``}
      ${filter.q ? sql`and (e.name ilike ${like(filter.q)} or s.place_words ilike ${like(filter.q)})` : sql``}
      ${filter.kind ? sql`and e.kind = ${filter.kind}` : sql``} ${filter.placeId ? sql`and s.place_id = ${filter.placeId}::uuid` : sql``}
      ${filter.openTo ? sql`and e.open_to = any(${[...filter.openTo]})` : sql``} ${filter.standing ? sql`and not s.cancelled` : sql``} ${beyond}
    order by s.on_day ${order}, s.from_minute ${order}, s.id ${order} limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [row.onDay, row.fromMinute, row.id]);
}

const like = (words: string): string => `%${words.replace(/[\\%_]/g, "\\$&")}%`;
