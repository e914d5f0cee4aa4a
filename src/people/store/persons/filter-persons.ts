import { sql, type RawBuilder } from "kysely";
import { birthsOfAges } from "../../model/birth.ts";
import type { PersonFilter } from "../../model/filter/person-filter.ts";
import { readQuery } from "../../model/search-tokens.ts";

/**
 * Where the rows of a filter come from, as `p`. A search begins with the few persons its words find and looks each of them up by key:
 * the lateral query with `offset 0` leaves the planner no other way, so a search stays fast even while statistics are old.
 */
export function personsOf(orgId: string, { q }: PersonFilter): RawBuilder<unknown> {
  if (!q) return sql`people.persons p`;
  return sql`(${queryHits(orgId, q)}) hit cross join lateral (select * from people.persons where org_id = ${orgId} and id = hit.person_id offset 0) p`;
}

/**
 * The conditions of a filter over `people.persons p`, as plain SQL. The organisation comes first and on every table:
 * with it the indexes fit; row-level security is only the second wall.
 */
export function whereOf(orgId: string, filter: PersonFilter, today: string): RawBuilder<boolean> {
  const { earliest, latest } = birthsOfAges(filter.ageFrom, filter.ageTo, today);
  const conditions: RawBuilder<unknown>[] = [sql`p.org_id = ${orgId}`, sql`p.merged_into is null`];
  const add = (condition: RawBuilder<unknown> | false | undefined) => { if (condition) conditions.push(condition); };

  conditions.push(filter.withheld ? sql`p.withheld_on is not null` : sql`p.withheld_on is null`);
  add(filter.ids && sql`p.id = any(${filter.ids}::uuid[])`);
  add(filter.communityIds?.length === 1 ? sql`p.community_id = ${filter.communityIds[0]}` : filter.communityIds?.length ? sql`p.community_id = any(${filter.communityIds}::uuid[])` : undefined);
  add(filter.laneIds?.length ? sql`p.lane_id = any(${filter.laneIds}::uuid[])` : undefined);
  add(filter.noCommunity && sql`p.community_id is null`);
  add(filter.sex && sql`p.sex = ${filter.sex}`);
  add(latest !== null && sql`p.birth_on <= ${latest}`);
  add(earliest !== null && sql`p.birth_on >= ${earliest}`);
  add(filter.living === undefined ? undefined : filter.living ? sql`p.deceased_on is null` : sql`p.deceased_on is not null`);
  add(disabilityCondition(orgId, filter));
  add(situationCondition(orgId, "long_at_home", filter.longAtHome));
  add(filter.employment ? situationCondition(orgId, "employment", filter.employment) : undefined);
  add(filter.hasPhone === undefined ? undefined : sql`${filter.hasPhone ? sql`` : sql`not `}exists (select from people.contacts c where c.org_id = ${orgId} and c.person_id = p.id and c.kind in ('mobile', 'landline') and c.until_on is null)`);
  add(filter.role && sql`exists (select from people.role_episodes r where r.org_id = ${orgId} and r.person_id = p.id and r.role = ${filter.role} and r.until_on is null)`);
  add(filter.interest ? sql`exists (select from people.interests i where i.org_id = ${orgId} and i.person_id = p.id and i.interest = ${filter.interest})` : undefined);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

function disabilityCondition(orgId: string, { disabilityTypes, disabilityGrades }: PersonFilter): RawBuilder<unknown> | undefined {
  if (!disabilityTypes?.length && !disabilityGrades?.length) return undefined;
  return sql`exists (select from people.disability_facts d where d.org_id = ${orgId} and d.person_id = p.id and d.until_on is null
    ${disabilityTypes?.length ? sql`and d.type = any(${disabilityTypes}::smallint[])` : sql``} ${disabilityGrades?.length ? sql`and d.grade = any(${disabilityGrades}::smallint[])` : sql``})`;
}

function situationCondition(orgId: string, kind: string, value: string | undefined): RawBuilder<unknown> | undefined {
  if (value === undefined) return undefined;
  const current = sql`select from people.situations s where s.org_id = ${orgId} and s.person_id = p.id and s.kind = ${kind} and s.until_on is null`;
  return value === "unknown" ? sql`not exists (${current})` : sql`exists (${current} and s.value = ${value})`;
}

/** Persons a query finds: by token equality, or by a whole phone number. A query that cannot find anybody finds nobody. */
function queryHits(orgId: string, text: string): RawBuilder<unknown> {
  const query = readQuery(text);
  if (query.kind === "phone") return sql`select distinct c.person_id from people.contacts c where c.org_id = ${orgId} and c.value in (${query.number}, ${withHyphen(query.number)})`;
  if (query.ways.length === 0) return sql`select null::uuid as person_id where false`;
  return sql.join(query.ways.map((way) => sql`(${sql.join(way.map((group) => groupHits(orgId, group)), sql` intersect `)})`), sql` union `);
}

/** Set operations work through both sides once, whatever the planner expects; a join might not. */
const groupHits = (orgId: string, group: readonly string[]): RawBuilder<unknown> =>
  (group.length === 1
    ? sql`select person_id from people.search_tokens where org_id = ${orgId} and token = ${group[0]}`
    : sql`select person_id from people.search_tokens where org_id = ${orgId} and token = any(${group}::text[])`);

/** 087165548529 → 0871-65548529, as landlines are kept. */
const withHyphen = (number: string): string => number.replace(/^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})$/, "$1-$2");
