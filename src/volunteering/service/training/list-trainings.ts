import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { selectTrainings, type TrainingSession } from "../../store/trainings.ts";
import { readProgramme } from "../ground.ts";

/** A programme's training sessions, the latest first. */
export async function listTrainings(session: Session, programmeId: string): Promise<(TrainingSession & { present: number })[]> {
  const { actor } = session;
  requireCapability(actor, "volunteers.read");
  return session.read(async (tx) => {
    await readProgramme(tx, actor, programmeId);
    return selectTrainings(tx, actor.orgId, programmeId);
  });
}
