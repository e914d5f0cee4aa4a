import { randomUUID } from "node:crypto";
import type pg from "pg";
import { addDays } from "../../src/kernel/calendar.ts";
import { pinyinOf } from "../../src/kernel/pinyin.ts";
import { tokensOf } from "../../src/people/model/search-tokens.ts";

const SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万";
const GIVEN = "芳娟敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰红建文斌雪梅琴峰云凤俊浩宇轩梓涵欣怡思佳";
const NAMES = 60_000;
const COMMUNITIES = 12;

/** One organisation of the crowd. */
export interface Crowd {
  readonly orgId: string;
  readonly persons: number;
  readonly communityId: string;
}

/**
 * Fills an empty database with made-up persons of many organisations, the first of them large. Straight SQL past the services, with
 * the search tokens and sort keys the app itself would have written.
 */
export async function seedCrowd(owner: pg.Pool, { persons, organizations, large }: { persons: number; organizations: number; large: number }): Promise<Crowd[]> {
  const client = await owner.connect();
  const share = Math.floor((persons - large) / Math.max(1, organizations - 1));
  const orgs = Array.from({ length: organizations }, (_, index) => ({ orgId: randomUUID(), persons: index === 0 ? large : share }));
  try {
    await client.query("set statement_timeout = 0; set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'");
    await addNames(client);
    const units = await addUnits(client, orgs);
    await client.query("create temp table orgs as select * from unnest($1::uuid[], $2::int[]) with ordinality as t(org_id, persons, nth)", [orgs.map(({ orgId }) => orgId), orgs.map((org) => org.persons)]);
    await addPersons(client);
    await client.query("reset session_replication_role");
    await client.query("vacuum analyze");
    return orgs.map((org) => ({ ...org, communityId: units.get(org.orgId)! }));
  } finally {
    client.release();
  }
}

async function addNames(client: pg.PoolClient): Promise<void> {
  const rows = Array.from({ length: NAMES }, (_, index) => {
    const pick = (letters: string, salt: number) => letters[(Math.imul(index + 1, 2_654_435_761 + salt * 40_503) >>> 8) % letters.length]!;
    const name = pick(SURNAMES, 1) + pick(GIVEN, 2) + (index % 7 === 0 ? "" : pick(GIVEN, 3));
    return { name, pinyin: pinyinOf(name), tokens: tokensOf({ names: [name], phones: [] }) };
  });
  await client.query("create temp table names (nth int primary key, name text, pinyin text, tokens text[])");
  for (let from = 0; from < rows.length; from += 5000) {
    const some = rows.slice(from, from + 5000);
    await client.query("insert into names select (r->>'nth')::int, r->>'name', r->>'pinyin', array(select jsonb_array_elements_text(r->'tokens')) from jsonb_array_elements($1::jsonb) r",
      [JSON.stringify(some.map((row, index) => ({ nth: from + index, ...row })))]);
  }
  await client.query("analyze names");
}

async function addUnits(client: pg.PoolClient, orgs: readonly { orgId: string }[]): Promise<Map<string, string>> {
  await client.query("create temp table communities (org_id uuid, nth int, id uuid, primary key (org_id, nth))");
  await client.query(`insert into communities select org, nth, gen_random_uuid() from unnest($1::uuid[]) org, generate_series(0, ${COMMUNITIES - 1}) nth`, [orgs.map(({ orgId }) => orgId)]);
  await client.query("insert into places.units (org_id, id, kind, name, valid_from, source) select org_id, id, 'community', nth || '社区', '2020-01-01', 'demo' from communities");
  const { rows } = await client.query<{ org_id: string; id: string }>("select org_id, id from communities where nth = 3");
  return new Map(rows.map((row) => [row.org_id, row.id]));
}

async function addPersons(client: pg.PoolClient): Promise<void> {
  const oldest = addDays("2026-11-22", -90 * 365);
  await client.query(`create temp table crowd as
    select o.org_id, gen_random_uuid() as id, (hashtextextended(o.org_id::text, n) & 2147483647)::int as draw, n from orgs o, generate_series(1, o.persons) n`);
  await client.query(`insert into people.persons (org_id, id, name, name_pinyin, sex, birth_on, birth_precision, community_id, address, source)
    select c.org_id, c.id, m.name, m.pinyin, case when c.draw % 2 = 0 then 'female' else 'male' end, date '${oldest}' + c.draw / 64 % 32000, 'day', u.id, '青云街道' || c.n || '号', 'demo'
    from crowd c join names m on m.nth = c.draw % ${NAMES} join communities u on u.org_id = c.org_id and u.nth = c.draw / 7 % ${COMMUNITIES}`);
  await client.query("insert into people.contacts (org_id, person_id, kind, value) select org_id, id, 'mobile', '138' || lpad((draw % 100000000)::text, 8, '0') from crowd");
  await client.query(`insert into people.situations (org_id, person_id, kind, value, source) select org_id, id, 'long_at_home', case when draw % 12 = 0 then 'yes' else 'no' end, 'demo' from crowd where draw % 5 <> 0`);
  await client.query("insert into people.disability_facts (org_id, person_id, type, grade) select org_id, id, 1 + draw / 3 % 7, 1 + draw / 21 % 4 from crowd where draw % 3 = 0");
  await client.query(`insert into people.search_tokens (org_id, token, person_id)
    select org_id, token collate "C", id from (
      select c.org_id, t.token, c.id from crowd c join names m on m.nth = c.draw % ${NAMES} cross join unnest(m.tokens) t(token)
      union all select org_id, right((draw % 100000000)::text, 4), id from crowd where draw % 100000000 > 999) every
    order by 1, 2, 3 on conflict do nothing`);
}
