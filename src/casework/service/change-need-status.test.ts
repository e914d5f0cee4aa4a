import { expect, test } from "vitest";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { NeedId, type NeedChange } from "../model/need.ts";
import { givenNeed, NEED_CAPABILITIES } from "../testing.ts";
import { changeNeedStatus } from "./change-need-status.ts";
import { listNeeds } from "./list-needs.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: NEED_CAPABILITIES }), t);
const change = (needId: string, over: Partial<NeedChange> = {}): NeedChange => ({ needId: NeedId.parse(needId), version: 1, status: "answering", on: "2026-11-21", note: "", ...over });

test("a need goes its way, every step kept", async () => {
  const session = worker();
  const personId = await givenPerson(session);
  const needId = await givenNeed(session, personId);
  await changeNeedStatus(session, change(needId, { note: "介绍社区老友" }));
  await changeNeedStatus(session, change(needId, { version: 2, status: "met", on: "2026-11-22" }));
  const [need] = await listNeeds(session, personId);
  expect(need).toMatchObject({ status: "met", statusOn: "2026-11-22", version: 3 });
  expect(need?.events.map(({ status, note }) => [status, note])).toEqual([["noted", ""], ["answering", "介绍社区老友"], ["met", ""]]);
});

test("two at once: one is written, the other is shown the difference", async () => {
  const session = worker();
  const needId = await givenNeed(session, await givenPerson(session));
  const both = await Promise.allSettled([changeNeedStatus(session, change(needId)), changeNeedStatus(session, change(needId, { status: "unmet" }))]);
  const refused = both.find(({ status }) => status === "rejected") as PromiseRejectedResult;
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(refused.reason).toMatchObject({ kind: "stale" });
});

test("without the version read, nothing is written over", async () => {
  const session = worker();
  const needId = await givenNeed(session, await givenPerson(session));
  await expect(changeNeedStatus(session, change(needId, { version: undefined }))).rejects.toMatchObject({ kind: "precondition_required" });
});

test("a way that is not there is refused with its reason", async () => {
  const session = worker();
  const needId = await givenNeed(session, await givenPerson(session));
  await changeNeedStatus(session, change(needId, { status: "withdrawn" }));
  await expect(changeNeedStatus(session, change(needId, { version: 2 }))).rejects.toMatchObject({ reason: "need.no_such_way" });
});

test("wrong role and another organisation", async () => {
  const session = worker();
  const needId = await givenNeed(session, await givenPerson(session));
  const coordinator = sessionOf(anActor({ capabilities: ["people.read"], orgId: session.actor.orgId }), t);
  await expect(changeNeedStatus(coordinator, change(needId))).rejects.toMatchObject({ kind: "forbidden" });
  await expect(changeNeedStatus(worker(), change(needId))).rejects.toMatchObject({ reason: "need.not_found" });
});
