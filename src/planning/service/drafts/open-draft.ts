import { Refusal } from "#kernel/refusal.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { DraftAction } from "../../model/forms.ts";
import { openPlanIn, type FullVersion, type OpenedPlan } from "../open-plan.ts";

/** A plan with its draft, held to be changed. What somebody else changed since it was read is not written over. */
export async function openDraftIn(session: Session, tx: Tx, { planId, edition }: DraftAction): Promise<OpenedPlan & { readonly draft: FullVersion; readonly place: { orgId: string; planId: string; version: number } }> {
  const opened = await openPlanIn(session, tx, planId, "change");
  const { draft } = opened;
  if (!draft) throw new Refusal("conflict", "plan.no_draft");
  if (draft.edition !== edition) throw new Refusal("stale", "plan.draft_changed");
  return { ...opened, draft, place: { orgId: session.actor.orgId, planId, version: draft.number } };
}
