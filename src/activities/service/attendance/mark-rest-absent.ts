import type { Session } from "#platform/db/session.ts";
import { requireCapability } from "#platform/access/can.ts";
import { MANAGE } from "../../model/policy.ts";
import { registrationsOf } from "../../store/registrations.ts";
import { takeAttendance } from "./take-attendance.ts";

/** At the end: everybody who had a place and was not marked did not come. */
export async function markRestAbsent(session: Session, sessionId: string): Promise<{ marked: number }> {
  requireCapability(session.actor, MANAGE);
  const rest = (await session.read((tx) => registrationsOf(tx, session.actor.orgId, sessionId))).filter(({ status, repeats, attended }) => status === "booked" && repeats === null && attended === null);
  if (rest.length > 0) await takeAttendance(session, { sessionId, marks: rest.map(({ id }) => ({ registrationId: id, state: "absent" as const })) });
  return { marked: rest.length };
}
