import { sql } from "kysely";
import { expect, test } from "vitest";
import { anActor } from "../testing/actors.ts";
import { sessionOf, testDatabase } from "../testing/database.ts";
import { recordAudit } from "../audit/record.ts";
import type { Tx } from "./connect.ts";
import type { DB } from "./tables.generated.ts";

const t = testDatabase();
const note = (tx: Tx, orgId: string) =>
  tx.withTables<DB>().insertInto("notify.notices").values({ orgId, accountId: orgId, kind: "test", link: "/" }).returning("id").executeTakeFirstOrThrow();
const countNotices = async (tx: Tx) => (await tx.withTables<DB>().selectFrom("notify.notices").select("id").execute()).length;

test("a transaction sees its own organisation's rows and no others, even without a predicate", async () => {
  const [here, there] = [anActor(), anActor()];
  await sessionOf(here, t).write("note", null, (tx) => note(tx, here.orgId));
  expect(await sessionOf(here, t).read(countNotices)).toBe(1);
  expect(await sessionOf(there, t).read(countNotices)).toBe(0);
});

test("a row cannot be written into another organisation", async () => {
  const [here, there] = [anActor(), anActor()];
  await expect(sessionOf(here, t).write("note", null, (tx) => note(tx, there.orgId))).rejects.toThrow("row-level security");
});

test("a reading transaction cannot write", async () => {
  const actor = anActor();
  await expect(sessionOf(actor, t).read((tx) => note(tx, actor.orgId))).rejects.toThrow("read-only");
});

test("outside a session nothing is visible", async () => {
  expect((await t.db.withTables<DB>().selectFrom("notify.notices").select("id").execute()).length).toBe(0);
});

test("the same key gives the same answer and does nothing twice; another input is refused", async () => {
  const actor = anActor();
  const send = (input: string) => sessionOf(actor, t, { key: "key-0001" }).write("note", input, (tx) => note(tx, actor.orgId));
  const first = await send("a");
  expect(await send("a")).toEqual(first);
  expect(await sessionOf(actor, t).read(countNotices)).toBe(1);
  await expect(send("b")).rejects.toMatchObject({ reason: "platform.key_reused" });
});

test("ten sends of one key at once do one thing", async () => {
  const actor = anActor();
  const answers = await Promise.all(Array.from({ length: 10 }, () =>
    sessionOf(actor, t, { key: "key-at-once" }).write("note", null, (tx) => note(tx, actor.orgId))));
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
  expect(await sessionOf(actor, t).read(countNotices)).toBe(1);
});

test("a command that fails half way leaves nothing, not even its key", async () => {
  const actor = anActor();
  const session = sessionOf(actor, t, { key: "key-fails" });
  await expect(session.write("note", null, async (tx) => {
    await note(tx, actor.orgId);
    await recordAudit(tx, actor, { action: "notice.made", subjectKind: "notice", subjectId: "1" });
    throw new Error("power cut");
  })).rejects.toThrow("power cut");
  expect(await session.read(countNotices)).toBe(0);
  await session.write("note", null, (tx) => note(tx, actor.orgId));
  expect(await session.read(countNotices)).toBe(1);
});

test("instants keep their microseconds and are UTC", async () => {
  const actor = anActor();
  const { rows } = await sessionOf(actor, t).read((tx) => sql<{ at: string }>`select '2026-11-22 08:00:00.123456+08'::timestamptz as at`.execute(tx));
  expect(rows[0]!.at).toBe("2026-11-22T00:00:00.123456Z");
});
