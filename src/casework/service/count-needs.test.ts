import { expect, test } from "vitest";
import { mergePersonsIn } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { givenStreet } from "#places/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import type { NeedCount } from "../model/count.ts";
import { NeedId } from "../model/need.ts";
import { givenNeed, NEED_CAPABILITIES } from "../testing.ts";
import { changeNeedStatus } from "./change-need-status.ts";
import { countNeeds } from "./count-needs.ts";
import { listNeedRows } from "./list-need-rows.ts";

const t = testDatabase();
const all = { standing: "all" } as const;

async function givenNeeds() {
  const session = sessionOf(anActor({ capabilities: [...NEED_CAPABILITIES, "places.manage"] }), t);
  const { communityIds } = await givenStreet(session, ["金沙社区", "青松社区"]);
  const [jinsha, qingsong] = [communityIds["金沙社区"]!, communityIds["青松社区"]!];
  const young = { birthOn: "2000-01-01", disability: { type: 5, grade: 2 } } as const;
  const [a, b, c] = [await givenPerson(session, { ...young, communityId: jinsha }), await givenPerson(session, { ...young, communityId: jinsha }), await givenPerson(session, { ...young, communityId: qingsong })];
  const met = await givenNeed(session, a);
  await givenNeed(session, a, { code: "company.talk" });
  await givenNeed(session, b, { priority: "urgent" });
  await givenNeed(session, c);
  await changeNeedStatus(session, { needId: NeedId.parse(met), version: 1, status: "met", on: "2026-11-21", note: "" });
  return { session, jinsha, qingsong, a, b };
}

const cell = (counts: readonly NeedCount[], at: Partial<NeedCount>) =>
  counts.find((count) => (["code", "topic", "population", "communityId"] as const).every((key) => count[key] === (at[key] ?? null)));

test("needs and persons are counted apart, by code, community, population and in all", async () => {
  const { session, jinsha } = await givenNeeds();
  const counts = await countNeeds(session, all);
  expect(cell(counts, {})).toMatchObject({ needs: 4, persons: 3, met: 1, urgent: 1 });
  expect(cell(counts, { topic: "company" })).toMatchObject({ needs: 4, persons: 3 });
  expect(cell(counts, { topic: "company", code: "company.friend" })).toMatchObject({ needs: 3, persons: 3 });
  expect(cell(counts, { communityId: jinsha })).toMatchObject({ needs: 3, persons: 2 });
  expect(cell(counts, { population: "disabled_youth" })).toMatchObject({ needs: 4, persons: 3 });
  expect(cell(counts, { topic: "company", code: "company.friend", communityId: jinsha, population: "disabled_youth" })).toMatchObject({ needs: 2, persons: 2 });
});

test("every figure opens to its rows", async () => {
  const { session, jinsha } = await givenNeeds();
  for (const filter of [all, { standing: "open" }, { standing: "met" }, { standing: "all", communityId: jinsha }, { standing: "all", code: "company.talk" }, { standing: "all", priority: "urgent" }] as const) {
    const rows = await listNeedRows(session, filter);
    expect(rows.rows.length).toBe(cell(await countNeeds(session, filter), {})?.needs);
  }
});

test("two records of one person are one person", async () => {
  const { session, a, b } = await givenNeeds();
  await session.write("merge", null, (tx) => mergePersonsIn(session, tx, { survivorId: a, mergedId: b, reason: "同一人" }));
  expect(cell(await countNeeds(session, all), {})).toMatchObject({ needs: 4, persons: 2 });
});

test("nothing there gives no figures", async () => {
  expect(await countNeeds(sessionOf(anActor({ capabilities: ["people.read"] }), t), all)).toEqual([]);
});

test("who may not read people sees no figures, and another organisation's needs are not counted", async () => {
  const { session } = await givenNeeds();
  const clerk = sessionOf(anActor({ capabilities: ["returns.read"], orgId: session.actor.orgId }), t);
  await expect(countNeeds(clerk, all)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(listNeedRows(clerk, all)).rejects.toMatchObject({ kind: "forbidden" });
  const stranger = sessionOf(anActor({ capabilities: ["people.read"] }), t);
  expect((await listNeedRows(stranger, all)).rows).toEqual([]);
});
