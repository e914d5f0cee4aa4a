import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { buildApi } from "#app/api.ts";
import { pages } from "#app/pages.ts";
import { addressOf } from "./addresses.ts";
import { plainText } from "./plain-text.ts";
import { contentOf, markEverything, orgTables } from "./rows.ts";
import { site, type Asking } from "./site.ts";
import { buildTown, rolesFor, type RoleKey, type Town } from "./town.ts";

const here = site();
const A = { word: "甲地", characters: "鹮鹳", slug: "jiadi", phone: "13812347391", residentId: "11010119900307293X" };
/** Never sent in any request, so wherever it comes out it was read from the other organisation's rows. */
const B = { word: "乙秘Q7K", characters: "魑魅", slug: "yidi", phone: "13998765824", residentId: "110101199003077651" };
const CANARIES = [B.word, B.phone, B.residentId];
/** How many random requests; the full run of a release takes 10,000. */
const PROBES = Number(process.env.LINLI_PROBES ?? 3000);
const SEED = Number(process.env.LINLI_SEED ?? 20261122);

const both: { a?: Town; b?: Town; alone: Map<string, string>; stillEmpty: string[]; ids: string[] } = { alone: new Map(), stillEmpty: [], ids: [] };
// A print is drawn by a browser of its own and takes seconds; its figures are the page's.
const visited = pages.filter(({ path }) => path !== "sign-out" && !path.endsWith("/print"));
const endpoints = buildApi().openAPIRegistry.definitions.flatMap((one) => (one.type === "route" && one.route.method === "get" ? [one.route.path.slice(1).replace(/\{(\w+)\}/g, ":$1")] : []));

beforeAll(async () => {
  both.a = await buildTown(here, A);
  await everyPage(both.a); // a first walk leaves its own traces in the trail of readings
  both.alone = await everyPage(both.a);
  both.b = await buildTown(here, B);
  await here.t.owner.query("update identity.organizations set name = '公开', short_name = '公开', description = '', address = '', phone = '' where id = $1", [both.b.orgId]);
  both.stillEmpty = await markEverything(here.t.owner, both.b.orgId, B.word);
  await here.t.owner.query("update activities.series set name = '公开', summary = '', place_words = '', place_id = null where org_id = $1", [both.b.orgId]);
  await here.t.owner.query("update activities.sessions set place_words = '', place_id = null where org_id = $1", [both.b.orgId]);
  await here.t.owner.query("update volunteering.programmes set name = '公开', summary = '', next_steps = '', contact = '', looked_for = '', time_words = '' where org_id = $1", [both.b.orgId]);
  // A certificate's key is there for everybody to check with; whoever asks first puts it there, under its own name again.
  await here.t.owner.query("update hours.signing_keys set public_key = '公开' where org_id = $1", [both.b.orgId]);
  await here.ask(`/check/${B.slug}/public-keys.pem`);
  both.ids = await someIds(both.b.orgId);
}, 600_000);

/** What each role reads on each page of the town. */
async function everyPage(town: Town): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const page of visited.filter(({ policy }) => policy.kind !== "public")) {
    const { path } = await addressOf(here.t.owner, page.path, town);
    for (const role of rolesFor(page.policy)) {
      const answer = await here.ask(path, { cookie: town.cookies[role] });
      if (!(answer.headers.get("content-type") ?? "").startsWith("text/html")) continue;
      seen.set(`${role} ${path}`, textOf(answer.body.toString()));
    }
  }
  return seen;
}

