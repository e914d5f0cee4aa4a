import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { decideEntry } from "../model/decide-entry.ts";
import { fadingPlan, jobState } from "../model/job.ts";
import { SERVICE_MODES } from "../model/service-modes.ts";
import type { Entry } from "../model/terms.ts";
import { findJob, insertEntry, keepJob, lockJob } from "../store/jobs.ts";
import { jobEntries } from "./job-entries.ts";
import { requirePart } from "./near.ts";
import { becomeService, takeServiceBack } from "./support-service.ts";

/** Writes down what happened in a job: support on the spot, a follow-along, a pause, the end; or takes an entry back. */
export async function addEntry(session: Session, jobId: string, entry: Entry): Promise<{ id: string }> {
  requirePart(session);
  const { actor, now, today } = session;
  return session.write("employment.entry", { jobId, ...entry }, async (tx) => {
    await lockJob(tx, actor.orgId, jobId);
    const job = await findJob(tx, actor.orgId, jobId);
    if (!job) throw new Refusal("not_found", "employment.job_not_found");
    const entries = await jobEntries(tx, actor.orgId, jobId);
    const { kind, words } = entry;
    const onDay = kind === "planned" || kind === "taken_back" ? today : entry.onDay ?? today;
    const decision = decideEntry({ ...entry, onDay }, { begunOn: job.begunOn, entries }, today);
    if (!decision.allowed) throw new Refusal("conflict", `employment.${decision.reason}`);
    if (kind === "taken_back") await takeServiceBack(session, tx, entries.find(({ number }) => number === entry.ofNumber)?.encounterId ?? null, words || SERVICE_MODES.takenBack);
    const row = {
      number: entries.length + 1, kind, onDay, words, byAccount: actor.accountId, byName: actor.name, at: now.toISOString(),
      minutes: kind === "supported" ? entry.minutes! : null, mode: kind === "supported" ? entry.mode! : null, reason: kind === "ended" ? entry.reason! : null,
      weeks: kind === "planned" ? fadingPlan(entry.startMinutes!, entry.endMinutes!, entry.weeks!) : null, ofNumber: kind === "taken_back" ? entry.ofNumber! : null, nextOn: kind === "followed" ? entry.nextOn ?? null : null,
      encounterId: kind === "supported" ? await becomeService(session, tx, job, { ...entry, onDay }) : null,
    };
    await insertEntry(tx, actor.orgId, jobId, row);
    const { pausedOn, endedOn, followOn } = jobState(job.begunOn, [...entries, row]);
    await keepJob(tx, actor.orgId, jobId, { pausedOn, endedOn, followOn });
    await recordAudit(tx, actor, { action: `job.${kind}`, subjectKind: "job", subjectId: jobId, details: { onDay } });
    return { id: jobId };
  });
}
