import { expect, test } from "vitest";
import { givenCase } from "#casework/testing.ts";
import { givenEncounter } from "#encounters/testing.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenCarer, givenRespite, givenStrain, RESULT_CAPABILITIES } from "../../testing.ts";
import { carersPanel } from "./carers-panel.ts";
import { listCarers } from "./list-carers.ts";
import { showCarer } from "./show-carer.ts";

const t = testDatabase();

async function givenFamily() {
  const session = sessionOf(anActor({ capabilities: RESULT_CAPABILITIES }), t);
  const client = await givenPerson(session, { name: "小白" });
  const carer = await givenCarer(session, client);
  await givenStrain(session, carer, "2026-03-01", 3);
  await givenStrain(session, carer, "2026-11-01", 1);
  await givenRespite(session, client, "2026-11-10", 180);
  await givenRespite(session, client, "2026-09-10", 60);
  // She was there, so nobody took over: a talk. On the phone nobody takes over either.
  await givenEncounter(session, client, { happenedOn: "2026-11-11", topics: ["relief"], people: [{ personId: client, role: "client" }, { personId: carer, role: "carer" }] });
  await givenEncounter(session, client, { happenedOn: "2026-11-12", topics: ["relief"], mode: "phone" });
  await givenEncounter(session, client, { happenedOn: "2026-11-13", topics: ["company"] });
  return { session, client, carer };
}

test("relief is time somebody was with the one cared for while the carer was not there; strain is first and latest of one version", async () => {
  const { session, client, carer } = await givenFamily();
  const { rows } = await listCarers(session, undefined);
  expect(rows).toMatchObject([{ carerId: carer, name: "白妈妈", forNames: ["小白"], band: "some", relief: { minutes: 240, times: 2, talks: 1, groups: 0 }, points: [{ total: 30 }, { total: 10 }] }]);
  const shown = await showCarer(session, carer);
  expect(shown.months.slice(-3).map(({ month, relief }) => [month, relief.minutes])).toEqual([["2026-09", 60], ["2026-10", 0], ["2026-11", 180]]);
  expect(shown.beside.map(({ personId, outcomes }) => [personId, outcomes.map(({ measure, category }) => `${measure} ${category}`)])).toEqual([[carer, ["scores better"]], [client, []]]);
  const { rows: audited } = await t.owner.query("select action from audit.entries where org_id = $1 and action in ('carers.listed', 'carer.read') order by seq", [session.actor.orgId]);
  expect(audited.map(({ action }) => action)).toEqual(["carers.listed", "carer.read"]);
});

test("the list narrows to whoever is under strain, was not asked, or has nobody; it goes on page by page", async () => {
  const { session, carer } = await givenFamily();
  const other = await givenCarer(session, await givenPerson(session, { name: "小陈" }), "陈爸爸");
  expect((await listCarers(session, "strained")).rows).toEqual([]);
  expect((await listCarers(session, "unasked")).rows.map(({ carerId }) => carerId)).toEqual([other]);
  expect((await listCarers(session, "unrelieved")).rows.map(({ carerId }) => carerId)).toEqual([other]);
  const first = await listCarers(session, undefined, { limit: 1 });
  expect(first.rows.map(({ carerId }) => carerId)).toEqual([carer]);
  expect((await listCarers(session, undefined, { after: first.next, limit: 1 })).rows.map(({ carerId }) => carerId)).toEqual([other]);
});

test("on the case of the one cared for, and on the carer's own, the same words; others see nothing", async () => {
  const { session, client, carer } = await givenFamily();
  await givenCase(session, client);
  for (const personId of [client, carer]) expect(await carersPanel(session, { personId, recordIds: [personId] }, "zh")).toMatchObject({ lines: [{ text: "白妈妈", note: "近 90 天：替手 4.0 小时 · 谈话 1 次 · 小组 0 次", chip: { label: "压力 10 · 有些吃力" } }] });
  expect(await carersPanel(session, { personId: await givenPerson(session), recordIds: [await givenPerson(session)] }, "zh")).toBeNull();
  const without = sessionOf(anActor({ orgId: session.actor.orgId, capabilities: ["people.read", "cases.work", "encounters.read"] }), t);
  expect(await carersPanel(without, { personId: client, recordIds: [client] }, "zh")).toBeNull();
  await expect(listCarers(without, undefined)).rejects.toMatchObject({ reason: "access.not_allowed" });
  await expect(showCarer(sessionOf(anActor({ capabilities: RESULT_CAPABILITIES }), t), carer)).rejects.toMatchObject({ reason: "carer.not_found" });
  const weak = sessionOf(anActor({ orgId: session.actor.orgId, capabilities: RESULT_CAPABILITIES, strong: false }), t);
  await expect(showCarer(weak, carer)).rejects.toMatchObject({ reason: "access.second_factor" });
});
