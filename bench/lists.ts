/**
 * Lists, searches and counts among a million persons of 400 organisations, through the services (session, application's role, row-level
 * security) against the very same SQL run bare by the owner, whom row-level security does not bind:
 *   node bench/lists.ts [PERSONS=1000000] [RUNS=200]
 * On `TEST_DATABASE_URL`, or on an embedded server of its own.
 */
import { loadavg } from "node:os";
import { OrgId } from "../src/kernel/ids.ts";
import { connectPool, openDb } from "../src/platform/db/connect.ts";
import { openSession, type Session } from "../src/platform/db/session.ts";
import { orgKeys } from "../src/platform/secrets/org-keys.ts";
import { anActor } from "../src/platform/testing/actors.ts";
import { scratchDatabase } from "../src/platform/testing/scratch-database.ts";
import { countPersons, listPersonRows, type PersonFilter } from "../src/people/index.ts";
import { searchPersons } from "../src/people/service/lists/search-persons.ts";
import { seedCrowd, type Crowd } from "./measure/crowd.ts";
import { runBare, statementsOf, type Statement } from "./measure/recorded.ts";
import { markdown, ms, timed } from "./measure/timing.ts";

const PERSONS = Number(process.argv[2] ?? 1_000_000);
const RUNS = Number(process.argv[3] ?? 200);
const ORGANIZATIONS = Math.min(400, Math.max(2, Math.floor(PERSONS / 100)));
const LARGE = Math.min(26_000, Math.floor(PERSONS / 4));
/** What a list may take at p95; the plan of anything that takes half of it in the median is printed. */
const SLOW_MS = 100;

const ground = await scratchDatabase();
try {
  await run();
} finally {
  await ground.drop();
}

async function run(): Promise<void> {
  const since = performance.now();
  const crowds = await seedCrowd(ground.owner, { persons: PERSONS, organizations: ORGANIZATIONS, large: LARGE });
  const { rows: [size] } = await ground.owner.query("select pg_size_pretty(pg_database_size(current_database())) as size, current_setting('server_version') as version");
  console.log(`${PERSONS} persons, ${ORGANIZATIONS} organisations, ${size.size}, PostgreSQL ${size.version}, seeded in ${((performance.now() - since) / 1000).toFixed(0)} s; load ${loadavg()[0]!.toFixed(1)}\n`);
  const app = connectPool({ url: ground.url, role: "linli_app", maxConnections: 4 });
  const rows: (string | number)[][] = [];
  const slow: string[] = [];
  for (const [kind, crowd] of [["large", crowds[0]!], ["typical", crowds[1]!]] as const) await measure(kind, crowd, sessionFor(app, crowd), rows, slow);
  await app.end();
  console.log(markdown(["organisation", "what", "rows", "service median ms", "service p95 ms", "bare median ms", "bare p95 ms", "ratio of medians"], rows));
  console.log(`\n${RUNS} runs each, one at a time; load at the end ${loadavg()[0]!.toFixed(1)}`);
  for (const plan of slow) console.log(`\n${plan}`);
}

function sessionFor(app: ReturnType<typeof connectPool>, { orgId }: Crowd): Session {
  const actor = anActor({ orgId: OrgId.parse(orgId), capabilities: ["people.read"] });
  return openSession({ db: openDb(app), actor, keys: orgKeys(Buffer.alloc(32, 1), actor.orgId) });
}

async function measure(kind: string, crowd: Crowd, session: Session, rows: (string | number)[][], slow: string[]): Promise<void> {
  for (const [what, work] of await worksOf(session, crowd)) {
    const statements = await statementsOf(work);
    const service = await timed(RUNS, work);
    const bare = await timed(RUNS, () => runBare(ground.owner, statements));
    rows.push([`${kind}, ${crowd.persons}`, what, await work(), ms(service.median), ms(service.p95), ms(bare.median), ms(bare.p95), (service.median / bare.median).toFixed(2)]);
    if (service.median > SLOW_MS / 2) slow.push(`${kind}, ${what}:\n${await planOf(statements[0]!)}`);
  }
}

async function worksOf(session: Session, { orgId, communityId, persons }: Crowd): Promise<[string, () => Promise<number>][]> {
  const { today } = session;
  const list = (filter: PersonFilter, after?: string | null) => session.read((tx) => listPersonRows(tx, orgId, filter, today, { after }));
  const count = (filter: PersonFilter) => session.read((tx) => countPersons(tx, orgId, filter, today));
  const deep = Math.min(500, Math.max(2, Math.floor(persons / 50) - 1));
  const cursor = await cursorBefore(deep, list);
  const few = { communityIds: [communityId], ageFrom: 16, ageTo: 45, longAtHome: "yes" as const };
  const rowsOf = async (page: Promise<{ rows: readonly unknown[] }>) => (await page).rows.length;
  return [
    ["first page", () => rowsOf(list({}))],
    ["community, 16–45, long at home", () => rowsOf(list(few))],
    [`page ${deep} by keyset`, () => rowsOf(list({}, cursor))],
    ["search, two characters 李芳", async () => (await searchPersons(session, "李芳")).length],
    ["search, initials lf", async () => (await searchPersons(session, "lf")).length],
    ["search, syllables zhang li", async () => (await searchPersons(session, "zhang li")).length],
    ["search, last four digits", async () => (await searchPersons(session, "4321")).length],
    ["count by community", async () => (await count({})).byPlace.length],
    ["count by community, 16–45, long at home", async () => (await count({ ageFrom: 16, ageTo: 45, longAtHome: "yes" })).byPlace.length],
  ];
}

async function cursorBefore(page: number, list: (filter: PersonFilter, after?: string | null) => Promise<{ next: string | null }>): Promise<string | null> {
  let cursor: string | null = null;
  for (let at = 1; at < page; at++) cursor = (await list({}, cursor)).next;
  return cursor;
}

async function planOf({ text, values }: Statement): Promise<string> {
  const { rows } = await ground.owner.query<{ "QUERY PLAN": string }>(`explain (analyze, buffers, costs off) ${text}`, [...values]);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}
