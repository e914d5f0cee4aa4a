import { standingServices } from "#encounters/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { entriesOf, type EntryRow } from "../store/jobs.ts";

/** What happened in a job. Day and minutes of a support are its service record's as it stands: corrected or taken back there, it is so here. */
export async function jobEntries(tx: Tx, orgId: string, jobId: string): Promise<EntryRow[]> {
  const written = (await entriesOf(tx, orgId, [jobId])).get(jobId) ?? [];
  const services = await standingServices(tx, orgId, written.flatMap(({ encounterId }) => encounterId ?? []));
  return written.map((entry) => {
    const service = entry.encounterId === null ? undefined : services.get(entry.encounterId);
    return service ? { ...entry, onDay: service.happenedOn, minutes: service.minutes, serviceWithdrawn: service.withdrawn } : entry;
  });
}
