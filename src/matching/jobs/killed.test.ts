import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { findJob, repeatJob } from "#platform/jobs/queue.ts";
import { startWorker } from "#platform/jobs/worker.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { beginRound } from "../service/rounds/begin-round.ts";
import { requestRun } from "../service/rounds/request-run.ts";
import { showRound } from "../service/rounds/show-round.ts";
import { givenTown, RIGHTS } from "../testing.ts";
import { jobs } from "./index.ts";

const t = testDatabase();
const SCRIPT = fileURLToPath(new URL("testing/worker-to-kill.ts", import.meta.url));

async function givenRound() {
  const town = await givenTown(sessionOf(anActor({ capabilities: RIGHTS }), t), { residents: ["周思佳", "陈国庆", "吴子涵", "郑浩然"], volunteers: ["何雨欣", "孙琳", "李思远"] });
  const { id: roundId } = await beginRound(town.session, { programmeId: town.programmeId, startOn: "2026-11-23" });
  return { ...town, roundId };
}

/** A worker process; it is at work once this returns. */
async function processAtWork(actor: Actor): Promise<ChildProcess> {
  const child = spawn(process.execPath, [SCRIPT, JSON.stringify({ url: t.ownerUrl, actor: { ...actor, capabilities: [...actor.capabilities] } })], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout!, "data");
  return child;
}

/** Runs that are there but not whole. */
const halfRuns = (roundId: string) => t.owner.query(
  `select number from matching.runs r where round_id = $1 and (pairs <> (select count(*) from matching.proposals p where p.round_id = r.round_id and p.run = r.number)
     or left_out <> (select count(*) from matching.unmatched u where u.round_id = r.round_id and u.run = r.number))`, [roundId]).then(({ rows }) => rows);

test("a worker killed at any moment leaves no half round: another takes the job up and finishes it once", async () => {
  const { session, actor, roundId } = await givenRound();
  const { jobId } = await requestRun(session, roundId);
  const job = () => session.read((tx) => findJob(tx, actor.orgId, jobId));
  for (const furthest of [200, 600, 1500]) {
    const child = await processAtWork(actor);
    await new Promise((resolve) => { setTimeout(resolve, Math.random() * furthest); });
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await halfRuns(roundId)).toEqual([]);
  }
  await processAtWork(actor);
  await vi.waitFor(async () => expect((await job()).status).toBe("done"), { timeout: 60_000, interval: 100 });
  const { run } = await showRound(session, roundId);
  expect([run!.number, run!.pairs, run!.leftOut, await halfRuns(roundId)]).toEqual([1, 3, 1, []]);
}, 120_000);

test("a job whose worker died as often as it may is shown as stopped, and whoever asked for it runs it again", async () => {
  const { session, actor, roundId } = await givenRound();
  const { jobId } = await requestRun(session, roundId);
  await t.owner.query("update jobs.jobs set started_at = now() where id = $1", [jobId]);
  await t.owner.query("update graphile_worker._private_jobs set attempts = max_attempts, locked_by = 'dead', locked_at = now() where key = $1", [jobId]);
  const worker = await startWorker({ owner: t.owner, alone: true, kinds: new Map(jobs.map((kind) => [kind.kind, kind as never])), reportBug: () => {}, sessionFor: async () => session, systemSession: () => session });
  onTestFinished(() => worker.stop());
  const look = (id: string) => session.read((tx) => findJob(tx, actor.orgId, id));
  expect(await look(jobId)).toMatchObject({ status: "failed", failure: "jobs.stopped", result: { again: true } });
  const stranger = sessionOf({ ...anActor({ orgId: actor.orgId, capabilities: RIGHTS }) }, t);
  await expect(stranger.write("jobs.repeat", jobId, (tx) => repeatJob(tx, stranger.actor, jobId))).rejects.toMatchObject({ reason: "jobs.not_repeatable" });
  const anew = await session.write("jobs.repeat", jobId, (tx) => repeatJob(tx, actor, jobId));
  await vi.waitFor(async () => expect((await look(anew)).status).toBe("done"), { timeout: 60_000, interval: 100 });
  expect((await look(jobId)).result).toEqual({ link: `/jobs/${anew}` });
  expect((await showRound(session, roundId)).run!.pairs).toBe(3);
  await expect(session.write("jobs.repeat", `${jobId} twice`, (tx) => repeatJob(tx, actor, jobId))).rejects.toMatchObject({ reason: "jobs.not_repeatable" });
}, 120_000);
