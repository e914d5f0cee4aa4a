import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { settleFault } from "../../model/decide-settle.ts";
import type { DraftAction } from "../../model/forms.ts";
import { planText } from "../../model/plan-text.ts";
import { keepPlanState } from "../../store/plans.ts";
import { updateVersion } from "../../store/versions.ts";
import { hashOf } from "../text-hash.ts";
import { openDraftIn } from "./open-draft.ts";

/** Settles a draft: from now on its text is fixed, can be signed, and is what is worked by. */
export async function settleVersion(session: Session, input: DraftAction): Promise<{ version: number }> {
  const { actor, now, today } = session;
  return session.write("planning.settle", input, async (tx) => {
    const { draft, place, card } = await openDraftIn(session, tx, input);
    const fault = settleFault(draft, today);
    if (fault) throw new Refusal("conflict", `plan.${fault}`);
    const text = planText(card.name, draft);
    await updateVersion(tx, place, { settledAt: now.toISOString(), settledOn: today, text, textHash: hashOf(text) });
    await keepPlanState(tx, actor.orgId, input.planId, { currentVersion: draft.number, reviewOn: draft.reviewOn });
    await recordAudit(tx, actor, { action: "plan.settled", subjectKind: "support_plan", subjectId: input.planId, details: { version: draft.number, textHash: hashOf(text) } });
    return { version: draft.number };
  });
}
