import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { aPerson } from "../../testing.ts";
import { createPersons } from "../../service/persons/create-persons.ts";
import type { PersonFilter } from "../../model/filter/person-filter.ts";
import { personsOf, whereOf } from "./filter-persons.ts";
import { refreshStatistics } from "./list-persons.ts";

const t = testDatabase();
const actor = anActor({ capabilities: ["people.write"] });
const TODAY = "2026-11-22";
const SURNAMES = [..."王李张刘陈杨赵黄周吴"];

/** Twenty thousand persons of one organisation, beside a smaller one: enough for an index to be worth it. */
beforeAll(async () => {
  for (const [who, count] of [[actor, 20_000], [anActor({ capabilities: ["people.write"] }), 3000]] as const) {
    const session = sessionOf(who, t);
    const persons = Array.from({ length: count }, (_, index) => aPerson({
      name: `${SURNAMES[index % 10]}${String.fromCodePoint(0x4e00 + ((index * 7) % 3000))}`, birthOn: `${1930 + (index % 90)}-05-14`,
      contacts: [{ kind: "mobile", value: `138${String(index).padStart(8, "0")}` }],
    }));
    await session.write("seed", null, async (tx) => {
      await createPersons(session, tx, persons, { source: "demo", audit: "summary" });
      await refreshStatistics(tx);
    });
  }
}, 120_000);

interface Node { readonly "Node Type": string; readonly "Index Name"?: string; readonly "Relation Name"?: string; readonly Plans?: readonly Node[] }

/** The scans of a plan: `Index Scan persons_by_name`. */
function scansOf(node: Node): string[] {
  const own = node["Node Type"].includes("Scan") && (node["Index Name"] ?? node["Relation Name"]) ? [`${node["Node Type"]} ${node["Index Name"] ?? node["Relation Name"]}`] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}

async function planOf(filter: PersonFilter, from?: readonly [string, string]): Promise<string[]> {
  const beyond = from ? sql`and (p.name_sort, p.id) > (${from[0]}, ${from[1]}::uuid)` : sql``;
  const list = sql<{ "QUERY PLAN": [{ Plan: Node }] }>`explain (format json) select p.id, p.name from ${personsOf(actor.orgId, filter)} where ${whereOf(actor.orgId, filter, TODAY)} ${beyond} order by p.name_sort, p.id limit 51`;
  const { rows } = await sessionOf(actor, t).read((tx) => list.execute(tx));
  return [...new Set(scansOf(rows[0]!["QUERY PLAN"][0].Plan))];
}

const noWholeTable = (plan: readonly string[]) => plan.filter((scan) => scan.startsWith("Seq Scan"));

test("the first page and a page far in walk the index of names", async () => {
  for (const plan of [await planOf({}), await planOf({}, ["wang", "7f0f0a9e-3a51-4a06-9d5e-16d3d1c1a111"])]) expect(plan.join()).toMatch(/Index (Only )?Scan persons_by_name/);
});

test.each<[string, PersonFilter]>([
  ["two characters", { q: "王丁" }], ["pinyin", { q: "wangding" }], ["initials", { q: "wd" }], ["the last four digits", { q: "5678" }],
])("a search by %s reads tokens by key and persons by key, never a whole table", async (_, filter) => {
  const plan = await planOf(filter);
  expect(noWholeTable(plan)).toEqual([]);
  expect(plan.join()).toContain("search_tokens_pkey");
  expect(plan.join()).toContain("persons_pkey");
});

test("a whole number is looked up in the index of contacts", async () => {
  const plan = await planOf({ q: "13800005678" });
  expect(noWholeTable(plan)).toEqual([]);
  expect(plan.join()).toContain("contacts_by_value");
});

test("no list filter reads the whole table of persons", async () => {
  for (const filter of [{ longAtHome: "yes" }, { ageFrom: 16, ageTo: 45 }, { role: "service_user" }, { hasPhone: true }, { disabilityTypes: [4] }] satisfies PersonFilter[]) {
    expect([filter, (await planOf(filter)).filter((scan) => scan === "Seq Scan persons")]).toEqual([filter, []]);
  }
});
