import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Actor } from "../../kernel/actor.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { anActor } from "../testing/actors.ts";
import { sessionOf, testDatabase } from "../testing/database.ts";
import { defineJob, type Job, type JobKind } from "./job.ts";
import { runInThread } from "./in-thread.ts";
import { cancelJob, findJob, listJobs, mayRepeatJob, requestJob } from "./queue.ts";
import { startWorker } from "./worker.ts";

const t = testDatabase();

async function atWork(actor: Actor, kinds: JobKind<never>[]): Promise<void> {
  const worker = await startWorker({
    owner: t.owner, alone: true, kinds: new Map(kinds.map((kind) => [kind.kind, kind])), reportBug: () => {},
    sessionFor: async () => sessionOf(actor, t), systemSession: (orgId) => sessionOf({ ...actor, orgId: orgId as never }, t),
  });
  onTestFinished(() => worker.stop());
}
const ask = (actor: Actor, kind: string, input: unknown = null) => sessionOf(actor, t).write("ask", input, (tx) => requestJob(tx, actor, kind, input));
const look = (actor: Actor, id: string): Promise<Job> => sessionOf(actor, t).read((tx) => findJob(tx, actor.orgId, id));
const until = (actor: Actor, id: string, status: string) => vi.waitFor(async () => {
  const job = await look(actor, id);
  expect(job.status).toBe(status);
  return job;
}, { timeout: 15_000, interval: 50 });

test("a job runs to its end with progress and a result", async () => {
  const actor = anActor();
  await atWork(actor, [defineJob<number>("count", async ({ input, report }) => {
    for (let done = 1; done <= input; done++) await report({ done, total: input });
    return { link: "/there" };
  })]);
  const job = await until(actor, await ask(actor, "count", 3), "done");
  expect(job).toMatchObject({ doneCount: 3, totalCount: 3, result: { link: "/there" } });
});

test("a job waiting for somebody who has no rights left by the time it begins never runs", async () => {
  const actor = anActor();
  const ran: number[] = [];
  const worker = await startWorker({
    owner: t.owner, alone: true, kinds: new Map([["count", defineJob<number>("count", async ({ input }) => { ran.push(input); })]]), reportBug: () => {},
    sessionFor: async () => null, systemSession: () => sessionOf(actor, t),
  });
  onTestFinished(() => worker.stop());
  expect(await until(actor, await ask(actor, "count", 3), "failed")).toMatchObject({ failure: "access.not_allowed" });
  expect(ran).toEqual([]);
});

test("a job asked for in a transaction that fails never runs", async () => {
  const actor = anActor();
  await expect(sessionOf(actor, t).write("ask", null, async (tx) => { await requestJob(tx, actor, "count", 1); throw new Error("no"); })).rejects.toThrow("no");
  expect((await sessionOf(actor, t).read((tx) => listJobs(tx, actor.orgId))).rows).toEqual([]);
});

test("a running job stops at its next report when somebody cancels it", async () => {
  const actor = anActor();
  await atWork(actor, [defineJob("endless", async ({ report }) => { for (let done = 0; ; done++) { await report({ done }); await pause(20); } })]);
  const id = await ask(actor, "endless");
  await until(actor, id, "running");
  await sessionOf(actor, t).write("cancel", id, (tx) => cancelJob(tx, actor.orgId, id));
  await until(actor, id, "cancelled");
  await expect(sessionOf(actor, t).write("cancel", id, (tx) => cancelJob(tx, actor.orgId, id))).rejects.toMatchObject({ reason: "jobs.already_ended" });
});

test("a refusal ends a job with its reason, a bug with none of its words", async () => {
  const actor = anActor();
  await atWork(actor, [
    defineJob("refuses", async () => { throw new Refusal("conflict", "register.already_applied"); }),
    defineJob("breaks", async () => { throw new Error("secret value"); }),
  ]);
  expect((await until(actor, await ask(actor, "refuses"), "failed")).failure).toBe("register.already_applied");
  expect((await until(actor, await ask(actor, "breaks"), "failed")).failure).toBe("platform.unexpected");
});

test("a thread that ends without an answer stops the job, which may begin anew where its kind allows it", async () => {
  const actor = anActor();
  const leave = () => runInThread(new URL("testing/some-work.ts", import.meta.url), { kind: "leave" });
  await atWork(actor, [defineJob("leaves", leave, { repeatable: true }), defineJob("only_once", leave)]);
  const [one, other] = [await until(actor, await ask(actor, "leaves"), "failed"), await until(actor, await ask(actor, "only_once"), "failed")];
  expect([one.failure, mayRepeatJob(one, actor), mayRepeatJob(one, anActor()), other.failure, mayRepeatJob(other, actor)]).toEqual(["jobs.stopped", true, false, "jobs.stopped", false]);
});

test("after a crash the job goes on from its checkpoint", async () => {
  const actor = anActor();
  const id = await ask(actor, "resumes");
  await t.owner.query(`update jobs.jobs set started_at = now(), checkpoint = '{"row": 400}' where id = $1`, [id]);
  await t.owner.query("update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() where key = $1", [id]);
  const seen: unknown[] = [];
  await atWork(actor, [defineJob("resumes", async ({ checkpoint }) => { seen.push(checkpoint); })]);
  await until(actor, id, "done");
  expect(seen).toEqual([{ row: 400 }]);
});

test("another organisation does not see the job", async () => {
  const [here, there] = [anActor(), anActor()];
  const id = await ask(here, "count", 1);
  await expect(look(there, id)).rejects.toMatchObject({ reason: "jobs.not_found" });
});
