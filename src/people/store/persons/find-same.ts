import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Sex } from "../../model/terms.ts";

/** Somebody who is there already, by the number of the probe that hit them. */
export interface Hit {
  readonly probe: number;
  readonly personId: string;
  readonly name: string;
  readonly namePinyin: string;
  readonly birthOn: string | null;
  readonly sex: Sex | null;
  readonly communityId: string | null;
}

const FACTS = sql`s.id as person_id, s.name, s.name_pinyin, s.birth_on, s.sex, s.community_id`;

/** Looks a probe up by key, whatever the planner believes of the table: `offset 0` keeps it from reading all of a large one instead. */
const lookUp = (found: RawBuilder<unknown>) => sql`cross join lateral (${found} offset 0) hit`;

/** By equal identity numbers, through their keyed hashes. */
export async function hitsByBlind(tx: Tx, orgId: string, system: string, probes: readonly { probe: number; blind: Buffer }[]): Promise<Hit[]> {
  if (probes.length === 0) return [];
  const { rows } = await sql<Hit>`
    select distinct q.probe, hit.* from unnest(${probes.map(({ probe }) => probe)}::int[], ${probes.map(({ blind }) => blind)}::bytea[]) q(probe, blind)
    ${lookUp(sql`select ${FACTS} from people.identifiers i
      join people.persons o on o.org_id = ${orgId} and o.id = i.person_id
      join people.persons s on s.org_id = ${orgId} and s.id = coalesce(o.merged_into, o.id)
      where i.org_id = ${orgId} and i.system = ${system} and i.blind = q.blind`)}`.execute(tx);
  return rows;
}

/** By equal birth and equal pinyin, so that 王芳 and 王方 meet too; also under the names of records merged since. */
export async function hitsByBirth(tx: Tx, orgId: string, probes: readonly { probe: number; birthOn: string; namePinyin: string }[]): Promise<(Hit & { foundName: string })[]> {
  if (probes.length === 0) return [];
  const asked = sql`unnest(${probes.map(({ probe }) => probe)}::int[], ${probes.map(({ birthOn }) => birthOn)}::date[], ${probes.map(({ namePinyin }) => namePinyin)}::text[]) q(probe, birth_on, name_pinyin)`;
  const same = sql`o.org_id = ${orgId} and o.birth_on = q.birth_on and o.name_pinyin = q.name_pinyin`;
  const { rows } = await sql<Hit & { foundName: string }>`
    select q.probe, hit.* from ${asked} ${lookUp(sql`select ${FACTS}, s.name as found_name from people.persons s
        where s.org_id = ${orgId} and s.birth_on = q.birth_on and s.name_pinyin = q.name_pinyin and s.merged_into is null`)}
    union
    select q.probe, ${FACTS}, o.name as found_name from ${asked} join people.persons o on ${same} and o.merged_into is not null
      join people.persons s on s.org_id = ${orgId} and s.id = o.merged_into`.execute(tx);
  return rows;
}

/** By an equal phone number of somebody whose name sounds the same. */
export async function hitsByPhone(tx: Tx, orgId: string, probes: readonly { probe: number; phone: string; namePinyin: string }[]): Promise<Hit[]> {
  if (probes.length === 0) return [];
  const { rows } = await sql<Hit>`
    select distinct q.probe, hit.*
    from unnest(${probes.map(({ probe }) => probe)}::int[], ${probes.map(({ phone }) => phone)}::text[], ${probes.map(({ namePinyin }) => namePinyin)}::text[]) q(probe, phone, name_pinyin)
    ${lookUp(sql`select ${FACTS} from people.contacts c
      join people.persons o on o.org_id = ${orgId} and o.id = c.person_id and o.name_pinyin = q.name_pinyin
      join people.persons s on s.org_id = ${orgId} and s.id = coalesce(o.merged_into, o.id)
      where c.org_id = ${orgId} and c.value = q.phone`)}`.execute(tx);
  return rows;
}
