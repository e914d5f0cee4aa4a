import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { decideEvidence } from "../../model/pathway/decide-fact.ts";
import { GUARDIAN_CONSENT } from "../../model/pathway/judgement.ts";
import { requirement } from "../../model/pathway/default-policy.ts";
import type { Requirement } from "../../model/pathway/requirement.ts";
import type { Status } from "../../model/pathway/volunteer-status.ts";
import { selectPolicies } from "../../store/policies.ts";
import { holdVolunteer, insist } from "../ground.ts";
import { addFacts } from "../standing.ts";

const Day = z.string().refine(isDay, "volunteering.day_unreadable");

export const NewEvidence = z.object({
  volunteerId: z.uuid(),
  requirement: z.string(),
  on: Day,
  result: z.enum(["met", "pending", "refused", "withdrawn"]),
  quantity: z.number().int().default(1),
  lastValidOn: Day.optional(),
  /** Where an appraisal that is met places the volunteer. */
  placement: z.enum(["service_team", "reserve"]).optional(),
  /** In words: what the paper says, or why not. */
  reason: z.string().trim().max(1000, "volunteering.text_too_long").default(""),
});
export type NewEvidence = z.output<typeof NewEvidence>;

/** Writes down evidence (凭据) about one requirement: met, being done, refused or withdrawn. */
export async function recordEvidence(session: Session, input: NewEvidence): Promise<{ factId: string; status: Status }> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.record-evidence", input, async (tx) => {
    const { volunteerId, lastValidOn, placement, ...rest } = input;
    const volunteer = await holdVolunteer(tx, actor, volunteerId);
    const asked = requirementOf((await selectPolicies(tx, actor.orgId, volunteer.programmeId)).flatMap(({ requirements }) => requirements), input.requirement);
    const evidence = { kind: "evidence" as const, ...rest, ...(lastValidOn !== undefined && { lastValidOn }), ...(placement !== undefined && { placement }) };
    insist(decideEvidence(asked, evidence, today));
    const { ids, standing } = await addFacts(session, tx, volunteer, [evidence]);
    await recordAudit(tx, actor, {
      action: "volunteer.evidence_recorded", subjectKind: "volunteer", subjectId: volunteerId,
      details: { requirement: input.requirement, result: input.result, on: input.on, ...(placement && { placement }), status: standing.status },
    });
    return { factId: ids[0]!, status: standing.status };
  });
}

/** The requirement of a key in its latest version; a guardian's consent is always one, whatever the policy lists. */
function requirementOf(requirements: readonly Requirement[], key: string): Requirement | undefined {
  return requirements.findLast((one) => one.key === key) ?? (key === GUARDIAN_CONSENT ? requirement(key, "guardian_consent", "approval") : undefined);
}