/** The words of a page as they are read. */
const textOf = (html: string) => html.replace(/<(script|style)[\s\S]*?<\/\1>/g, "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

async function someIds(orgId: string): Promise<string[]> {
  const tables = await orgTables(here.t.owner);
  const { rows } = await here.t.owner.query<{ table: string }>(`select table_schema || '.' || table_name as table from information_schema.columns where column_name = 'id' and data_type = 'uuid'`);
  const withId = rows.map(({ table }) => table).filter((table) => tables.includes(table));
  const parts = withId.map((table) => `(select id::text as id from ${table} where org_id = $1 limit 5)`);
  return (await here.t.owner.query<{ id: string }>(parts.join(" union all "), [orgId])).rows.map(({ id }) => id);
}

test("the other organisation's rows are there to be found, in every table", async () => {
  expect(both.stillEmpty).toEqual([]);
  expect(both.ids.length).toBeGreaterThan(50);
});

test("an organisation's pages say the same whether or not another one is there", async () => {
  const now = await everyPage(both.a!);
  const grows = /\/(audit|readings|account|answer|my-file)$|\/access\/|^\w+ \/referrals\/new\//; // what was opened is listed there, and this walk opens everything; referring offers the other organisations, whose names are public
  const different = [...both.alone].filter(([key, body]) => !grows.test(key) && now.get(key) !== body).map(([key]) => key);
  expect(both.alone.size).toBeGreaterThan(100);
  expect(different).toEqual([]);
  expect([...now.values()].filter((body) => body.includes(A.word)).length, "the walk sees its own rows").toBeGreaterThan(50);
});

const WORDS = [B.characters, "chimei", "chi mei", "cm", "cmy", B.phone.slice(-4), B.characters[0]!, "乙", "yi", "%", "' or 1=1 --", "*", "\u0000", "😀", "-1", "2026-11", "0000-00-00", "all", "", "zh", "1e9", A.characters, "公开", ...[["x", "x"], [1, 2], [null, null], ["2026-11-22T00:00:00Z", "x"], ["", "\u0000"], [-1e308, "x"], ["x", "x", "x"]].map((keys) => Buffer.from(JSON.stringify(keys)).toString("base64url"))];
const QUERY = ["q", "after", "community", "communities", "communityIds", "lane", "laneIds", "parent", "segment", "programme", "round", "worker", "person", "personId", "show", "on", "month", "figure", "audience", "type", "grade", "ageFrom", "ageTo", "ids", "next", "back", "said", "start", "action", "subject", "subjectId", "accountId", "role", "pair"];

interface Probe { readonly pattern: string; readonly role: RoleKey | null; readonly parts: readonly string[]; readonly query: readonly (readonly [string, string])[]; readonly post: boolean; readonly api: boolean }

function probes(): fc.Arbitrary<Probe> {
  const id = fc.constantFrom(...both.ids);
  const value = fc.oneof({ arbitrary: id, weight: 3 }, { arbitrary: fc.constantFrom(...WORDS), weight: 4 }, { arbitrary: fc.string({ maxLength: 12 }), weight: 1 });
  const part = fc.oneof({ arbitrary: id, weight: 3 }, { arbitrary: fc.constant("own"), weight: 5 }, { arbitrary: fc.constant(B.slug), weight: 1 }, { arbitrary: value, weight: 1 });
  const where = fc.oneof({ arbitrary: fc.record({ pattern: fc.constantFrom(...visited.map(({ path }) => path)), api: fc.constant(false) }), weight: 8 }, { arbitrary: fc.record({ pattern: fc.constantFrom(...endpoints), api: fc.constant(true) }), weight: 1 });
  return fc.tuple(where, fc.record({
    role: fc.constantFrom<RoleKey | null>(...(Object.keys(both.a!.cookies) as RoleKey[]), null), parts: fc.array(part, { minLength: 4, maxLength: 4 }),
    query: fc.array(fc.tuple(fc.constantFrom(...QUERY), value), { maxLength: 3 }), post: fc.integer({ min: 0, max: 9 }).map((draw) => draw === 0),
  })).map(([place, rest]) => ({ ...place, ...rest }));
}

const addresses = new Map<string, string>();

async function askProbe({ pattern, role, parts, query, post, api }: Probe): Promise<{ path: string; text: string; status: number }> {
  const own = (addresses.get(pattern) ?? addresses.set(pattern, (await addressOf(here.t.owner, pattern, both.a!)).path).get(pattern)!).split("/").slice(1);
  let used = 0;
  const path = `${api ? "/api/v1" : ""}/${pattern.split("/").map((step, index) => {
    if (!step.startsWith(":")) return step;
    const chosen = parts[used++ % parts.length]!;
    return chosen === "own" ? own[index]! : encodeURIComponent(chosen) || "x";
  }).join("/")}`;
  const words = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
  const form = post && !api ? Object.fromEntries([...query, ["orgId", both.b!.orgId], ...["personId", "pairId", "roundId", "programmeId", "volunteerId", "communityId", "segmentId", "otherId"].map((name, index) => [name, parts[index % parts.length] ?? ""])]) : undefined;
  const asking: Asking = { cookie: role && both.a!.cookies[role], ...(form && { method: "POST", form }) };
  const answer = await here.ask(form || words === "" ? path : `${path}?${words}`, asking);
  return { path: `${form ? "POST" : "GET"} ${role} ${path}?${words}`, text: await plainText(answer), status: answer.status };
}

test(`${PROBES} requests of every role, with the other organisation's ids and words, bring out nothing of it`, async () => {
  const before = await contentOf(here.t.owner, both.b!.orgId);
  const leaks: string[] = [];
  const faults: string[] = [];
  let [answered, ownSeen] = [0, 0];
  for (const probe of fc.sample(probes(), { numRuns: PROBES, seed: SEED })) {
    const { path, text, status } = await askProbe(probe);
    answered++;
    if (text.includes(A.word)) ownSeen++;
    if (CANARIES.some((canary) => text.includes(canary))) leaks.push(`${path} → ${status}`);
    if (status >= 500) faults.push(`${path} → ${status}`);
  }
  console.log(`canaries: ${answered} requests, ${ownSeen} showed rows of one's own, ${leaks.length} showed another's, ${faults.length} faults`, faults.slice(0, 5));
  expect(leaks).toEqual([]);
  expect(faults.slice(0, 30)).toEqual([]);
  expect(ownSeen).toBeGreaterThan(PROBES / 10);
  expect(await contentOf(here.t.owner, both.b!.orgId), "something of the other organisation changed").toEqual(before);
}, 1_200_000);

test("searching finds one's own by characters, initials and last four digits, and never the other's", async () => {
  const { cookies } = both.a!;
  const found: string[] = [];
  for (const q of [A.characters, "huanguan", "hg", A.phone.slice(-4)]) {
    const texts = await Promise.all(["/people", "/search"].map(async (path) => plainText(await here.ask(`${path}?q=${encodeURIComponent(q)}`, { cookie: cookies.worker }))));
    if (texts.some((text) => text.includes(A.word))) found.push(q);
  }
  expect(found).toContain(A.characters);
  for (const q of [B.characters, "chimei", "cm", B.phone.slice(-4), B.residentId]) {
    for (const path of ["/people", "/search", "/volunteers", "/pairs", "/enquiries", "/visits", "/audit", "/team"]) {
      const text = await plainText(await here.ask(`${path}?q=${encodeURIComponent(q)}`, { cookie: cookies[path === "/team" ? "admin" : path === "/volunteers" ? "coordinator" : "supervisor"] }));
      expect([B.word, B.phone].filter((canary) => text.includes(canary)), `${path}?q=${q}`).toEqual([]);
    }
  }
});

test("in the database itself: bound to one organisation the application's role reads no row of another, and unbound none at all", async () => {
  const client = await here.t.owner.connect();
  const [wrong, unbound, changed]: string[][] = [[], [], []];
  try {
    for (const table of await orgTables(here.t.owner)) {
      const inOrg = async (org: string, sql: string) => {
        await client.query("begin");
        await client.query("set local role linli_app");
        await client.query("select set_config('app.org', $1, true), set_config('app.account', $2, true)", [org, both.a!.keeper.actor.accountId]);
        return client.query(sql, sql.includes("$1") ? [both.b!.orgId] : []).then(({ rowCount, rows }) => rows[0]?.n ?? rowCount, () => 0).finally(() => client.query("rollback"));
      };
      const { rows: [{ n: there }] } = await client.query(`select count(*)::int as n from ${table} where org_id = $1`, [both.b!.orgId]);
      expect(there, `${table} holds nothing of the other organisation`).toBeGreaterThan(0);
      if (await inOrg(both.a!.orgId, `select count(*)::int as n from ${table} where org_id = $1`)) wrong!.push(table);
      if (table !== "identity.memberships" && await inOrg("", `select count(*)::int as n from ${table}`)) unbound!.push(table);
      if (await inOrg(both.a!.orgId, `update ${table} set org_id = org_id where org_id = $1`)) changed!.push(`update ${table}`);
      if (await inOrg(both.a!.orgId, `delete from ${table} where org_id = $1`)) changed!.push(`delete ${table}`);
    }
  } finally {
    client.release();
  }
  expect({ wrong, unbound, changed }).toEqual({ wrong: [], unbound: [], changed: [] });
});

test("nobody was signed out on the way, and no fault was met", async () => {
  for (const [role, cookie] of Object.entries(both.a!.cookies)) expect((await here.ask("/account", { cookie })).status, role).toBe(200);
  expect([...new Set(here.bugs.map((bug) => bug.slice(bug.indexOf(": "))))]).toEqual([]);
});
