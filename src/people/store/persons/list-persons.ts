import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { decodeCursor, pageOf, type Page } from "#platform/db/keyset.ts";
import type { BirthPrecision, Sex } from "../../model/terms.ts";
import type { PersonFilter } from "../../model/filter/person-filter.ts";
import { personsOf, whereOf } from "./filter-persons.ts";

/** One line of a list: nothing sensitive, so no disability, no identity number, no guardian. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly preferredName: string | null;
  readonly sex: Sex | null;
  readonly birthOn: string | null;
  readonly birthPrecision: BirthPrecision | null;
  readonly communityId: string | null;
  readonly laneId: string | null;
  readonly address: string | null;
  readonly deceasedOn: string | null;
  readonly longAtHome: "yes" | "no" | null;
  /** The number tried first; null when there is none. */
  readonly phone: string | null;
  readonly phoneWhose: "self" | "other" | null;
  readonly phoneRelation: string | null;
  /** Key of the order by name; for the cursor. */
  readonly nameSort: string;
}

/** A page of persons by name. The facts beside the row are looked up for the page's rows only, in the same statement. */
export async function listPersonRows(tx: Tx, orgId: string, filter: PersonFilter, today: string, { after, limit = 50 }: { after?: string | null | undefined; limit?: number } = {}): Promise<Page<PersonRow>> {
  const from = decodeCursor(after, ["text", "id"]);
  const beyond = from ? sql`and (p.name_sort, p.id) > (${from[0]}, ${from[1]}::uuid)` : sql``;
  const { rows } = await sql<PersonRow>`
    with page as materialized (
      select p.id, p.name, p.preferred_name, p.sex, p.birth_on, p.birth_precision, p.community_id, p.lane_id, p.address, p.deceased_on, p.no_contact_on, p.name_sort
      from ${personsOf(orgId, filter)} where ${whereOf(orgId, filter, today)} ${beyond}
      order by p.name_sort, p.id limit ${limit + 1}
    )
    select page.id, page.name, page.preferred_name, page.sex, page.birth_on, page.birth_precision, page.community_id, page.lane_id, page.address, page.deceased_on, page.name_sort, h.value as long_at_home, c.value as phone, c.whose as phone_whose, c.relation as phone_relation
    from page
    left join people.situations h on h.org_id = ${orgId} and h.person_id = page.id and h.kind = 'long_at_home' and h.until_on is null
    left join lateral (select value, whose, relation from people.contacts where org_id = ${orgId} and person_id = page.id and page.no_contact_on is null and kind in ('mobile', 'landline') and until_on is null
      order by rank, (whose = 'other'), id limit 1) c on true
    order by page.name_sort, page.id`.execute(tx);
  return pageOf(rows, limit, (row) => [row.nameSort, row.id]);
}

/** Lets the planner learn of a bulk load. `onlyWhenNever`: only when it knows nothing at all yet. */
export async function refreshStatistics(tx: Tx, { onlyWhenNever = false }: { onlyWhenNever?: boolean } = {}): Promise<void> {
  await sql`select people.refresh_statistics(${onlyWhenNever})`.execute(tx);
}

/** The members of a segment, every one. */
export async function personIdsOf(tx: Tx, orgId: string, filter: PersonFilter, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select p.id from ${personsOf(orgId, filter)} where ${whereOf(orgId, filter, today)} order by p.name_sort, p.id`.execute(tx);
  return rows.map(({ id }) => id);
}

export interface PersonCounts {
  readonly persons: number;
  /** By community and lane; null where it is not known. */
  readonly byPlace: readonly { readonly communityId: string | null; readonly laneId: string | null; readonly persons: number }[];
}

/** How many persons a filter meets, in all and by place. */
export async function countPersons(tx: Tx, orgId: string, filter: PersonFilter, today: string): Promise<PersonCounts> {
  const { rows } = await sql<{ communityId: string | null; laneId: string | null; persons: number }>`
    select p.community_id, p.lane_id, count(*) as persons from ${personsOf(orgId, filter)} where ${whereOf(orgId, filter, today)} group by p.community_id, p.lane_id`.execute(tx);
  return { persons: rows.reduce((sum, row) => sum + row.persons, 0), byPlace: rows };
}
