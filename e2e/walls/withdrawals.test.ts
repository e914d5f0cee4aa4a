import { beforeAll, expect, test } from "vitest";
import { buildApi } from "#app/api.ts";
import { pages } from "#app/pages.ts";
import { jobKinds } from "#app/slices.ts";
import { recordConsents, type Purpose } from "#people/index.ts";
import { givenPersons } from "#people/testing.ts";
import { addressOf } from "./addresses.ts";
import { plainText } from "./plain-text.ts";
import { carriedNow, givenAgreeing, queuedJobs, signUpSoon, WITHOUT_PEOPLE } from "./queued-work.ts";
import { site } from "./site.ts";
import { buildTown, rolesFor, runJobs, type Town } from "./town.ts";

const here = site();
const MARK = { word: "丁秘R5T", characters: "饕餮", slug: "dingdi", phone: "13755512093", residentId: "110101199003073312" };
/** Numbers that only one person has. */
const NUMBERS = { file: "13700010001", pair: "13700010002", wish: "13700010003" };
type Who = keyof typeof NUMBERS;
const at = { ids: {} as Record<Who, string>, names: {} as Record<Who, string>, town: undefined as Town | undefined };

/** Where the withdrawal itself is dealt with, and what goes before it: the person's own pages, the law, and the trail of the register that came in. */
const DEALT_WITH = /^(supervisor|worker|api) \/(people\/[^/]+(\/|$)|people\/duties|register\/)|^(supervisor|worker) \/$|\/safeguarding/;

beforeAll(async () => {
  const town = await buildTown(here, MARK);
  const idOf = async (sql: string) => (await here.t.owner.query<{ id: string }>(sql, [town.orgId])).rows[0]!.id;
  at.ids.file = await idOf("select id from people.persons where org_id = $1 and merged_into is null order by created_at, id limit 1");
  at.ids.pair = (await here.t.owner.query<{ id: string }>("select resident_id as id from matching.pairs where org_id = $1 and id = $2", [town.orgId, town.pairId])).rows[0]!.id;
  at.ids.wish = await idOf("select person_id as id from matching.wishes where org_id = $1 and withdrawn_on is null order by waiting_since_on, person_id limit 1");
  for (const who of Object.keys(NUMBERS) as Who[]) {
    at.names[who] = `${MARK.characters}${{ file: "獬", pair: "豸", wish: "狴" }[who]}犴`;
    await here.t.owner.query("update people.persons set name = $3, preferred_name = null where org_id = $1 and id = $2", [town.orgId, at.ids[who], at.names[who]]);
    await here.t.owner.query("update people.contacts set value = $3 where org_id = $1 and person_id = $2", [town.orgId, at.ids[who], NUMBERS[who]]);
  }
  at.town = town;
}, 600_000);

const visited = pages.filter(({ path, policy }) => policy.kind !== "public" && path !== "sign-out" && !path.endsWith("/print"));
const endpoints = buildApi().openAPIRegistry.definitions.flatMap((one) => (one.type === "route" && one.route.method === "get" ? [one.route.path.slice(1).replace(/\{(\w+)\}/g, ":$1")] : []));

/** Every page, download and endpoint, as every role that may; what it says. */
async function everyPath(): Promise<Map<string, string>> {
  const town = at.town!;
  const said = new Map<string, string>();
  for (const { path: pattern, policy } of visited) {
    const { path } = await addressOf(here.t.owner, pattern, town);
    for (const role of rolesFor(policy)) said.set(`${role} ${path}`, await plainText(await here.ask(path, { cookie: town.cookies[role] })));
  }
  for (const pattern of endpoints) {
    const { path } = await addressOf(here.t.owner, pattern, town).catch(() => ({ path: "" }));
    if (path) said.set(`api ${path}`, await plainText(await here.ask(`/api/v1${path}`, { bearer: town.bearer })));
  }
  for (const who of Object.keys(NUMBERS) as Who[]) {
    const q = encodeURIComponent(at.names[who].slice(2)); // what was asked for is said again, the whole name is not
    for (const path of [`/people?q=${q}`, `/search?q=${q}`, `/search.json?q=${q}`, `/cases?q=${q}`, `/people?q=${NUMBERS[who].slice(-4)}`]) said.set(`worker ${path}`, await plainText(await here.ask(path, { cookie: town.cookies.worker })));
    said.set(`api with ${who}`, await plainText(await here.ask(`/api/v1/field?with=${at.ids[who]}`, { bearer: town.bearer })));
  }
  for (const [purpose, text] of await exportsOf()) said.set(`export ${purpose}`, text);
  return said;
}

const say = async (personId: string, purpose: Purpose, state: "withdrawn" | "given") => {
  const { keeper } = at.town!;
  await keeper.write(`walls.${personId}.${purpose}.${state}`, null, (tx) => recordConsents(keeper, tx, [{ personId, purpose, state, capacity: "self", fromOn: keeper.today, channel: "in_person" }]));
};
const withdraw = (who: Who, purpose: Purpose, state: "withdrawn" | "given" = "withdrawn") => say(at.ids[who], purpose, state);
const showing = (said: ReadonlyMap<string, string>, word: string) => [...said].filter(([, text]) => text.includes(word)).map(([path]) => path);

