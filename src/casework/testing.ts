import { PersonId } from "#kernel/ids.ts";
import type { Session } from "#platform/db/session.ts";
import type { HeardNeed } from "./model/need.ts";
import { recordNeed } from "./service/record-need.ts";

/** What a need takes to be written down, read and changed. */
export const NEED_CAPABILITIES = ["people.read", "people.write", "outreach.work"] as const;

/** A need as it is heard. */
export function aNeed(personId: string, over: Partial<HeardNeed> = {}): HeardNeed {
  return { personId: PersonId.parse(personId), code: "company.friend", priority: "soon", source: "client", words: "想有人一起打球", heardOn: "2026-11-20", ...over };
}

/** Writes down one need; its id. */
export async function givenNeed(session: Session, personId: string, over: Partial<HeardNeed> = {}): Promise<string> {
  return (await recordNeed(session, aNeed(personId, over))).needId;
}
