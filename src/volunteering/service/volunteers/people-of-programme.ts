import type { Tx } from "#platform/db/connect.ts";
import type { Status } from "../../model/pathway/volunteer-status.ts";
import { loadRoster } from "./roster.ts";

/** The persons of a programme who stand somewhere on a day, newest sign-up first; `ready`: may meet somebody. Whoever left is not among them. The caller authorises. */
export async function peopleOfProgramme(tx: Tx, orgId: string, programmeId: string, standing: Status | "ready" | "all", on: string): Promise<string[]> {
  const roster = await loadRoster(tx, orgId, programmeId, on);
  return roster.filter(({ standing: { status, mayServe } }) => status !== "removed" && (standing === "all" || (standing === "ready" ? mayServe : status === standing))).map(({ card }) => card.id);
}
