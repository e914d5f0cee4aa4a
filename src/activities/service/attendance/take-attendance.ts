import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { MANAGE } from "../../model/policy.ts";
import { type Attended, Mark } from "../../model/terms.ts";
import { insertMarks } from "../../store/attendance.ts";
import { type Registration, registrationsOf } from "../../store/registrations.ts";
import { type Planned, readOccasion } from "../ground.ts";
import { keepHours } from "./keep-hours.ts";

const AttendanceMark = z.object({
  /** Made where the mark is made: the same number sent again changes nothing. Given here when absent. */
  markId: z.uuid().optional(),
  registrationId: z.uuid(), state: Mark,
  /** When it was tapped; now when absent. A clock that runs ahead counts as now. */
  markedAt: z.iso.datetime({ offset: true }).optional(),
});
export const AttendanceBatch = z.object({ sessionId: z.uuid(), marks: z.array(AttendanceMark).min(1).max(1000) });
export type AttendanceBatch = z.input<typeof AttendanceBatch>;

/** What became of one mark, so that one bad mark never holds back the others. */
export interface MarkAnswer { readonly markId: string; readonly answer: "kept" | "activities.registration_not_found" }
export interface AttendanceAnswer {
  readonly marks: readonly MarkAnswer[];
  /** Where those marked stand now: the latest tap counts, whatever the order of arriving. */
  readonly now: readonly { readonly registrationId: string; readonly state: Attended | null }[];
}

/** Notes who came (签到), for one person or a whole list. Later marks supersede earlier ones; `unmarked` takes one back. */
export async function takeAttendance(session: Session, input: AttendanceBatch): Promise<AttendanceAnswer> {
  const { actor } = session;
  requireCapability(actor, MANAGE);
  const batch = AttendanceBatch.parse(input);
  const { sessionId } = batch;
  const marks = batch.marks.map((mark) => ({ ...mark, markId: mark.markId ?? randomUUID() }));
  return session.write("activities.take_attendance", input, async (tx) => {
    const planned = await openForAttendance(session, tx, sessionId);
    const known = new Map((await registrationsOf(tx, actor.orgId, sessionId)).map((row) => [row.id, row]));
    const good = marks.filter(({ registrationId }) => known.has(registrationId));
    const added = await insertMarks(tx, actor.orgId, sessionId, good.map((mark) => ({ markId: mark.markId, registrationId: mark.registrationId, state: fitting(mark.state, known.get(mark.registrationId)!), markedAt: tappedAt(session, mark.markedAt) })), { byAccount: actor.accountId, byName: actor.name });
    if (added > 0) await recordAudit(tx, actor, { action: "activity.attendance_taken", subjectKind: "activity_session", subjectId: sessionId, details: { marks: added } });
    const after = new Map((await registrationsOf(tx, actor.orgId, sessionId)).map((row) => [row.id, row]));
    await keepHours(session, tx, planned, [...new Set(good.map(({ registrationId }) => registrationId))].map((id) => after.get(id)!));
    return {
      marks: marks.map(({ markId, registrationId }) => ({ markId, answer: known.has(registrationId) ? "kept" as const : "activities.registration_not_found" as const })),
      now: [...new Set(good.map(({ registrationId }) => registrationId))].map((registrationId) => ({ registrationId, state: after.get(registrationId)?.attended ?? null })),
    };
  });
}

/** The session, when attendance can be taken: from its day on, and not when it was called off. */
export async function openForAttendance({ actor, today }: Session, tx: Tx, sessionId: string): Promise<Planned> {
  const planned = await readOccasion(tx, actor.orgId, sessionId);
  if (planned.occasion.cancelled) throw new Refusal("conflict", "activities.session_cancelled");
  if (planned.occasion.onDay > today) throw new Refusal("conflict", "activities.not_yet");
  return planned;
}

/** Who came without having a place is there as a walk-in, however the mark was made. */
export const fitting = (state: Mark, { status }: Pick<Registration, "status">): Mark => (state === "present" && status !== "booked" ? "walk_in" : state);

function tappedAt({ now }: Session, at: string | undefined): string {
  const tapped = at === undefined ? now : new Date(at);
  return (tapped > now ? now : tapped).toISOString();
}
