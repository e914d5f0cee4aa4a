import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { FACTS, lookUp, recordsOf, type Hit } from "./find-same.ts";

export interface PhoneProbe { readonly probe: number; readonly phone: string; readonly namePinyin: string }
type Named = Omit<Hit, "probe"> & { readonly phone: string; readonly askedPinyin: string };

/** A number that more than this many persons have is an office's: whoever asks for it is looked up by name instead. */
const OFFICE = 40;

/** By an equal phone number of somebody whose name sounds the same. */
export async function hitsByPhone(tx: Tx, orgId: string, probes: readonly PhoneProbe[]): Promise<Hit[]> {
  if (probes.length === 0) return [];
  const { rows } = await sql<{ phone: string; personId: string }>`select distinct q.phone, c.person_id from unnest(${[...new Set(probes.map(({ phone }) => phone))]}::text[]) q(phone)
    ${lookUp("c", sql`select person_id from people.contacts where org_id = ${orgId} and value = q.phone limit ${OFFICE + 1}`)}`.execute(tx);
  const holders = Map.groupBy(rows, ({ phone }) => phone);
  const few = rows.filter(({ phone }) => holders.get(phone)!.length <= OFFICE);
  const records = await recordsOf(tx, orgId, few.map(({ personId }) => personId));
  const offices = probes.filter(({ phone }) => (holders.get(phone)?.length ?? 0) > OFFICE);
  const found = [...few.map(({ phone, personId }): Named => ({ phone, ...records.get(personId)! })), ...await byName(tx, orgId, offices)];

  const asked = Map.groupBy(probes, ({ phone, namePinyin }) => `${phone} ${namePinyin}`);
  const hits = found.flatMap(({ phone, askedPinyin, ...record }) => (asked.get(`${phone} ${askedPinyin}`) ?? []).map(({ probe }) => ({ probe, ...record })));
  return [...new Map(hits.map((hit) => [`${hit.probe} ${hit.personId}`, hit])).values()];
}

/** Everybody whose name sounds like one of these, also under the name of a record merged since, with those of the numbers they have. */
async function byName(tx: Tx, orgId: string, probes: readonly PhoneProbe[]): Promise<Named[]> {
  if (probes.length === 0) return [];
  const names = [...new Set(probes.map(({ namePinyin }) => namePinyin))];
  const phones = [...new Set(probes.map(({ phone }) => phone))];
  const { rows } = await sql<Named>`
    with named as (
      select p.id, p.id as survivor_id, p.name_pinyin from unnest(${names.map((name) => `${name} `)}::text[], ${names.map((name) => `${name}!`)}::text[]) q(low, high)
        ${lookUp("p", sql`select id, name_pinyin from people.persons where org_id = ${orgId} and name_sort >= q.low and name_sort < q.high and merged_into is null`)}
      union all
      select id, merged_into, name_pinyin from people.persons where org_id = ${orgId} and merged_into is not null and name_pinyin = any(${names}::text[])
    )
    select distinct c.value as phone, named.name_pinyin as asked_pinyin, hit.* from named
    ${lookUp("c", sql`select value from people.contacts where org_id = ${orgId} and person_id = named.id`)}
    ${lookUp("hit", sql`select ${FACTS} from people.persons s where s.org_id = ${orgId} and s.id = named.survivor_id`)}
    where c.value = any(${phones}::text[])`.execute(tx);
  return rows;
}
