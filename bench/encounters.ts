/**
 * Lists, timelines and searches of services through the services (session, application's role, row-level security) against the very same
 * SQL run bare by the owner:
 *   node bench/encounters.ts [PERSONS=1000000] [ENCOUNTERS=20000000] [RUNS=200]
 * On `TEST_DATABASE_URL`, or on an embedded server of its own.
 */
import { loadavg } from "node:os";
import type pg from "pg";
import { OrgId } from "../src/kernel/ids.ts";
import { addDays, monthOf } from "../src/kernel/calendar.ts";
import { connectPool, openDb } from "../src/platform/db/connect.ts";
import { openSession, type Session } from "../src/platform/db/session.ts";
import { orgKeys } from "../src/platform/secrets/org-keys.ts";
import { anActor } from "../src/platform/testing/actors.ts";
import { scratchDatabase } from "../src/platform/testing/scratch-database.ts";
import type { EncounterFilter } from "../src/encounters/model/filter.ts";
import { countEncounters, listEncounters } from "../src/encounters/service/list-encounters.ts";
import { listOfPerson } from "../src/encounters/service/list-of-person.ts";
import { seedCrowd, type Crowd } from "./measure/crowd.ts";
import { runBare, statementsOf } from "./measure/recorded.ts";
import { markdown, ms, timed } from "./measure/timing.ts";

const PERSONS = Number(process.argv[2] ?? 1_000_000);
const ENCOUNTERS = Number(process.argv[3] ?? 20_000_000);
const RUNS = Number(process.argv[4] ?? 200);
const ORGANIZATIONS = Math.min(400, Math.max(2, Math.floor(PERSONS / 100)));
const LARGE = Math.min(26_000, Math.floor(PERSONS / 4));
const YEARS_DAYS = 1500;

const ground = await scratchDatabase();
try {
  await run();
} finally {
  await ground.drop();
}

async function run(): Promise<void> {
  const since = performance.now();
  const crowds = await seedCrowd(ground.owner, { persons: PERSONS, organizations: ORGANIZATIONS, large: LARGE });
  await seedEncounters();
  const { rows: [size] } = await ground.owner.query("select pg_size_pretty(pg_database_size(current_database())) as size, current_setting('server_version') as version");
  console.log(`${PERSONS} persons, ${ENCOUNTERS} services, ${ORGANIZATIONS} organisations, ${size.size}, PostgreSQL ${size.version}, seeded in ${((performance.now() - since) / 1000).toFixed(0)} s; load ${loadavg()[0]!.toFixed(1)}\n`);
  const app = connectPool({ url: ground.url, role: "linli_app", maxConnections: 4 });
  const rows: (string | number)[][] = [];
  for (const [kind, crowd] of [["large", crowds[0]!], ["typical", crowds[1]!]] as const) {
    const actor = anActor({ orgId: OrgId.parse(crowd.orgId), capabilities: ["people.read", "encounters.read"] });
    await measure(kind, crowd, openSession({ db: openDb(app), actor, keys: orgKeys(Buffer.alloc(32, 1), actor.orgId) }), rows);
  }
  await app.end();
  console.log(markdown(["organisation", "what", "rows", "service median ms", "service p95 ms", "bare median ms", "bare p95 ms", "ratio of medians"], rows));
  console.log(`\n${RUNS} runs each, one at a time; load at the end ${loadavg()[0]!.toFixed(1)}`);
}

/**
 * Spreads services evenly over persons, a twentieth of them corrected once, a hundredth taken back. Straight SQL past the services: rows come in the
 * order of the keys, and the other indexes are built afterwards, as a restored database builds them.
 */
