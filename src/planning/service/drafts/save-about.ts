import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { AboutForm } from "../../model/forms.ts";
import { updateVersion } from "../../store/versions.ts";
import { openDraftIn } from "./open-draft.ts";

/** Writes what matters to the person, the risk, the day of review and why there is a new version. */
export async function saveAbout(session: Session, { about, risk, reviewOn, reason, ...draft }: AboutForm): Promise<{ planId: string }> {
  return session.write("planning.save-about", { about, risk, reviewOn, reason, ...draft }, async (tx) => {
    const { place } = await openDraftIn(session, tx, draft);
    await updateVersion(tx, place, { about, risk, reviewOn, reason });
    await recordAudit(tx, session.actor, { action: "plan.draft_changed", subjectKind: "support_plan", subjectId: draft.planId, details: { part: "about" } });
    return { planId: draft.planId };
  });
}
