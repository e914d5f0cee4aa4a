import { expect, test } from "vitest";
import { anActor } from "../testing/actors.ts";
import { sessionOf, testDatabase } from "../testing/database.ts";
import { canonical } from "./chain.ts";
import { recordAudit } from "./record.ts";
import { verifyChain } from "./verify.ts";

const t = testDatabase();

async function givenTrail(entries: number) {
  const actor = anActor();
  const session = sessionOf(actor, t);
  for (let batch = 0; batch < entries; batch += 5) {
    await session.write("test", null, (tx) => recordAudit(tx, actor, Array.from({ length: 5 }, (_, index) => ({
      action: "person.renamed", subjectKind: "person", subjectId: String(batch + index), details: { after: "周思佳", before: null, deep: { b: 1, a: [2, "三"] } },
    }))));
  }
  return { actor, verify: () => session.read((tx) => verifyChain(tx, actor.orgId)) };
}

test("an untouched chain is whole", async () => {
  const { verify } = await givenTrail(20);
  expect(await verify()).toMatchObject({ entries: 20, fault: null });
});

test("fifty writers at once leave one unbroken chain", async () => {
  const actor = anActor();
  await Promise.all(Array.from({ length: 50 }, (_, index) => sessionOf(actor, t).write("test", null, (tx) =>
    recordAudit(tx, actor, { action: "a", subjectKind: "x", subjectId: String(index) }))));
  expect(await sessionOf(actor, t).read((tx) => verifyChain(tx, actor.orgId))).toMatchObject({ entries: 50, fault: null });
});

test.each([
  ["edited", "update audit.entries set details = '{\"after\":\"x\"}' where org_id = $1 and seq = 7", 7],
  ["renamed actor", "update audit.entries set actor_name = 'x' where org_id = $1 and seq = 7", 7],
  ["deleted", "delete from audit.entries where org_id = $1 and seq = 7", 7],
  ["swapped", "update audit.entries e set subject_id = o.subject_id from audit.entries o where e.org_id = $1 and o.org_id = $1 and e.seq in (7, 8) and o.seq = 15 - e.seq", 7],
  ["cut off", "delete from audit.entries where org_id = $1 and seq > 15", 16],
])("a chain that was %s is found at the place", async (_how, sql, at) => {
  const { actor, verify } = await givenTrail(20);
  await t.owner.query(sql, [actor.orgId]);
  expect((await verify()).fault?.seq).toBe(at);
});

test("the application cannot change or delete an entry", async () => {
  const { actor } = await givenTrail(5);
  for (const sql of ["update audit.entries set actor_name = 'x'", "delete from audit.entries", "truncate audit.entries"]) {
    await expect(sessionOf(actor, t).write("x", null, (tx) => tx.executeQuery({ sql, parameters: [], query: { kind: "RawNode" } as never, queryId: { queryId: "x" } as never })))
      .rejects.toThrow("permission denied");
  }
});

test("canonical JSON does not depend on the order of keys", () => {
  expect(canonical({ b: 1, a: { d: [1, { z: 1, y: 2 }], c: null } })).toBe(canonical({ a: { c: null, d: [1, { y: 2, z: 1 }] }, b: 1 }));
});
