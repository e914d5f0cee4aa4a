import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { readKept } from "../../model/interview/read-draft.ts";
import type { InterviewDraft } from "../../model/interview/steps.ts";
import { readDraft } from "../../store/interviews.ts";
import { draftCell, draftKey, type DraftOf } from "./draft-cell.ts";

/** One's own draft of a conversation, as it was left. */
export async function findDraft(session: Session, of: DraftOf): Promise<{ draft: InterviewDraft; savedAt: string | null; version: number }> {
  requireCapability(session.actor, "outreach.work");
  const row = await session.read((tx) => readDraft(tx, draftKey(session, of)));
  if (!row) return { draft: {}, savedAt: null, version: 0 };
  return { draft: readKept(session.keys.open(row.sealed, draftCell(session, of))), savedAt: row.savedAt, version: row.version };
}
