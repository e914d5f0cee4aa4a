import { Refusal } from "#kernel/refusal.ts";
import { memberNames } from "#identity/index.ts";
import type { Session } from "#platform/db/session.ts";
import { holding, jobState, weeksOf, type JobState, type Week } from "../model/job.ts";
import { findJob, type EntryRow, type JobRow } from "../store/jobs.ts";
import { jobEntries } from "./job-entries.ts";
import { spellsOfPersons, type Kept } from "./kept.ts";
import { calledOf, noteRead, requirePart, requirePerson } from "./near.ts";

export interface ShownJob {
  readonly job: JobRow;
  readonly name: string;
  readonly coachName: string;
  readonly state: JobState;
  readonly weeks: readonly Week[];
  readonly entries: readonly (EntryRow & { readonly holds: boolean })[];
  readonly kept: Kept;
  /** When the time of employment at this place began, which may be with an earlier job there. */
  readonly sinceOn: string;
}

/** One job: what was planned and done on the spot, how it goes, whether it was kept. Each reading is noted. */
export async function showJob(session: Session, jobId: string): Promise<ShownJob> {
  requirePart(session);
  const { actor: { orgId }, today } = session;
  const { personId, ...shown } = await session.read(async (tx) => {
    const job = await findJob(tx, orgId, jobId);
    if (!job) throw new Refusal("not_found", "employment.job_not_found");
    const { card } = await requirePerson(session, tx, job.personId);
    const entries = await jobEntries(tx, orgId, jobId);
    const holds = new Set(holding(entries).map(({ number }) => number));
    const spell = (await spellsOfPersons(tx, orgId, [card.id], today)).spells.find(({ jobs }) => jobs.some(({ id }) => id === jobId))!;
    return {
      personId: card.id, job: { ...job, personId: card.id }, name: calledOf(card), coachName: (await memberNames(tx, orgId, [job.coachId])).get(job.coachId) ?? "", state: jobState(job.begunOn, entries),
      weeks: weeksOf(job.begunOn, entries, today), entries: entries.map((entry) => ({ ...entry, holds: holds.has(entry.number) })), kept: spell.kept, sinceOn: spell.begunOn,
    };
  });
  await noteRead(session, "employment.read", "person", personId);
  return shown;
}
