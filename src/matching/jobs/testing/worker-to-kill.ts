/** A process of its own that takes matching's jobs off the queue until it is killed, for the test that does so. */
import { randomBytes } from "node:crypto";
import type { Actor } from "#kernel/actor.ts";
import { connectPool, openDb } from "#platform/db/connect.ts";
import { openSession } from "#platform/db/session.ts";
import type { JobKind } from "#platform/jobs/job.ts";
import { startWorker } from "#platform/jobs/worker.ts";
import { orgKeys } from "#platform/secrets/org-keys.ts";
import { jobs } from "../index.ts";

const { url, actor: plain } = JSON.parse(process.argv[2]!) as { url: string; actor: Omit<Actor, "capabilities"> & { capabilities: string[] } };
const actor: Actor = { ...plain, capabilities: new Set(plain.capabilities) };
const db = openDb(connectPool({ url, role: "linli_app", maxConnections: 4 }));
const keys = orgKeys(randomBytes(32), actor.orgId); // nothing sealed is opened to compute a round
const session = () => openSession({ db, actor, keys, now: new Date("2026-11-22T02:00:00Z") });

await startWorker({
  owner: connectPool({ url, maxConnections: 4 }), alone: true, kinds: new Map(jobs.map((kind) => [kind.kind, kind as JobKind])), reportBug: (error) => { throw error; },
  sessionFor: async () => session(), systemSession: session,
});
process.stdout.write("at work\n");
