/**
 * The review of a large round: pages, filters, search and counts through the service (session, application's role, row-level security)
 * against the very same SQL run bare by the owner: `node bench/review.ts [PAIRS=10000] [RUNS=60]`.
 * On `TEST_DATABASE_URL`, or on an embedded server of its own.
 */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { OrgId } from "../src/kernel/ids.ts";
import { showRound, type ReviewQuery } from "../src/matching/service/rounds/show-round.ts";
import { connectPool, openDb } from "../src/platform/db/connect.ts";
import { openSession } from "../src/platform/db/session.ts";
import { orgKeys } from "../src/platform/secrets/org-keys.ts";
import { anActor } from "../src/platform/testing/actors.ts";
import { scratchDatabase } from "../src/platform/testing/scratch-database.ts";
import { seedCrowd } from "./measure/crowd.ts";
import { runBare, statementsOf } from "./measure/recorded.ts";
import { markdown, ms, timed } from "./measure/timing.ts";

const PAIRS = Number(process.argv[2] ?? 10_000);
const RUNS = Number(process.argv[3] ?? 60);
const LEFT = Math.round(PAIRS / 20);

const ground = await scratchDatabase();
try {
  await run();
} finally {
  await ground.drop();
}

async function run(): Promise<void> {
  const [crowd] = await seedCrowd(ground.owner, { persons: 2 * PAIRS + LEFT + 2000, organizations: 2, large: 2 * PAIRS + LEFT });
  const { roundId, name } = await seedRound(ground.owner, crowd!.orgId);
  const app = connectPool({ url: ground.url, role: "linli_app", maxConnections: 4 });
  const actor = anActor({ orgId: OrgId.parse(crowd!.orgId), capabilities: ["matching.read", "matching.manage"] });
  const session = openSession({ db: openDb(app), actor, keys: orgKeys(Buffer.alloc(32, 1), actor.orgId) });
  const ask = (query: ReviewQuery) => showRound(session, roundId, query);
  let deep: string | null = null;
  for (let page = 1; page < Math.min(250, PAIRS / 20); page++) deep = (await ask({ after: deep })).pages.after;
  const works: [string, ReviewQuery][] = [
    ["first page", {}], ["page 250 by keyset", { after: deep }], ["weakest fit first", { weakestFirst: true }], ["undecided", { show: "undecided" }], ["locked", { show: "locked" }], ["left out", { show: "left" }],
    ["one community", { communityId: crowd!.communityId }], ["search by initials", { q: "lf" }], ["search by name", { q: name }],
  ];
  const rows: (string | number)[][] = [];
  for (const [what, query] of works) {
    const statements = await statementsOf(() => ask(query));
    const service = await timed(RUNS, () => ask(query));
    const bare = await timed(RUNS, () => runBare(ground.owner, statements));
    rows.push([what, statements.length, ms(service.median), ms(service.p95), ms(bare.median), (service.median / bare.median).toFixed(2)]);
  }
  await app.end();
  console.log(`${PAIRS} pairs, ${LEFT} left out\n`);
  console.log(markdown(["what", "statements", "service median ms", "service p95 ms", "bare median ms", "ratio of medians"], rows));
}

/** A round whose members are the organisation's own persons, computed once; a tenth of its pairs locked. */
async function seedRound(owner: pg.Pool, orgId: string): Promise<{ roundId: string; name: string }> {
  const [programmeId, roundId, account] = [randomUUID(), randomUUID(), randomUUID()];
  const client = await owner.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query("create temp table folk as select id, community_id, row_number() over (order by id)::int - 1 as n from people.persons where org_id = $1", [orgId]);
    const weights = { hours: 25, travel: 25, age: 15, interests: 15, skills: 5, language: 10, continuity: 5, readiness: 5 };
    const rules = JSON.stringify({ version: "1", startOn: "2026-12-01", hardRules: ["hours"], limits: { minOverlapMinutes: 60, maxMetres: 3000, travel: null, unknownDistance: "allow", maxAgeGapYears: 10 }, weights, stability: 3 });
    await client.query("insert into matching.rounds (org_id, id, programme_id, number, start_on, rules, purpose, created_by, created_at) values ($1, $2, $3, 1, '2026-12-01', $4, 'befriending', $5, now())", [orgId, roundId, programmeId, rules, account]);
    await client.query("insert into matching.round_members select $1, $2, case when n < $3 then 'resident' else 'helper' end, id from folk", [orgId, roundId, PAIRS + LEFT]);
    await client.query("insert into matching.runs (org_id, round_id, number, job_id, rules, pairs, cost, proven, solved_at, adopted_at, left_out) values ($1, $2, 1, $3, $4, $5, 0, true, now(), now(), $6)", [orgId, roundId, randomUUID(), rules, PAIRS, LEFT]);
    const parts = JSON.stringify(Object.keys(weights).map((part) => ({ part, score: 0.7, key: part === "travel" ? "distance" : "age_unknown", params: { metres: 1200 }, cost: 300 })));
    await client.query(`insert into matching.proposals (org_id, round_id, run, position, resident_id, helper_id, cost, locked, fresh, resident_community, helper_community, parts, alternative)
      select $1, $2, 1, r.n, r.id, h.id, (r.n * 7919) % 9000, false, r.n % 17 = 0, r.community_id, h.community_id, $3, jsonb_build_object('helperId', h.id, 'effects', '[{"kind": "less_fitting"}]'::jsonb)
      from folk r join folk h on h.n = r.n + $4 where r.n < $5`, [orgId, roundId, parts, PAIRS + LEFT, PAIRS]);
    await client.query(`insert into matching.unmatched (org_id, round_id, run, position, resident_id, resident_community, suitable_but_full, excluded, change)
      select $1, $2, 1, n, id, community_id, 3, '[]', null from folk where n >= $3 and n < $4`, [orgId, roundId, PAIRS, PAIRS + LEFT]);
    await client.query(`insert into matching.decisions (org_id, round_id, seq, resident_id, helper_id, kind, by_account, by_name, at)
      select $1, $2, row_number() over (), resident_id, helper_id, 'lock', $3, '', now() from matching.proposals where org_id = $1 and position % 10 = 3`, [orgId, roundId, account]);
    const { rows: [one] } = await client.query<{ name: string }>("select p.name from people.persons p join folk f using (id) where p.org_id = $1 and f.n = 77", [orgId]);
    await client.query("reset session_replication_role");
    await client.query("vacuum analyze");
    return { roundId, name: one!.name };
  } finally {
    client.release();
  }
}
