import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { ATTENDANCE_STATES, type AttendanceState, insertAttendance, lockTraining, selectAttendance, type TrainingSession } from "../../store/trainings.ts";
import { factsOf } from "../facts-of.ts";
import { found, holdVolunteer } from "../ground.ts";
import { addFacts } from "../standing.ts";

export const AttendanceList = z.object({
  trainingId: z.uuid(),
  attendance: z.array(z.object({ volunteerId: z.uuid(), state: z.enum(ATTENDANCE_STATES) })).max(500),
});
export type AttendanceList = z.output<typeof AttendanceList>;

/**
 * Notes who was at a training session. Having been there, late too, is evidence
 * towards the requirement; noting otherwise afterwards takes the evidence back.
 * Volunteers whose state is unchanged are left alone.
 */
export async function takeAttendance(session: Session, input: AttendanceList): Promise<{ changed: number }> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.take-attendance", input, async (tx) => {
    const training = found(await lockTraining(tx, actor.orgId, input.trainingId), "volunteering.training_not_found");
    if (training.cancelledAt !== null) throw new Refusal("conflict", "volunteering.training_cancelled");
    if (training.heldOn > today) throw new Refusal("conflict", "volunteering.training_not_yet");
    const noted = await selectAttendance(tx, actor.orgId, training.id);
    const changed = input.attendance.filter(({ volunteerId, state }) => noted.get(volunteerId)?.state !== state).sort((a, b) => (a.volunteerId < b.volunteerId ? -1 : 1));
    for (const { volunteerId, state } of changed) await note(session, tx, training, { volunteerId, state, before: noted.get(volunteerId)?.state });
    await insertAttendance(tx, actor.orgId, changed.map(({ volunteerId, state }) => ({
      sessionId: training.id, volunteerId, state, seq: (noted.get(volunteerId)?.seq ?? 0) + 1, recordedBy: actor.accountId,
    })));
    await recordAudit(tx, actor, { action: "training.attendance_taken", subjectKind: "training", subjectId: training.id, details: { changed: changed.length } });
    return { changed: changed.length };
  });
}

async function note(session: Session, tx: Tx, training: TrainingSession, { volunteerId, state, before }: { volunteerId: string; state: AttendanceState; before: AttendanceState | undefined }): Promise<void> {
  const volunteer = await holdVolunteer(tx, session.actor, volunteerId);
  if (volunteer.programmeId !== training.programmeId) throw new Refusal("not_found", "volunteering.volunteer_not_found");
  const reference = `session:${training.id}`;
  if (wasThere(state) && !wasThere(before)) {
    await addFacts(session, tx, volunteer, [{ kind: "evidence", requirement: training.requirement, on: training.heldOn, result: "met", quantity: 1, reference }]);
  }
  if (!wasThere(state) && wasThere(before)) {
    const facts = await factsOf(tx, session.actor.orgId, volunteer);
    const corrected = new Set(facts.flatMap(({ supersedes }) => supersedes ?? []));
    const standing = facts.filter((fact) => fact.kind === "evidence" && fact.reference === reference && !corrected.has(fact.id));
    await addFacts(session, tx, volunteer, standing.map(({ id }) => ({ kind: "void" as const, on: session.today, supersedes: id, reason: `attendance:${state}` })));
  }
}

function wasThere(state: AttendanceState | undefined): boolean {
  return state === "present" || state === "late";
}
