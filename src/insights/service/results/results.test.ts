import { expect, test } from "vitest";
import { givenNeed } from "#casework/testing.ts";
import { givenPerson } from "#people/testing.ts";
import { recordConsents } from "#people/index.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import type { Measure } from "../../model/results/units.ts";
import { givenCarer, givenRespite, givenStrain, RESULT_CAPABILITIES } from "../../testing.ts";
import { listResultRows } from "./list-result-rows.ts";
import { exportResults, showResults } from "./show-results.ts";

const t = testDatabase();
const cellsOf = ({ tables }: Awaited<ReturnType<typeof showResults>>, measure: Measure) => tables.find((table) => table.measure === measure)!.rows.at(-1)!.cells;

async function givenHouse() {
  const session = sessionOf(anActor({ capabilities: RESULT_CAPABILITIES }), t);
  const client = await givenPerson(session, { name: "小白" });
  const carer = await givenCarer(session, client);
  await givenNeed(session, client, { heardOn: "2026-09-01" });
  await givenStrain(session, carer, "2026-03-01", 3);
  await givenStrain(session, carer, "2026-10-01", 1);
  await givenStrain(session, client, "2026-10-01", 1);
  await givenRespite(session, client, "2026-10-10", 90);
  return { session, client, carer };
}

test("figures open to their rows, rows say where they stand, and reading them is noted", async () => {
  const { session, carer } = await givenHouse();
  const shown = await showResults(session, {});
  expect(shown.opens).toBe(true);
  expect(cellsOf(shown, "scores")).toEqual([1, 0, 0, 1, 0, 2]);
  expect(cellsOf(shown, "relief")).toEqual([1, 0, 0, 1]);
  expect(shown.tables.find(({ measure }) => measure === "relief")!.rows.at(-1)!.sum).toBe(90);
  const { rows, count } = await listResultRows(session, { measure: "scores", category: "better" });
  expect([count, rows]).toMatchObject([1, [{ name: "白妈妈", before: 30, value: 10, to: `/assessments/of/${carer}/history/needs-carer`, subject: { en: expect.stringContaining("carer") } }]]);
  const first = await listResultRows(session, {}, { limit: 2 });
  const rest = await listResultRows(session, {}, { after: first.next, limit: 9 });
  expect(new Set([...first.rows, ...rest.rows].map(({ key }) => key)).size).toBe(first.count);
  const { rows: audited } = await t.owner.query("select count(*)::int as count from audit.entries where org_id = $1 and action = 'results.rows_read'", [session.actor.orgId]);
  expect(audited[0].count).toBe(3);
});

test("outside the files: one span, no choice, small cells hidden, no rows; and what is exported hides the same", async () => {
  const { session, client } = await givenHouse();
  const clerk = sessionOf(anActor({ orgId: session.actor.orgId, capabilities: ["returns.read"], strong: false }), t);
  const shown = await showResults(clerk, { from: "2026-10-01", to: "2026-10-02", population: "carer" });
  expect(shown).toMatchObject({ opens: false, span: { from: "2026-01-01", to: "2026-10-31" }, populations: [] });
  expect(cellsOf(shown, "needs")).toEqual([0, null, 0, null]);
  expect(JSON.stringify(shown)).not.toContain(client);
  await expect(listResultRows(clerk, {})).rejects.toMatchObject({ reason: "access.not_allowed" });
  const taken = await exportResults(session, {});
  expect(cellsOf(taken, "needs")).toEqual([0, null, 0, null]);
  expect(JSON.stringify(taken)).not.toContain("小白");
  await expect(showResults(sessionOf(anActor({ orgId: session.actor.orgId, capabilities: ["people.read"] }), t), {})).rejects.toMatchObject({ reason: "access.not_allowed" });
});

test("whoever no longer lets their data be kept is counted nowhere", async () => {
  const { session, client, carer } = await givenHouse();
  for (const personId of [client, carer]) await session.write(`withdraw ${personId}`, null, (tx) => recordConsents(session, tx, [{ personId, purpose: "keep_data", state: "withdrawn", capacity: "self", fromOn: session.today, channel: "in_person" }]));
  expect((await listResultRows(session, {})).count).toBe(0);
});
