import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { BirthPrecision, Sex } from "../../model/terms.ts";

/** Stands for the name of somebody who must not be named. */
export const NO_NAME = "×××";

export interface CardPhone {
  readonly kind: "mobile" | "landline";
  readonly value: string;
  readonly whose: "self" | "other";
  readonly holderName: string | null;
  readonly relation: string | null;
}

/** What other slices need to name, reach and place somebody. */
export interface CardRow {
  /** The record that stands for the person now: another than the one asked for when they were merged. */
  readonly id: string;
  readonly name: string;
  readonly preferredName: string | null;
  readonly sex: Sex | null;
  readonly birthOn: string | null;
  readonly birthPrecision: BirthPrecision | null;
  readonly communityId: string | null;
  readonly laneId: string | null;
  readonly address: string | null;
  readonly remarks: string | null;
  readonly deceasedOn: string | null;
  /** Since when their data may no longer be kept. */
  readonly withheldOn: string | null;
  /** Since when they are not to be contacted; then there are no phones. */
  readonly noContactOn: string | null;
  readonly disabilityType: number | null;
  readonly disabilityGrade: number | null;
  readonly longAtHome: "yes" | "no" | null;
  /** In the order to try. */
  readonly phones: readonly CardPhone[];
}

/**
 * The record that stands for an `asked` one. Not by `coalesce`: behind row-level security no index may be asked for one, and everybody of the
 * organisation would be read.
 */
const SURVIVOR = sql`case when asked.merged_into is null then asked.id else asked.merged_into end`;

/** Cards by the id asked for, whether or not it has been merged since. Unknown ids are missing. One query for all. */
export async function cardRows(tx: Tx, orgId: string, ids: readonly string[]): Promise<ReadonlyMap<string, CardRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<CardRow & { askedId: string }>`
    select asked.id as asked_id, p.id, p.name, p.preferred_name, p.sex, p.birth_on, p.birth_precision, p.community_id, p.lane_id, p.address, p.remarks, p.deceased_on, p.withheld_on, p.no_contact_on,
      d.type as disability_type, d.grade as disability_grade, h.value as long_at_home, coalesce(c.phones, '[]') as phones
    from people.persons asked
    join people.persons p on p.org_id = ${orgId} and p.id = ${SURVIVOR}
    left join people.disability_facts d on d.org_id = ${orgId} and d.person_id = p.id and d.until_on is null
    left join people.situations h on h.org_id = ${orgId} and h.person_id = p.id and h.kind = 'long_at_home' and h.until_on is null
    left join lateral (select jsonb_agg(jsonb_build_object('kind', kind, 'value', value, 'whose', whose, 'holderName', holder_name, 'relation', relation) order by rank, (whose = 'other'), id) as phones
      from people.contacts where org_id = ${orgId} and person_id = p.id and p.no_contact_on is null and kind in ('mobile', 'landline') and until_on is null) c on true
    where asked.org_id = ${orgId} and asked.id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ askedId, ...card }) => [askedId, card]));
}

/** Every record that stands for a person, by any of its ids: the survivor first, then those merged into it. */
export async function identitiesOf(tx: Tx, orgId: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ askedId: string; ids: string[] }>`
    select asked.id as asked_id, array[coalesce(asked.merged_into, asked.id)] || coalesce(array_agg(m.id order by m.id) filter (where m.id is not null), '{}') as ids
    from people.persons asked
    left join people.persons m on m.org_id = ${orgId} and m.merged_into = ${SURVIVOR}
    where asked.org_id = ${orgId} and asked.id = any(${ids}::uuid[]) group by asked.id, asked.merged_into`.execute(tx);
  return new Map(rows.map((row) => [row.askedId, row.ids]));
}
