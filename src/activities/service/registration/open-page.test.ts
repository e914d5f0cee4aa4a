import { expect, test } from "vitest";
import { testDatabase } from "#platform/testing/database.ts";
import { listOpenSessions } from "../calendar/list-sessions.ts";
import { nameOccasions } from "../calendar/name-occasions.ts";
import { organizationSlug } from "../calendar/organization-slug.ts";
import { showPlan } from "../calendar/show-plan.ts";
import { placeChoices } from "../planning/place-choices.ts";
import { previewSeries } from "../planning/preview-series.ts";
import { aSeries, givenHouse, givenSeries } from "../../testing.ts";
import { drawCode } from "./draw-code.ts";
import { findPeople } from "./find-people.ts";
import { limitSignUps } from "./limit-sign-ups.ts";
import { showOpenSession } from "./show-open-session.ts";

const t = testDatabase();

test("what is open to all can be looked at by anybody; what is not does not exist for them", async () => {
  const house = await givenHouse(t, 1);
  const { sessionIds: [open] } = await givenSeries(house, { rules: { eligibility: { minAge: 60, maxAge: null, communityIds: [house.communityId], populations: [] }, priority: ["never_came"] } });
  const { sessionIds: [hidden] } = await givenSeries(house, { name: "内部", openTo: "staff" });
  expect(await showOpenSession(house.anyone, open!)).toMatchObject({ closed: null, communityNames: ["金沙社区"], occasion: { name: "周三合唱" } });
  await expect(showOpenSession(house.anyone, hidden!)).rejects.toMatchObject({ status: 404 });
  expect((await listOpenSessions(house.anyone)).every(({ name }) => name === "周三合唱")).toBe(true);
  expect(await organizationSlug(t.db, house.worker)).toMatch(/^org-/);
});

test("before saving: the dates of a plan, the places there are, what is wrong", async () => {
  const house = await givenHouse(t, 0);
  expect((await previewSeries(house.worker, aSeries(house))).dates).toHaveLength(5);
  await expect(previewSeries(house.worker, aSeries(house, { placeId: null, placeWords: "" }))).rejects.toMatchObject({ reason: "activities.no_place" });
  expect((await placeChoices(house.worker)).communities).toEqual([{ id: house.communityId, name: "金沙社区" }]);
  const { sessionIds: [sessionId] } = await givenSeries(house);
  const planned = await showPlan(house.worker, sessionId!);
  expect(planned.series.name).toBe("周三合唱");
  expect(await house.worker.read((tx) => nameOccasions(house.worker, tx, [planned.occasion]))).toMatchObject([{ place: "金沙社区 二楼活动室" }]);
});

test("residents are found to sign them up, and the code is a picture", async () => {
  const house = await givenHouse(t, 2);
  expect((await findPeople(house.worker, "居民2")).map(({ name, communityName }) => [name, communityName])).toEqual([["居民2", "金沙社区"]]);
  expect(await findPeople(house.worker, " ")).toEqual([]);
  await expect(findPeople(house.as(house.residents[0]!), "jm")).rejects.toMatchObject({ status: 403 });
  expect(await drawCode("https://linli.example.org", "abc")).toMatch(/^data:image\/png;base64,/);
});

test("twenty sign-ups an hour from one place, then it asks to ring", () => {
  const now = new Date("2026-11-22T02:00:00Z");
  for (let time = 0; time < 20; time++) limitSignUps("192.0.2.7", now);
  expect(() => limitSignUps("192.0.2.7", now)).toThrow("activities.too_many");
  expect(() => limitSignUps("192.0.2.7", new Date(now.getTime() + 3_600_001))).not.toThrow();
});
