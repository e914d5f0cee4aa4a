import { defineJob, type JobKind } from "#platform/jobs/job.ts";
import { applyImport } from "../service/applying/apply-import.ts";
import { runUndo } from "../service/applying/undo-import.ts";
import { checkImport } from "../service/checking/check-import.ts";

interface Input { readonly importId: string }

const link = ({ importId }: Input) => ({ link: `/register/${importId}` });

/** The register's long work: reading a file, bringing it in, taking it back. Each may be run again after a crash. */
export const jobs: readonly JobKind[] = [
  defineJob<Input>("register.check", async (job) => { await checkImport(job.session, job.input.importId, job); return link(job.input); }),
  defineJob<Input>("register.apply", async (job) => { await applyImport(job.session, job.input.importId, job); return link(job.input); }),
  defineJob<Input>("register.undo", async (job) => { await runUndo(job.session, job.input.importId, job); return link(job.input); }),
];
