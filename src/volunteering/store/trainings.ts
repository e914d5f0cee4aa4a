import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { DB } from "./tables.generated.ts";

/** One training session (培训场次) of a programme. */
export interface TrainingSession {
  readonly id: string;
  readonly programmeId: string;
  /** The requirement that being there counts towards. */
  readonly requirement: string;
  readonly title: string;
  readonly heldOn: string;
  readonly fromTime: string | null;
  readonly minutes: number | null;
  readonly place: string;
  readonly trainer: string;
  readonly cancelledAt: string | null;
}

export const ATTENDANCE_STATES = ["present", "late", "absent", "excused"] as const;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

const SESSION = ["id", "programmeId", "requirement", "title", "heldOn", "fromTime", "minutes", "place", "trainer", "cancelledAt"] as const;

export async function insertTraining(tx: Tx, orgId: string, training: Omit<TrainingSession, "id" | "cancelledAt"> & { createdBy: string }): Promise<string> {
  const { id } = await tx.withTables<DB>().insertInto("volunteering.trainingSessions").values({ orgId, ...training }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** The programme's sessions, the latest first, with how many were there. */
export async function selectTrainings(tx: Tx, orgId: string, programmeId: string): Promise<(TrainingSession & { present: number })[]> {
  const rows = await tx.withTables<DB>().selectFrom("volunteering.trainingSessions as s").select(SESSION.map((column) => `s.${column}` as const))
    .select(sql<number>`(select count(*) from (select distinct on (a.volunteer_id) a.state from volunteering.training_attendance a
      where a.org_id = s.org_id and a.session_id = s.id order by a.volunteer_id, a.seq desc) latest where latest.state in ('present', 'late'))`.as("present"))
    .where("s.orgId", "=", orgId).where("s.programmeId", "=", programmeId).orderBy("s.heldOn", "desc").orderBy("s.id", "desc").limit(200).execute();
  return rows.map((row) => ({ ...row, present: Number(row.present) }));
}

/** One session, its row held so that two lists taken at once do not cross. */
export async function lockTraining(tx: Tx, orgId: string, id: string): Promise<TrainingSession | undefined> {
  return tx.withTables<DB>().selectFrom("volunteering.trainingSessions").select(SESSION).where("orgId", "=", orgId).where("id", "=", id).forUpdate().executeTakeFirst();
}

export async function selectTraining(tx: Tx, orgId: string, id: string): Promise<TrainingSession | undefined> {
  return tx.withTables<DB>().selectFrom("volunteering.trainingSessions").select(SESSION).where("orgId", "=", orgId).where("id", "=", id).executeTakeFirst();
}

/** The latest word on each volunteer at a session. */
export async function selectAttendance(tx: Tx, orgId: string, sessionId: string): Promise<Map<string, { state: AttendanceState; seq: number }>> {
  const rows = await tx.withTables<DB>().selectFrom("volunteering.trainingAttendance").select(["volunteerId", "state", "seq"]).distinctOn("volunteerId")
    .where("orgId", "=", orgId).where("sessionId", "=", sessionId).orderBy("volunteerId").orderBy("seq", "desc").execute();
  return new Map(rows.map(({ volunteerId, state, seq }) => [volunteerId, { state: state as AttendanceState, seq }]));
}

export async function insertAttendance(tx: Tx, orgId: string, rows: readonly { sessionId: string; volunteerId: string; seq: number; state: AttendanceState; recordedBy: string }[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.withTables<DB>().insertInto("volunteering.trainingAttendance").values(rows.map((row) => ({ orgId, ...row }))).execute();
}
