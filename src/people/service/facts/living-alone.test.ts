import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenPerson } from "../../testing.ts";
import { livingAlone } from "./living-alone.ts";
import { recordSituations } from "./record-situations.ts";

const t = testDatabase();

test("living alone is told from what is written down, and only while it holds", async () => {
  const session = sessionOf(anActor({ capabilities: ["people.read", "people.write"] }), t);
  const [alone, together] = [await givenPerson(session), await givenPerson(session, { name: "李四" })];
  const record = (personId: string, value: string) => session.write("living", { personId, value }, async (tx) => { await recordSituations(session, tx, [{ personId, kind: "living", value }]); return null; });
  const asked = () => session.read(async (tx) => [...await livingAlone(tx, session.actor.orgId, [alone, together])]);
  await record(alone, "独居，女儿每周来一次");
  await record(together, "和父母同住");
  expect(await asked()).toEqual([alone]);
  await record(alone, "和女儿同住");
  expect(await asked()).toEqual([]);
});