async function seedEncounters(): Promise<void> {
  const client = await ground.owner.connect();
  try {
    await client.query("set statement_timeout = 0; set session_replication_role = replica; set synchronous_commit = off; set work_mem = '1GB'; set maintenance_work_mem = '1GB'");
    await client.query("create temp table ranked as select org_id, id as person_id, row_number() over (order by org_id, id) - 1 as nth from people.persons; create index on ranked (nth); analyze ranked");
    await client.query(`create temp view fresh as
      select r.org_id, r.person_id, md5(g.n::text)::uuid as encounter_id, date '2026-11-22' - (g.n * 7919 % ${YEARS_DAYS})::int as happened_on, g.n, md5((g.n % 20000)::text)::uuid as by_account
      from generate_series(0, ${ENCOUNTERS - 1}::bigint) g(n) join ranked r on r.nth = g.n % ${PERSONS}`);
    const built = await takeIndexesOff(client);
    await client.query(`insert into encounters.revisions (org_id, encounter_id, revision, send_key, happened_on, minutes, mode, topics, seen, why, by_account, by_name, at)
      select org_id, encounter_id, revision, 'bench-' || n || '-' || revision, happened_on, 30, (array['home','phone','office'])[1 + n % 3], array['company'], '精神不错', case revision when 1 then '' else '更正' end, by_account, '社工', clock_timestamp()
      from fresh, generate_series(1, 2) revision where revision = 1 or n % 20 = 0 order by org_id, encounter_id, revision`);
    await client.query("insert into encounters.participants (org_id, encounter_id, revision, position, role, person_id, happened_on) select org_id, encounter_id, revision, 1, 'client', person_id, happened_on from fresh, generate_series(1, 2) revision where revision = 1 or n % 20 = 0 order by org_id, encounter_id, revision");
    await client.query("insert into encounters.withdrawals (org_id, encounter_id, revision, reason, by_account, by_name, at) select org_id, encounter_id, 1, '记错了', by_account, '社工', clock_timestamp() from fresh where n % 100 = 7");
    for (const index of built) await client.query(index);
    await client.query("reset session_replication_role");
    await client.query("vacuum analyze");
  } finally {
    client.release();
  }
}

/** Drops every index of the two large tables but their primary keys; the statements that build them again. */
async function takeIndexesOff(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; build: string }>(`
    select case when c.oid is null then 'drop index ' || i.indexrelid::regclass else format('alter table %s drop constraint %I', i.indrelid::regclass, c.conname) end as drop,
      case when c.oid is null then pg_get_indexdef(i.indexrelid) else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end as build
    from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.conrelid = i.indrelid
    where i.indrelid in ('encounters.revisions'::regclass, 'encounters.participants'::regclass) and not i.indisprimary`);
  for (const { drop } of rows) await client.query(drop);
  return rows.map(({ build }) => build);
}

async function measure(kind: string, crowd: Crowd, session: Session, rows: (string | number)[][]): Promise<void> {
  for (const [what, work] of await worksOf(session, crowd)) {
    const statements = await statementsOf(work);
    const service = await timed(RUNS, work);
    const bare = await timed(RUNS, () => runBare(ground.owner, statements));
    rows.push([`${kind}, ${crowd.persons}`, what, await work(), ms(service.median), ms(service.p95), ms(bare.median), ms(bare.p95), (service.median / bare.median).toFixed(2)]);
  }
}

async function worksOf(session: Session, { orgId }: Crowd): Promise<[string, () => Promise<number>][]> {
  const list = async (filter: EncounterFilter, after?: string | null) => (await listEncounters(session, filter, { after: after ?? null })).rows.length;
  const { next } = await listEncounters(session, { to: addDays(session.today, -700) }, {});
  const { rows: [person] } = await ground.owner.query<{ id: string }>("select id from people.persons where org_id = $1 order by id limit 1", [orgId]);
  return [
    ["first page", () => list({})],
    ["a page far down by keyset", () => list({}, next)],
    ["one way of giving, one month", () => list({ mode: "phone", ...monthOf(addDays(session.today, -300)) as { from: string; to: string } })],
    ["search, two characters 李芳", () => list({ q: "李芳" })],
    ["search, initials lf", () => list({ q: "lf" })],
    ["a person's timeline with its figures", async () => (await listOfPerson(session, person!.id)).rows.length],
    ["figures of this month", async () => (await countEncounters(session, monthOf(session.today))).sessions],
  ];
}
