import { z } from "zod";
import { addDays, isDay } from "#kernel/calendar.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { decideExemption, LONGEST_EXEMPTION_DAYS } from "../../model/pathway/decide-fact.ts";
import { versionOn } from "../../model/pathway/requirement.ts";
import type { Status } from "../../model/pathway/volunteer-status.ts";
import { selectPolicies } from "../../store/policies.ts";
import { holdVolunteer, insist } from "../ground.ts";
import { addFacts } from "../standing.ts";

export const NewExemption = z.object({
  volunteerId: z.uuid(),
  requirement: z.string(),
  /** Last day it holds. */
  untilOn: z.string().refine(isDay, "volunteering.day_unreadable"),
  reason: z.string().trim().min(1, "volunteering.reason_missing").max(1000, "volunteering.text_too_long"),
});
export type NewExemption = z.output<typeof NewExemption>;

/** Lets somebody go without one requirement from today until a day (豁免), where the policy in force allows it. */
export async function grantExemption(session: Session, input: NewExemption): Promise<{ status: Status }> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.grant-exemption", input, async (tx) => {
    const { volunteerId, ...exemption } = input;
    const volunteer = await holdVolunteer(tx, actor, volunteerId);
    const policy = versionOn(await selectPolicies(tx, actor.orgId, volunteer.programmeId), today);
    const asked = policy?.requirements.find(({ key }) => key === exemption.requirement);
    insist(decideExemption(asked, { ...exemption, on: today }, addDays(today, LONGEST_EXEMPTION_DAYS)));
    const { standing } = await addFacts(session, tx, volunteer, [{ kind: "exemption", on: today, ...exemption }]);
    await recordAudit(tx, actor, {
      action: "volunteer.exempted", subjectKind: "volunteer", subjectId: volunteerId,
      details: { requirement: exemption.requirement, untilOn: exemption.untilOn, status: standing.status },
    });
    return { status: standing.status };
  });
}
