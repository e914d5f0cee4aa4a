import { viewersByRight } from "#identity/index.ts";
import { Refusal } from "#kernel/refusal.ts";
import { authorise } from "#platform/access/can.ts";
import type { AccessSource } from "#platform/web/file-access.ts";
import { assessmentText } from "../messages/index.ts";
import { WORK_ON_ASSESSMENTS } from "../model/policy.ts";
import { findRecord } from "../store/records.ts";
import { openPersonIn } from "./open-person.ts";

/** Who can open an assessment: everybody whose role assesses. */
export const assessmentAccess: AccessSource = async (session, recordId, language) => {
  const { actor } = session;
  const t = assessmentText[language];
  authorise(actor, WORK_ON_ASSESSMENTS, { orgId: actor.orgId });
  const { card } = await session.read(async (tx) => {
    const found = await findRecord(tx, actor.orgId, recordId);
    if (!found) throw new Refusal("not_found", "assessment.not_found");
    return openPersonIn(session, tx, found.personId);
  });
  return { title: t.person.title(card.preferredName ?? card.name), to: `/assessments/records/${recordId}`, viewers: await viewersByRight(session, [{ capability: "assessments.work", why: t.access }]) };
};
