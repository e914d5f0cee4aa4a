import { expect, test } from "vitest";
import { givenPersons } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenNeed, NEED_CAPABILITIES } from "../testing.ts";
import { exportNeeds } from "./export-needs.ts";

const t = testDatabase();

test("for outside small numbers are hidden, inside they are not; both are noted", async () => {
  const session = sessionOf(anActor({ capabilities: NEED_CAPABILITIES }), t);
  const people = await givenPersons(session, Array.from({ length: 9 }, (_, index) => ({ name: `居民${index}` })));
  for (const personId of people) await givenNeed(session, personId);
  for (const personId of people.slice(0, 2)) await givenNeed(session, personId, { code: "company.talk" });
  expect((await exportNeeds(session, { standing: "all" }, "inside")).table).toEqual([[9, 9], [2, 2], [9, 9]]);
  const { table } = await exportNeeds(session, { standing: "all" }, "outside");
  expect(table[1]).toEqual([null, null]);
  const { rows } = await t.owner.query("select subject_id from audit.entries where org_id = $1 and action = 'needs.exported' order by seq", [session.actor.orgId]);
  expect(rows).toEqual([{ subject_id: "inside" }, { subject_id: "outside" }]);
});

test("who may not read people may not export", async () => {
  await expect(exportNeeds(sessionOf(anActor({ capabilities: ["returns.read"] }), t), { standing: "all" }, "outside")).rejects.toMatchObject({ kind: "forbidden" });
});
