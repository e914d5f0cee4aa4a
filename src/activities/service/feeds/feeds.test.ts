import ICAL from "ical.js";
import { expect, test } from "vitest";
import { testDatabase } from "#platform/testing/database.ts";
import { givenHouse, givenSeries } from "../../testing.ts";
import { cancelSession } from "../planning/cancel-session.ts";
import { signUp } from "../registration/sign-up.ts";
import { listMyFeeds, listPlaceFeeds } from "./list-place-feeds.ts";
import { makeFeed, orgOfToken, revokeFeed } from "./make-feed.ts";
import { readFeed } from "./read-feed.ts";

const t = testDatabase();
const eventsIn = (text: string) => new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));

test("one's own calendar holds what one signed up for and nobody's name; taken back, it leads nowhere", async () => {
  const house = await givenHouse(t, 2);
  const [me, other] = house.residents as [string, string];
  const { sessionIds } = await givenSeries(house, { participants: 1 });
  await signUp(house.worker, { sessionId: sessionIds[0]!, personId: me, role: "participant" });
  await signUp(house.worker, { sessionId: sessionIds[1]!, personId: other, role: "participant" });
  await signUp(house.worker, { sessionId: sessionIds[1]!, personId: me, role: "participant" });
  await cancelSession(house.worker, { sessionId: sessionIds[0]!, reason: "下雪" });
  const { token, feedId } = await makeFeed(house.as(me), { kind: "person", personId: me });
  expect(orgOfToken(token)).toBe(house.orgId);
  const text = await readFeed(house.anyone, token, "我的活动");
  expect(eventsIn(text).map((event) => [event.summary, event.startDate.toJSDate().toISOString(), event.component.getFirstPropertyValue("status")])).toEqual([
    ["周三合唱", "2026-12-02T06:30:00.000Z", "CANCELLED"], ["周三合唱", "2026-12-09T06:30:00.000Z", "TENTATIVE"],
  ]);
  expect(text).not.toMatch(/居民|138000/);
  const { rows } = await t.owner.query("select encode(token_hash, 'base64') as h from activities.feeds where org_id = $1", [house.orgId]);
  expect(rows[0].h).not.toContain(token.slice(24, 40));
  expect(await listMyFeeds(house.as(me))).toHaveLength(1);
  await revokeFeed(house.as(me), feedId);
  await expect(readFeed(house.anyone, token, "")).rejects.toMatchObject({ status: 404 });
  expect(await listMyFeeds(house.as(me))).toEqual([]);
});

test("a place's calendar holds all its activities; nobody makes another person's, and no guess opens one", async () => {
  const house = await givenHouse(t, 2);
  await givenSeries(house);
  const { token } = await makeFeed(house.worker, { kind: "place", placeId: house.communityId });
  expect(eventsIn(await readFeed(house.anyone, token, ""))).toHaveLength(5);
  expect((await listPlaceFeeds(house.worker)).feeds).toMatchObject([{ placeName: "金沙社区" }]);
  await expect(makeFeed(house.as(house.residents[0]!), { kind: "person", personId: house.residents[1]! })).rejects.toMatchObject({ status: 403 });
  await expect(makeFeed(house.as(house.residents[0]!), { kind: "place", placeId: house.communityId })).rejects.toMatchObject({ status: 403 });
  const guess = `${token.slice(0, -4)}${token.endsWith("AAAA") ? "BBBB" : "AAAA"}`;
  await expect(readFeed(house.anyone, guess, "")).rejects.toMatchObject({ status: 404 });
  expect([orgOfToken("x"), orgOfToken(`${token}AA`)]).toEqual([undefined, undefined]);
});
