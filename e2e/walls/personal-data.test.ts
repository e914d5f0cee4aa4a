import { beforeAll, expect, test } from "vitest";
import { pages } from "#app/pages.ts";
import { pinyinOf } from "#kernel/pinyin.ts";
import { givenPersons } from "#people/testing.ts";
import { addressOf } from "./addresses.ts";
import { site } from "./site.ts";
import { buildTown, rolesFor, type Town } from "./town.ts";

const here = site();
/** Somebody whose name, number and words stand nowhere but in their own file. */
const CANARY = { word: "丙秘Z8W", characters: "魍魉", slug: "bingdi", phone: "13766629157", residentId: "110101199003074610" };
const PERSONAL = [CANARY.word, CANARY.characters, CANARY.phone, CANARY.residentId, pinyinOf(CANARY.characters)];
const own: { town?: Town; links: string[] } = { links: [] };

/** The canaries a text holds, also where it is written in percent signs or base64. */
function heldBy(text: string): string[] {
  const pieces = text.split(/[^\w%+/=-]+/).filter((piece) => piece.length >= 12);
  const read = [text, ...pieces.flatMap((piece) => [decoded(piece), Buffer.from(piece, "base64url").toString(), ...piece.split("=").map((part) => Buffer.from(part, "base64url").toString())])];
  return PERSONAL.filter((canary) => read.some((one) => one.includes(canary)));
}

function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}

beforeAll(async () => {
  own.town = await buildTown(here, CANARY);
  const { cookies, mark, keeper } = own.town;
  const form = { forWhom: "self", words: `我是${mark.word}`, askerName: `${mark.characters}壬`, askerContact: mark.phone };
  await here.ask(`/help/${mark.slug}`, { method: "POST", form });
  await here.ask(`/join/${mark.slug}/friends-${mark.slug}`, { method: "POST", form: { name: `${mark.characters}癸`, phone: mark.phone, birthOn: "1999-01-01" } });
  await givenPersons(keeper, Array.from({ length: 60 }, (_, index) => ({ name: `${mark.characters}${"子丑寅卯辰巳午未申酉戌亥"[index % 12]}`, birthOn: `19${70 + (index % 30)}-01-01`, birthPrecision: "day" as const, contacts: [{ kind: "mobile" as const, value: mark.phone }] })));
  for (const page of pages.filter(({ path }) => path !== "sign-out" && !path.endsWith("/print"))) {
    const { path } = await addressOf(here.t.owner, page.path, own.town);
    for (const role of rolesFor(page.policy)) {
      const { headers, body } = await here.ask(path, { cookie: cookies[role] });
      own.links.push(headers.get("location") ?? "", ...(headers.get("content-type")?.startsWith("text/html") ? [...body.toString().matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, link]) => `${path} → ${link!.replaceAll("&amp;", "&")}`) : []));
    }
  }
  for (const q of [mark.characters, mark.phone, mark.phone.slice(-4)]) await here.ask(`/people?q=${encodeURIComponent(q)}`, { cookie: cookies.worker });
  await here.ask(`/api/v1/people?q=${encodeURIComponent(mark.characters)}`, { bearer: own.town.bearer });
  await here.ask(`/nothing/${encodeURIComponent(mark.characters)}`, { cookie: cookies.worker });
}, 600_000);

test("the log holds lines of every request, and nothing of anybody", () => {
  expect(here.log.length).toBeGreaterThan(300);
  expect(here.log.filter((line) => heldBy(line).length > 0)).toEqual([]);
});

test("a fault is logged by its place and kind; what it quotes stays out", async () => {
  const before = here.log.length;
  const quoting = [
    () => JSON.parse(`${CANARY.characters} ${CANARY.phone}`) as unknown,
    () => { throw new Error(`cannot read ${CANARY.word}`); },
    () => { throw new TypeError(`"${CANARY.phone}" is not iterable`); },
  ];
  for (const fail of quoting) {
    try {
      fail();
    } catch (error) {
      here.installation.reportBug(error, "12345678");
    }
  }
  await here.t.owner.query(`do $$ begin raise exception 'row of ${CANARY.word} (${CANARY.phone})'; end $$`).catch((error: unknown) => here.installation.reportBug(error, "12345678"));
  expect(here.log.length - before).toBe(4);
  expect(here.log.slice(before).filter((line) => heldBy(line).length > 0)).toEqual([]);
});

test("the figures for the operator hold nobody", async () => {
  const metrics = (await here.ask("/metrics")).body.toString();
  expect(metrics).toContain("linli_request_seconds");
  expect(heldBy(metrics)).toEqual([]);
});

test.each([
  ["the queue", "select to_jsonb(j)::text as said from graphile_worker._private_jobs j"],
  ["jobs", "select input::text || coalesce(checkpoint::text, '') || coalesce(result::text, '') || coalesce(failure, '') as said from jobs.jobs"],
  ["notices", "select params::text || link as said from notify.notices"],
  ["the outbox", "select payload::text || topic || coalesce(last_error, '') as said from platform.outbox"],
])("%s holds nobody", async (what, sql) => {
  const { rows } = await here.t.owner.query<{ said: string }>(sql);
  if (what === "jobs") expect(rows.length).toBeGreaterThan(1);
  expect(rows.map(({ said }) => said).filter((said) => heldBy(said).length > 0)).toEqual([]);
});

test("no address on any page holds a name or a number; a telephone link of a file is the one exception", () => {
  const links = own.links.filter((link) => !/→ (tel|sms|mailto):/.test(link));
  expect(links.length).toBeGreaterThan(1000);
  expect([...new Set(links.filter((link) => heldBy(link).length > 0))].slice(0, 20)).toEqual([]);
});

test("identity numbers lie sealed: no column of the database holds one in the clear", async () => {
  const { rows: tables } = await here.t.owner.query<{ name: string }>("select schemaname || '.' || tablename as name from pg_tables where schemaname !~ '^(pg_|information_schema|graphile_worker|migrations)'");
  const open: string[] = [];
  for (const { name } of tables) {
    const { rows: [found] } = await here.t.owner.query(`select 1 from ${name} t where position($1 in t::text) > 0 or position($2 in t::text) > 0 limit 1`, [CANARY.residentId, Buffer.from(CANARY.residentId).toString("hex")]);
    if (found) open.push(name);
  }
  expect(open).toEqual([]);
});
