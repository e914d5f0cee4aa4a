import { beforeAll, expect, test } from "vitest";
import { pages } from "#app/pages.ts";
import { statementsOf, type Statement } from "../../bench/measure/recorded.ts";
import { addressOf } from "./addresses.ts";
import { orgTables } from "./rows.ts";
import { site } from "./site.ts";
import { buildTown, rolesFor, type Town } from "./town.ts";

const here = site();
const own: { town?: Town; asked: Map<string, Statement[]> } = { asked: new Map() };
// A print is drawn by a browser of its own and takes seconds; its figures are the page's.
const visited = pages.filter(({ path, policy }) => path !== "sign-out" && !path.endsWith("/print") && policy.kind !== "public");

/** Statements of one page at most; a page that asks once for each row soon has more. */
const MOST_STATEMENTS = 40;
/** The same question this often at most; one asked for each row soon is more. */
const MOST_ALIKE = 6;

/** Pages that read only once something is asked of them. */
const ASKED: Readonly<Record<string, (town: Town) => string>> = { search: ({ mark }) => `?q=${mark.word}`, "search.json": ({ mark }) => `?q=${mark.word}` };

beforeAll(async () => {
  own.town = await buildTown(here, { word: "甲地", characters: "鹮鹳", slug: "jiadi", phone: "13812347391", residentId: "11010119900307293X" });
  for (const page of visited) {
    const { path } = await addressOf(here.t.owner, page.path, own.town);
    const role = page.path in ASKED ? "supervisor" : rolesFor(page.policy)[0]!;
    own.asked.set(page.path, await statementsOf(() => here.ask(path + (ASKED[page.path]?.(own.town!) ?? ""), { cookie: own.town!.cookies[role] })));
  }
}, 600_000);

interface Node { readonly "Node Type": string; readonly "Relation Name"?: string; readonly Schema?: string; readonly Plans?: readonly Node[] }

function wholeTables(node: Node): string[] {
  const self = node["Node Type"] === "Seq Scan" && node["Relation Name"] ? [`${node.Schema}.${node["Relation Name"]}`] : [];
  return [...self, ...(node.Plans ?? []).flatMap(wholeTables)];
}

test("every statement of every page reaches an organisation's rows by an index", async () => {
  const tables = new Set(await orgTables(here.t.owner));
  const statements = new Map([...own.asked].flatMap(([page, all]) => all.map((statement) => [statement.text, { ...statement, page }])));
  const client = await here.t.owner.connect();
  const read = new Map<string, string>();
  try {
    await client.query("begin");
    await client.query("set local role linli_app");
    await client.query("select set_config('app.org', $1, true), set_config('app.account', $2, true), set_config('enable_seqscan', 'off', true)", [own.town!.orgId, own.town!.keeper.actor.accountId]);
    for (const { text, values, page } of statements.values()) {
      if (!/^\s*(select|with)\b/i.test(text)) continue;
      const { rows } = await client.query({ text: `explain (verbose, format json) ${text}`, values: [...values] });
      for (const table of wholeTables(rows[0]["QUERY PLAN"][0].Plan)) if (tables.has(table)) read.set(`${table} /${page}`, text);
    }
  } finally {
    await client.query("rollback");
    client.release();
  }
  expect(statements.size).toBeGreaterThan(100);
  expect([...read].map(([where, text]) => `${where}: ${text.slice(0, 300)}`)).toEqual([]);
});

test("no page asks once for each row", () => {
  const counts = [...own.asked].map(([page, all]) => ({ page, statements: all.length, most: mostAlike(all) })).sort((a, b) => b.statements - a.statements);
  console.log(`statements: ${counts.slice(0, 3).map(({ page, statements }) => `/${page} ${statements}`).join(", ")}`);
  expect(counts.filter(({ statements }) => statements > MOST_STATEMENTS)).toEqual([]);
  expect(counts.filter(({ most }) => most > MOST_ALIKE).map(({ page, most }) => `${page}: ${most}`)).toEqual([]);
});

function mostAlike(all: readonly Statement[]): number {
  return Math.max(0, ...[...Map.groupBy(all, ({ text }) => text).values()].map((alike) => alike.length));
}
