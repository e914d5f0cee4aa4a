import { caseViewers } from "#casework/index.ts";
import { viewersByRight } from "#identity/index.ts";
import type { AccessSource } from "#platform/web/file-access.ts";
import { planningText } from "../../messages/index.ts";
import { openPlanIn } from "../open-plan.ts";
import { nameOf } from "../open-person.ts";

/** Who can open a plan: whoever stands near its case, or for one without a case everybody who works on plans. */
export const planAccess: AccessSource = async (session, planId, language) => {
  const t = planningText[language];
  const { plan, card, ofCase } = await session.read(async (tx) => {
    const opened = await openPlanIn(session, tx, planId);
    return { ...opened, ofCase: opened.plan.caseId === null ? null : await caseViewers(session, tx, opened.plan.caseId, language) };
  });
  return { title: t.person.title(nameOf(card)), to: `/plans/${plan.id}`, viewers: ofCase ?? await viewersByRight(session, [{ capability: "plans.work", why: t.access }]) };
};
