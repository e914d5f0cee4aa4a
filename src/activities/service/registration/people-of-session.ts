import type { Tx } from "#platform/db/connect.ts";
import { registrationsOf } from "../../store/registrations.ts";

/** Who has a place in a session, or waits for one; or its volunteers. Guests without a file are not among them. The caller authorises. */
export async function peopleOfSession(tx: Tx, orgId: string, sessionId: string, side: "booked" | "waitlisted" | "volunteer"): Promise<string[]> {
  const rows = (await registrationsOf(tx, orgId, sessionId)).filter(({ repeats }) => repeats === null);
  const wanted = rows.filter(({ status, role }) => (side === "volunteer" ? role === "volunteer" && status === "booked" : role !== "volunteer" && (side === "booked" ? status === "booked" || status === "walk_in" : status === "waitlisted")));
  return [...new Set(wanted.flatMap(({ personId }) => personId ?? []))];
}
