import { expect, onTestFinished, test, vi } from "vitest";
import { anActor } from "../testing/actors.ts";
import { sessionOf, testDatabase } from "../testing/database.ts";
import { startWorker } from "../jobs/worker.ts";
import { type Carrier, deliverLetter } from "./deliver-letter.ts";
import { type Letter, postLetter } from "./post-letter.ts";

const t = testDatabase();
const actor = anActor();
const post = (payload: unknown) => sessionOf(actor, t).write("post", payload, (tx) => postLetter(tx, actor.orgId, { topic: "test", payload }));
const state = async (id: string) => (await t.owner.query(`select attempts, last_error, delivered_at is not null as delivered from platform.outbox where id = $1`, [id])).rows[0];

async function atWork(carry: Carrier): Promise<void> {
  const worker = await startWorker({
    owner: t.owner, alone: true, kinds: new Map(), carriers: new Map([["test", carry]]), reportBug: () => {},
    sessionFor: async () => sessionOf(actor, t), systemSession: () => sessionOf(actor, t),
  });
  onTestFinished(() => worker.stop());
}

test("a letter leaves once the change it tells of has committed, and only then", async () => {
  const carried: Letter[] = [];
  await atWork(async (letter) => { carried.push(letter); });
  await expect(sessionOf(actor, t).write("post", 1, async (tx) => { await postLetter(tx, actor.orgId, { topic: "test", payload: 1 }); throw new Error("no"); })).rejects.toThrow("no");
  const id = await post({ n: 2 });
  await vi.waitFor(async () => expect(await state(id)).toEqual({ attempts: 1, last_error: null, delivered: true }), { timeout: 15_000 });
  expect(carried).toEqual([{ orgId: actor.orgId, id, topic: "test", payload: { n: 2 } }]);
});

test("what fails is noted without what it said, tried again, and carried once", async () => {
  const id = await post({ n: 3 });
  let tries = 0;
  const carriers = new Map<string, Carrier>([["test", async () => { if (tries++ === 0) throw Object.assign(new Error("550 王小明 unknown"), { code: "EENVELOPE" }); }]]);
  const deliver = () => deliverLetter(t.owner, carriers, { orgId: actor.orgId, letterId: id });
  await expect(deliver()).rejects.toThrow("550");
  expect(await state(id)).toEqual({ attempts: 1, last_error: "Error EENVELOPE", delivered: false });
  await deliver();
  await deliver();
  expect(tries).toBe(2);
  expect(await state(id)).toEqual({ attempts: 2, last_error: null, delivered: true });
});

test("the app can neither unsend a letter nor say that it was delivered, nor send one for another organisation", async () => {
  const id = await post({ n: 4 });
  const asApp = (sql: string, values: unknown[]) => sessionOf(actor, t).write("try", sql, async () => {
    const client = await t.owner.connect();
    try {
      await client.query("begin");
      await client.query("set local role linli_app");
      await client.query("select set_config('app.org', $1, true)", [actor.orgId]);
      await client.query(sql, values);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
  await expect(asApp("delete from platform.outbox where id = $1", [id])).rejects.toThrow("permission denied");
  await expect(asApp("update platform.outbox set delivered_at = now() where id = $1", [id])).rejects.toThrow("permission denied");
  await expect(asApp("select platform.dispatch($1, $2)", [crypto.randomUUID(), id])).rejects.toThrow("own organisation");
});
