import { readFile } from "node:fs/promises";
import type { Session } from "#platform/db/session.ts";
import { runJob } from "#platform/jobs/run-job.ts";
import { findJob } from "#platform/jobs/queue.ts";
import type { Job, JobKind } from "#platform/jobs/job.ts";
import { jobs } from "../jobs/index.ts";
import { loadImport, type LoadedImport } from "../service/load-import.ts";
import { uploadRegister } from "../service/upload-register.ts";
import { fixturePath } from "./fixture-tables.ts";

/** How an import stands now. */
export const look = (session: Session, id: string): Promise<LoadedImport> => session.read((tx) => loadImport(session, tx, id));

/** Does the work an import waits for, as the worker would. `kinds` puts other code in place of a kind. */
export async function work(session: Session, id: string, kinds: readonly JobKind[] = jobs): Promise<Job> {
  const bugs: unknown[] = [];
  const { row } = await look(session, id);
  const orgId = session.actor.orgId;
  await runJob({
    kinds: new Map(kinds.map((kind) => [kind.kind, kind])), sessionFor: async () => session, systemSession: () => session, reportBug: (error) => bugs.push(error),
  }, { orgId, jobId: row.jobId! });
  if (bugs.length > 0) throw bugs[0];
  return session.read((tx) => findJob(tx, orgId, row.jobId!));
}

/** An import of the fixture register (or other bytes), read and ready to be accepted. */
export async function givenChecked(session: Session, file?: { name: string; bytes: Uint8Array }): Promise<LoadedImport> {
  const { id } = await uploadRegister(session, file ?? { name: "qingyun-register.xlsx", bytes: await readFile(fixturePath("qingyun-register.xlsx")) });
  await work(session, id);
  return look(session, id);
}
