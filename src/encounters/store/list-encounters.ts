import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { EncounterFilter, Figures } from "../model/filter.ts";
import { BELONGINGS, COLUMNS, type RevisionRow } from "./encounters.ts";

/** Neither corrected nor taken back. */
const STANDS = sql`not exists (select from encounters.revisions n where n.org_id = r.org_id and n.encounter_id = r.encounter_id and n.revision = r.revision + 1)
  and not exists (select from encounters.withdrawals w where w.org_id = r.org_id and w.encounter_id = r.encounter_id)`;

/** Standing entries, newest first. Of given persons (under any of their records), it begins with theirs. */
export async function listEncounters(tx: Tx, orgId: string, filter: EncounterFilter & { readonly personIds?: readonly string[] | undefined }, { after, limit = 30 }: { after?: string | null | undefined; limit?: number } = {}): Promise<Page<RevisionRow>> {
  const from = decodeCursor(after, ["day", "id"]);
  const { rows } = await sql<RevisionRow>`
    with page as materialized (
      select r.* from ${sourceOf(orgId, filter.personIds)} where ${whereOf(orgId, filter)} and ${STANDS}
        ${from ? sql`and (r.happened_on, r.encounter_id) < (${from[0]}::date, ${from[1]}::uuid)` : sql``}
      order by r.happened_on desc, r.encounter_id desc limit ${limit + 1})
    select ${COLUMNS}, ${BELONGINGS} from page r order by r.happened_on desc, r.encounter_id desc`.execute(tx);
  return pageOf(rows, limit, (row) => [row.happenedOn, row.encounterId]);
}

/**
 * 件、人次、人: three numbers derived from the same rows. Who took part is looked up row by row (`offset 0` keeps it so): behind row-level security the
 * planner cannot know how large this organisation is, and would read everything anybody ever took part in.
 */
export async function countEncounters(tx: Tx, orgId: string, filter: EncounterFilter & { readonly personIds?: readonly string[] | undefined }): Promise<Figures> {
  const { rows: [row] } = await sql<Figures>`
    with page as materialized (select r.* from ${sourceOf(orgId, filter.personIds)} where ${whereOf(orgId, filter)} and ${STANDS}),
    took as materialized (select a.* from page cross join lateral (
      select a.person_id, a.survivor_id from encounters.part_facts a
      where a.org_id = page.org_id and a.encounter_id = page.encounter_id and a.revision = page.revision and a.role in ('client', 'carer') offset 0) a)
    select (select count(*) from page) as sessions, (select count(person_id) from took) as person_times, (select count(distinct survivor_id) from took) as persons,
      (select coalesce(sum(minutes), 0) from page) as minutes`.execute(tx);
  return row!;
}

function sourceOf(orgId: string, personIds: readonly string[] | undefined): RawBuilder<unknown> {
  if (!personIds) return sql`encounters.revisions r`;
  return sql`(select distinct p.org_id, p.encounter_id, p.revision from encounters.participants p where p.org_id = ${orgId} and p.person_id = any(${personIds}::uuid[])) mine
    join encounters.revisions r on r.org_id = mine.org_id and r.encounter_id = mine.encounter_id and r.revision = mine.revision`;
}

function whereOf(orgId: string, { from, to, mode, topic, by, next }: EncounterFilter): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`r.org_id = ${orgId}`];
  if (from) conditions.push(sql`r.happened_on >= ${from}::date`);
  if (to) conditions.push(sql`r.happened_on <= ${to}::date`);
  if (mode) conditions.push(sql`r.mode = ${mode}`);
  if (topic) conditions.push(sql`r.topics @> array[${topic}]::text[]`);
  if (by) conditions.push(sql`r.by_account = ${by}`);
  if (next) conditions.push(sql`r.next_on is not null`);
  return sql.join(conditions, sql` and `);
}

/** Whom an account said it would come back to between two days, and nobody has been with since; and for which case. */
export async function peopleAwaiting(tx: Tx, orgId: string, accountId: string, { from, to }: { from: string; to: string }): Promise<{ readonly personId: string; readonly caseId: string | null }[]> {
  const { rows } = await sql<{ personId: string; caseId: string | null }>`
    select distinct a.survivor_id as person_id, r.case_id from encounters.revisions r
    join encounters.part_facts a on a.org_id = r.org_id and a.encounter_id = r.encounter_id and a.revision = r.revision and a.role = 'client'
    where r.org_id = ${orgId} and r.next_on between ${from}::date and ${to}::date and r.by_account = ${accountId} and ${STANDS}
      and not exists (select from encounters.participants l where l.org_id = r.org_id and l.person_id = a.person_id and l.happened_on > r.happened_on)`.execute(tx);
  return rows;
}

/** The last day each of these persons was served, under any of their records; who never was is absent. */
export async function lastServedOn(tx: Tx, orgId: string, recordIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (recordIds.length === 0) return new Map();
  const { rows } = await sql<{ personId: string; on: string }>`
    select p.person_id, max(p.happened_on) as "on" from encounters.participants p
    join encounters.encounter_facts e on e.org_id = p.org_id and e.encounter_id = p.encounter_id and e.revision = p.revision
    where p.org_id = ${orgId} and p.person_id = any(${recordIds}::uuid[]) group by p.person_id`.execute(tx);
  return new Map(rows.map(({ personId, on }) => [personId, on]));
}
