import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { CaseFilter } from "../../model/cases/case-filter.ts";
import type { CaseRow } from "./cases.ts";

/** A case in a list, with where the person lives now. */
export type ListedCase = CaseRow & { readonly communityId: string | null; readonly withheldOn: string | null };

/** Whose list it is. */
export interface CaseReader {
  readonly accountId: string;
  readonly teamIds: readonly string[];
  readonly today: string;
  /** Persons a search found; left out when nothing was typed. */
  readonly personIds?: readonly string[] | undefined;
}

export const REFERENCE = /^\d{4}-\d{1,6}$/;

/** A page of cases: by review day, the longest due first, or the latest opened first; closed ones always so. */
export async function listCaseRows(tx: Tx, orgId: string, filter: CaseFilter, reader: CaseReader, { after, limit = 30 }: { after?: string | null | undefined; limit?: number } = {}): Promise<Page<ListedCase>> {
  const byReview = filter.sort === "review" && filter.show !== "closed";
  const from = decodeCursor(after, ["day", "id"]);
  const beyond = !from ? sql`` : byReview ? sql`and (f.review_on, f.case_id) > (${from[0]}::date, ${from[1]}::uuid)` : sql`and (f.opened_on, f.case_id) < (${from[0]}::date, ${from[1]}::uuid)`;
  const { rows } = await sql<ListedCase>`
    select f.* from casework.case_facts f where ${whereOf(orgId, filter, reader)} ${beyond}
    order by ${byReview ? sql`f.review_on, f.case_id` : sql`f.opened_on desc, f.case_id desc`} limit ${limit + 1}`.execute(tx);
  return pageOf(rows, limit, (row) => [byReview ? row.reviewOn : row.openedOn, row.caseId]);
}

export interface CaseCounts { readonly open: number; readonly overdue: number; readonly waiting: number; readonly paused: number }

/** How many of these are open, due for review, waiting for a word, paused. */
export async function countCases(tx: Tx, orgId: string, filter: CaseFilter, reader: CaseReader): Promise<CaseCounts> {
  const { rows: [row] } = await sql<CaseCounts>`
    select count(*)::int as open, count(*) filter (where f.review_on < ${reader.today})::int as overdue, count(*) filter (where f.pending_kind is not null)::int as waiting,
      count(*) filter (where f.standing = 'paused')::int as paused
    from casework.case_facts f where ${whereOf(orgId, { ...filter, show: "open" }, reader)}`.execute(tx);
  return row!;
}

function whereOf(orgId: string, filter: CaseFilter, { accountId, teamIds, today, personIds }: CaseReader): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [sql`f.org_id = ${orgId}`, sql`f.withheld_on is null`];
  if (filter.show === "closed") conditions.push(sql`f.standing = 'closed'`);
  else if (filter.show === "waiting") conditions.push(sql`f.pending_kind is not null`);
  else conditions.push(sql`f.standing <> 'closed'`);
  if (filter.show === "overdue") conditions.push(sql`f.review_on < ${today}`);
  if (filter.show === "paused") conditions.push(sql`f.standing = 'paused'`);
  if (filter.whose === "mine") conditions.push(sql`(f.worker_id = ${accountId} or f.pending_worker = ${accountId})`);
  if (filter.whose === "team") conditions.push(sql`(f.team_id = any(${teamIds}::uuid[]) or f.pending_team = any(${teamIds}::uuid[]))`);
  if (filter.stage) conditions.push(sql`f.stage = ${filter.stage}`);
  if (filter.workerId) conditions.push(sql`f.worker_id = ${filter.workerId}`);
  if (filter.teamId) conditions.push(sql`f.team_id = ${filter.teamId}`);
  if (filter.communityId) conditions.push(sql`f.community_id = ${filter.communityId}`);
  if (filter.programmeId) conditions.push(sql`f.programme_id = ${filter.programmeId}`);
  if (filter.q && REFERENCE.test(filter.q)) conditions.push(sql`f.reference = ${filter.q}`);
  else if (personIds) conditions.push(sql`f.survivor_id = any(${personIds}::uuid[])`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** Open cases in which something waits for this account: its approval, its answer to a handover, its review. */
export async function dueCaseRows(tx: Tx, orgId: string, { accountId, teamIds, today, supervises }: CaseReader & { supervises: boolean }, limit: number): Promise<ListedCase[]> {
  const approval = supervises ? sql`f.pending_kind = 'approval' and f.pending_by <> ${accountId}` : sql`false`;
  const { rows } = await sql<ListedCase>`
    select f.* from casework.case_facts f where f.org_id = ${orgId} and f.withheld_on is null and (
      (f.standing <> 'closed' and f.worker_id = ${accountId} and f.review_on <= ${today})
      or (f.pending_kind is not null and (${approval} or (f.pending_kind = 'transfer' and (f.pending_worker = ${accountId} or (f.pending_worker is null and f.pending_team = any(${teamIds}::uuid[]) and f.pending_by <> ${accountId}))))))
    order by coalesce(f.pending_on, f.review_on), f.case_id limit ${limit}`.execute(tx);
  return rows;
}

/** An open case by what counts of it. */
export interface OpenCase {
  readonly survivorId: string;
  readonly workerId: string;
  readonly teamId: string | null;
  readonly reviewOn: string | null;
  /** Who asked for the approval that is waited for; null where none is. */
  readonly approvalBy: string | null;
}

/** Every open case of the organisation whose person lets their data be kept. */
export async function openCaseRows(tx: Tx, orgId: string): Promise<OpenCase[]> {
  const { rows } = await sql<OpenCase>`
    select f.survivor_id, f.worker_id, f.team_id, f.review_on, case when f.pending_kind = 'approval' then f.pending_by end as approval_by
    from casework.case_facts f where f.org_id = ${orgId} and f.standing <> 'closed' and f.withheld_on is null`.execute(tx);
  return rows;
}