test("sharing: a withdrawal takes the person out of the workbook for others, the one for own work keeps them", async () => {
  await withdraw("file", "share", "given");
  expect(showing(await exportsOf(), at.names.file)).toEqual(["share", "internal_work"]);
  await withdraw("file", "share");
  expect(showing(await exportsOf(), at.names.file)).toEqual(["internal_work"]);
});

async function exportsOf(): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  for (const purpose of ["share", "internal_work"]) said.set(purpose, await plainText(await here.ask("/people/export.xlsx", { cookie: at.town!.cookies.worker, method: "POST", form: { purpose, note: "核对" } })));
  return said;
}

test("letters queued before a withdrawal reach the person no more, by text or by mail", async () => {
  const town = at.town!;
  const [willing, unwilling, forgotten] = await givenPersons(town.keeper, ["甲", "乙", "丙"].map((name, index) => ({ name, contacts: [{ kind: "mobile" as const, value: `1370003000${index}` }] })));
  const { rows: [friend] } = await here.t.owner.query<{ id: string }>("select person_id as id from identity.memberships where org_id = $1 and person_id is not null", [town.orgId]);
  await here.t.owner.query("update identity.accounts set login = 'friend@example.org' where id = (select account_id from identity.memberships where org_id = $1 and person_id = $2)", [town.orgId, friend!.id]);
  await signUpSoon(town, [willing!, unwilling!, forgotten!, friend!.id]);
  const before = await carriedNow(here, town);
  expect(before.topics.toSorted(), "every kind of letter is walked").toEqual(before.carriers.toSorted());
  const reached = ({ texts }: typeof before) => [...new Set(texts.flatMap(({ to }) => (to.startsWith("1370003") ? [to] : [])))];
  expect(reached(before)).toEqual(["13700030000", "13700030001", "13700030002"]);
  expect(before.mailsTo).toContain("friend@example.org");
  await say(unwilling!, "contact", "withdrawn");
  await say(friend!.id, "contact", "withdrawn");
  await say(forgotten!, "keep_data", "withdrawn");
  const after = await carriedNow(here, town);
  expect(reached(after)).toEqual(["13700030000"]);
  expect(after.mailsTo).toEqual([]);
  await say(friend!.id, "contact", "given");
});

test("long work asked for before a withdrawal and done after it is done without the person", async () => {
  const town = at.town!;
  const jobs = queuedJobs(here, town);
  expect([...Object.keys(jobs), ...WITHOUT_PEOPLE].toSorted(), "every kind of long work is walked").toEqual(jobKinds.map(({ kind }) => kind).toSorted());
  const persons = await givenAgreeing(here, town, ["王安安", "李康康"]);
  for (const personId of persons) await say(personId, "be_matched", "given");
  for (const [kind, { purpose, ask, made }] of Object.entries(jobs)) {
    const id = await ask(persons);
    await say(persons[1]!, purpose, "withdrawn");
    await runJobs(here, town.orgId, town.keeper);
    expect(await made(id, persons), kind).toEqual([persons[0]]);
    await say(persons[1]!, purpose, "given");
  }
});

test("contact, being matched, keeping data: what showed the person for the purpose before shows them nowhere in the next request", async () => {
  const before = await everyPath();
  expect(showing(before, NUMBERS.file).length, "numbers are shown somewhere").toBeGreaterThan(3);
  expect(showing(before, at.names.wish).filter((path) => / \/matching\//.test(path)).length).toBeGreaterThan(0);
  expect(showing(before, at.names.pair).filter((path) => path.startsWith("volunteer "))).not.toEqual([]);
  await withdraw("file", "contact");
  await withdraw("pair", "be_matched");
  await withdraw("wish", "be_matched");
  const after = await everyPath();
  expect(showing(after, NUMBERS.file), "contact").toEqual([]);
  expect(showing(after, at.names.wish).filter((path) => / \/matching\//.test(path)), "being matched: rounds").toEqual([]);
  expect(showing(after, at.names.pair).filter((path) => path.startsWith("volunteer ")), "being matched: the friend").toEqual([]);
  expect(showing(after, at.names.file).length).toBeGreaterThan(5);
  for (const who of Object.keys(NUMBERS) as Who[]) await withdraw(who, "keep_data");
  const gone = await everyPath();
  for (const who of Object.keys(NUMBERS) as Who[]) {
    expect(showing(gone, at.names[who]).filter((path) => !DEALT_WITH.test(path)), `keeping data: ${who}`).toEqual([]);
    expect(showing(gone, NUMBERS[who]), `numbers: ${who}`).toEqual([]);
  }
  console.log(`withdrawals: ${before.size} paths walked three times; names on ${Object.values(at.names).map((name) => showing(before, name).length).join(", ")} of them before, on ${Object.values(at.names).map((name) => showing(gone, name).length).join(", ")} where the withdrawal is dealt with after`);
}, 900_000);
