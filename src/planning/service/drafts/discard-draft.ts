import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { DraftAction } from "../../model/forms.ts";
import { deleteDraft } from "../../store/versions.ts";
import { openDraftIn } from "./open-draft.ts";

/** Throws a draft away; the settled version goes on. */
export async function discardDraft(session: Session, input: DraftAction): Promise<{ planId: string }> {
  return session.write("planning.discard", input, async (tx) => {
    const { draft, current, place } = await openDraftIn(session, tx, input);
    if (!current) throw new Refusal("conflict", "plan.first_draft");
    await deleteDraft(tx, place);
    await recordAudit(tx, session.actor, { action: "plan.draft_discarded", subjectKind: "support_plan", subjectId: input.planId, details: { version: draft.number } });
    return { planId: input.planId };
  });
}
