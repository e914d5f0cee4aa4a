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

const FACTS = sql`s.id as person_id, s.name, s.name_pinyin, s.birth_on, s.sex, s.community_id`;

/** One look-up by key for each row so far. `offset 0` keeps the planner from reading all of a table instead. */
const lookUp = (name: string, found: RawBuilder<unknown>) => sql`cross join lateral (${found} offset 0) ${sql.ref(name)}`;

/** The record `o` with this id, then the one that stands for it now. Which one that is must be said in `o`: `coalesce` in a condition keeps row-level security from using the key. */
const recordOf = (orgId: string, id: RawBuilder<unknown>, also = sql``) => sql`
  ${lookUp("o", sql`select coalesce(merged_into, id) as survivor_id, name_pinyin from people.persons where org_id = ${orgId} and id = ${id} ${also}`)}
  ${lookUp("hit", sql`select ${FACTS} from people.persons s where s.org_id = ${orgId} and s.id = o.survivor_id`)}`;

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
  const hits = found.flatMap(({ blind, personId }) => asked.get(blind.toString("latin1"))!.map(({ probe }) => ({ probe, ...records.get(personId)! })));
  return [...new Map(hits.map((hit) => [`${hit.probe} ${hit.personId}`, hit])).values()];
}

/** The records that stand for these now, by the ids asked for. */
async function recordsOf(tx: Tx, orgId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Omit<Hit, "probe">>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Omit<Hit, "probe"> & { asked: string }>`select q.id as asked, hit.* from unnest(${ids}::uuid[]) q(id) ${recordOf(orgId, sql`q.id`)}`.execute(tx);
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

/** By an equal phone number of somebody whose name sounds the same. Each number is looked up once: an office's stands with thousands. */
export async function hitsByPhone(tx: Tx, orgId: string, probes: readonly { probe: number; phone: string; namePinyin: string }[]): Promise<Hit[]> {
  if (probes.length === 0) return [];
  const asked = Map.groupBy(probes, ({ phone, namePinyin }) => `${phone} ${namePinyin}`);
  const { rows: found } = await sql<Omit<Hit, "probe"> & { phone: string; foundPinyin: string }>`
    select distinct q.phone, o.name_pinyin as found_pinyin, hit.* from unnest(${[...new Set(probes.map(({ phone }) => phone))]}::text[]) q(phone)
    ${lookUp("c", sql`select person_id from people.contacts where org_id = ${orgId} and value = q.phone`)}
    ${recordOf(orgId, sql`c.person_id`, sql`and name_pinyin = any(${[...new Set(probes.map(({ namePinyin }) => namePinyin))]}::text[])`)}`.execute(tx);
  const hits = found.flatMap(({ phone, foundPinyin, ...record }) => (asked.get(`${phone} ${foundPinyin}`) ?? []).map(({ probe }) => ({ probe, ...record })));
  return [...new Map(hits.map((hit) => [`${hit.probe} ${hit.personId}`, hit])).values()];
}
