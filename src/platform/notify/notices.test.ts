import { expect, test } from "vitest";
import { anActor } from "../testing/actors.ts";
import { sessionOf, testDatabase } from "../testing/database.ts";
import { listNotices, readNotices, sendNotices } from "./notices.ts";

const t = testDatabase();

test("a notice reaches its account only, and goes once it was read", async () => {
  const actor = anActor();
  const other = anActor({ orgId: actor.orgId });
  const session = sessionOf(actor, t);
  await session.write("tell", null, (tx) => sendNotices(tx, actor.orgId, [actor.accountId], { kind: "concern.raised", link: "/concerns/1" }));
  expect(await session.read((tx) => listNotices(tx, actor))).toMatchObject([{ kind: "concern.raised", link: "/concerns/1" }]);
  expect(await session.read((tx) => listNotices(tx, other))).toEqual([]);
  await session.write("read", null, (tx) => readNotices(tx, actor, "/concerns/1", session.now));
  expect(await session.read((tx) => listNotices(tx, actor))).toEqual([]);
});
