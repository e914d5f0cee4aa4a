import type { Session } from "#platform/db/session.ts";
import { Raised } from "./model/incident.ts";
import { raiseIncident } from "./service/raise-incident.ts";

/** A made-up incident as a form would give it. */
export function aRaised(given: Partial<Record<keyof Raised, unknown>> = {}): Raised {
  return Raised.parse({ standing: "adult", kind: "neglect", severity: "serious", words: "家里两天没有人做饭", heardFrom: "neighbour", ...given });
}

/** Raises a made-up incident; its id. The session needs safeguarding.report. */
export async function givenIncident(session: Session, personId: string, given: Partial<Record<keyof Raised, unknown>> = {}): Promise<string> {
  return (await raiseIncident(session, personId, aRaised(given))).id;
}
