import { readFile } from "node:fs/promises";
import { runJob } from "../../platform/jobs/run-job.ts";
import type { Session } from "../../platform/db/session.ts";
import { acceptImport, loadImport, uploadRegister } from "../../register/index.ts";
import { jobs } from "../../register/jobs/index.ts";
import { BEGAN_DAYS_AGO, type Cast } from "./demo-cast.ts";

const REGISTER = new URL("../../register/fixtures/qingyun-register.xlsx", import.meta.url);

/** Brings in the street office's register, as a worker would: upload, check, accept. */
export async function seedRegister(cast: Cast): Promise<void> {
  const worker = await cast.as("worker", BEGAN_DAYS_AGO - 1);
  const { id: importId } = await uploadRegister(worker, { name: "青云街道残疾人名册.xlsx", bytes: await readFile(REGISTER) });
  await runPending(worker, importId);
  const { row: { version } } = await worker.read((tx) => loadImport(worker, tx, importId));
  await acceptImport(worker, { importId, version });
  await runPending(worker, importId);
}

/** Does the long work an import waits for at once instead of leaving it to the worker. */
async function runPending(session: Session, importId: string): Promise<void> {
  const { row: { jobId } } = await session.read((tx) => loadImport(session, tx, importId));
  const kinds = new Map(jobs.map((job) => [job.kind, job]));
  const reportBug = (error: unknown) => { throw error; };
  await runJob({ kinds, reportBug, sessionFor: async () => session, systemSession: () => session }, { orgId: session.actor.orgId, jobId: jobId! });
}
