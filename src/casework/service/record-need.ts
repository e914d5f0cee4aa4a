import type { Session } from "#platform/db/session.ts";
import type { HeardNeed } from "../model/need.ts";
import { recordNeedsIn, type RecordedNeed } from "./record-needs.ts";

/** Writes down one need of one person. */
export async function recordNeed(session: Session, input: HeardNeed): Promise<RecordedNeed> {
  return session.write("casework.record-need", input, async (tx) => (await recordNeedsIn(session, tx, [input]))[0]!);
}
