import { expect, test } from "vitest";
import { anActor } from "../testing/actors.ts";
import { sessionOf, testDatabase } from "../testing/database.ts";
import { listAudit } from "./list.ts";
import { recordAudit } from "./record.ts";

const t = testDatabase();

test("the trail is read newest first, by subject or by kind of action, page by page", async () => {
  const actor = anActor();
  const session = sessionOf(actor, t);
  await session.write("test", null, (tx) => recordAudit(tx, actor, Array.from({ length: 70 }, (_, index) => ({
    action: index % 2 ? "person.read" : "visit.logged", subjectKind: index % 2 ? "person" : "visit", subjectId: String(index),
  }))));
  const read = (filter: Parameters<typeof listAudit>[2], after?: string | null) => session.read((tx) => listAudit(tx, actor, filter, { after: after ?? null }));
  const first = await read({});
  const second = await read({}, first.next);
  expect([first.rows[0]!.subjectId, second.rows.at(-1)!.subjectId, second.next]).toEqual(["69", "0", null]);
  expect((await read({ action: "person." })).rows).toHaveLength(35);
  expect((await read({ subjectKind: "visit", subjectId: "4" })).rows.map(({ seq }) => seq)).toEqual([5]);
});

test("another organisation's trail is out of sight", async () => {
  const actor = anActor();
  expect((await sessionOf(actor, t).read((tx) => listAudit(tx, actor, {}))).rows).toEqual([]);
});
