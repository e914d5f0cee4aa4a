import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import type { Status } from "../../model/pathway/volunteer-status.ts";
import { type AttendanceState, selectAttendance, selectTraining, type TrainingSession } from "../../store/trainings.ts";
import { found } from "../ground.ts";
import { loadRoster } from "../volunteers/roster.ts";

export interface TrainingPage {
  readonly training: TrainingSession;
  /** Everybody who could have been there, by name; those who left only when they were noted. */
  readonly list: readonly { readonly volunteerId: string; readonly name: string; readonly status: Status; readonly have: number; readonly needed: number; readonly state: AttendanceState | null }[];
}

/** One training session with its list to tick. */
export async function showTraining(session: Session, trainingId: string): Promise<TrainingPage> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.read");
  return session.read(async (tx) => {
    const training = found(await selectTraining(tx, actor.orgId, trainingId), "volunteering.training_not_found");
    const noted = await selectAttendance(tx, actor.orgId, trainingId);
    const roster = await loadRoster(tx, actor.orgId, training.programmeId, today);
    const list = roster.filter(({ volunteer, standing }) => noted.has(volunteer.id) || standing.status !== "removed").map(({ volunteer, card, standing }) => {
      const towards = standing.requirements.find(({ key }) => key === training.requirement);
      return { volunteerId: volunteer.id, name: card.preferredName ?? card.name, status: standing.status, have: towards?.have ?? 0, needed: towards?.needed ?? 0, state: noted.get(volunteer.id)?.state ?? null };
    });
    return { training, list: list.sort((a, b) => a.name.localeCompare(b.name, "zh-CN")) };
  });
}
