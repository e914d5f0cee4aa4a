import { randomUUID } from "node:crypto";
import { mayStillEnter, recordEncounterIn, SentEncounter, withdrawEncounterIn } from "#encounters/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { SERVICE_MODES } from "../model/service-modes.ts";
import type { Entry } from "../model/terms.ts";
import type { JobRow } from "../store/jobs.ts";

/**
 * Support as the one service record it is, so that its minutes count in person-times and the return; the id of that record.
 * Null where a service of that day may be entered no longer: then it is drawn here and counted nowhere. The coach's words stay here.
 */
export async function becomeService(session: Session, tx: Tx, job: JobRow, { onDay, minutes, mode }: { onDay: string } & Pick<Entry, "minutes" | "mode">): Promise<string | null> {
  if (!mayStillEnter(onDay, session.today)) return null;
  const id = randomUUID();
  await recordEncounterIn(session, tx, SentEncounter.parse({
    id, basis: 0, sendKey: `job-${id}`,
    entry: { happenedOn: onDay, minutes, mode: SERVICE_MODES.modes[mode!], topics: SERVICE_MODES.topics, placeWords: mode === "on_site" ? job.placeName : "", people: [{ personId: job.personId, role: "client" }] },
  }), { caseId: job.caseId });
  return id;
}

/** A support taken back takes its service record with it. */
export async function takeServiceBack(session: Session, tx: Tx, encounterId: string | null, reason: string): Promise<void> {
  if (encounterId !== null) await withdrawEncounterIn(session, tx, { encounterId, reason });
}
