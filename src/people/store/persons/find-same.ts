import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { arrayLiteral } from "#platform/db/many-rows.ts";
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

export const FACTS = sql`s.id as person_id, s.name, s.name_pinyin, s.birth_on, s.sex, s.community_id`;

/**
 * One look-up by key for each row so far. `offset 0` keeps the planner from reading all of a table instead. No `coalesce` in its
 * condition: under row-level security the key would go unused.
 */
export const lookUp = (name: string, found: RawBuilder<unknown>) => sql`cross join lateral (${found} offset 0) ${sql.ref(name)}`;

/**
 * By equal identity numbers, through their keyed hashes. As a set, not one by one: while an organisation is being filled the planner
 * believes that there is nobody and reads all of it, which is bearable once for all probes and not once for each.
 */
export async function hitsByBlind(tx: Tx, orgId: string, system: string, probes: readonly { probe: number; blind: Buffer }[]): Promise<Hit[]> {
  if (probes.length === 0) return [];
  const asked = Map.groupBy(probes, ({ blind }) => blind.toString("latin1"));
  const { rows: found } = await sql<{ blind: Buffer; personId: string }>`select distinct blind, person_id from people.identifiers
    where org_id = ${orgId} and system = ${system} and blind = any(${arrayLiteral(probes.map(({ blind }) => blind))}::bytea[])`.execute(tx);
  const records = await recordsOf(tx, orgId, found.map(({ personId }) => personId));
  const hits = found.flatMap(({ blind, personId }) => asked.get(blind.toString("latin1"))!.map(({ probe }) => hitOf(probe, records.get(personId)!)));
  return [...new Map(hits.map((hit) => [`${hit.probe} ${hit.personId}`, hit])).values()];
}

const hitOf = (probe: number, { personId, name, namePinyin, birthOn, sex, communityId }: Omit<Hit, "probe">): Hit => ({ probe, personId, name, namePinyin, birthOn, sex, communityId });

/** The records that stand for these now, by the ids asked for; `askedPinyin` is the name of the record asked for itself. */
export async function recordsOf(tx: Tx, orgId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Omit<Hit, "probe"> & { askedPinyin: string }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Omit<Hit, "probe"> & { asked: string; askedPinyin: string }>`select q.id as asked, o.name_pinyin as asked_pinyin, hit.* from unnest(${ids}::uuid[]) q(id)
    ${lookUp("o", sql`select coalesce(merged_into, id) as survivor_id, name_pinyin from people.persons where org_id = ${orgId} and id = q.id`)}
    ${lookUp("hit", sql`select ${FACTS} from people.persons s where s.org_id = ${orgId} and s.id = o.survivor_id`)}`.execute(tx);
  return new Map(rows.map(({ asked, ...record }) => [asked, record]));
}

/** By equal birth and equal pinyin, so that 王芳 and 王方 meet too; also under the names of records merged since. */
export async function hitsByBirth(tx: Tx, orgId: string, probes: readonly { probe: number; birthOn: string; namePinyin: string }[]): Promise<(Hit & { foundName: string })[]> {
  if (probes.length === 0) return [];
  const asked = sql`unnest(${probes.map(({ probe }) => probe)}::int[], ${probes.map(({ birthOn }) => birthOn)}::date[], ${probes.map(({ namePinyin }) => namePinyin)}::text[]) q(probe, birth_on, name_pinyin)`;
  const same = sql`o.org_id = ${orgId} and o.birth_on = q.birth_on and o.name_pinyin = q.name_pinyin`;
  const { rows } = await sql<Hit & { foundName: string }>`
    select q.probe, hit.* from ${asked} ${lookUp("hit", sql`select ${FACTS}, s.name as found_name from people.persons s
        where s.org_id = ${orgId} and s.birth_on = q.birth_on and s.name_pinyin = q.name_pinyin and s.merged_into is null`)}
    union
    select q.probe, ${FACTS}, o.name as found_name from ${asked} join people.persons o on ${same} and o.merged_into is not null
      join people.persons s on s.org_id = ${orgId} and s.id = o.merged_into`.execute(tx);
  return rows;
}
