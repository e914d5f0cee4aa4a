import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { type PolicyVersion, type Requirement, versionOn } from "../../model/pathway/requirement.ts";
import { selectPolicies } from "../../store/policies.ts";
import { holdVolunteer } from "../ground.ts";
import { addFacts, standingOf } from "../standing.ts";

const Outcome = z.object({
  outcome: z.enum(["service_team", "reserve", "refused"]),
  /** In words; told to those refused, so it is asked for then. */
  words: z.string().trim().max(1000, "volunteering.text_too_long").default(""),
});
const toldKindly = ({ outcome, words }: z.output<typeof Outcome>) => outcome !== "refused" || words !== "";
const MISSING_WORDS = { path: ["words"], message: "volunteering.kind_words_missing" };

/** The outcome alone, for the page of one volunteer. */
export const AppraisalWords = Outcome.refine(toldKindly, MISSING_WORDS);

export const Appraisal = Outcome.extend({
  /** One or several of the same programme. */
  volunteerIds: z.array(z.uuid()).min(1, "volunteering.choose_somebody").max(200),
}).refine(toldKindly, MISSING_WORDS);
export type Appraisal = z.output<typeof Appraisal>;

/** Places trained volunteers in the service team (服务队) or the reserve (储备), or says no with kind words. All or nobody. */
export async function appraiseVolunteers(session: Session, input: Appraisal): Promise<{ appraised: number }> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.appraise-volunteers", input, async (tx) => {
    const { outcome, words } = input;
    for (const volunteerId of [...new Set(input.volunteerIds)].sort()) {
      const volunteer = await holdVolunteer(tx, actor, volunteerId);
      const asked = appraisalOf(versionOn(await selectPolicies(tx, actor.orgId, volunteer.programmeId), today));
      const before = await standingOf(tx, actor.orgId, volunteer, today);
      if (outcome !== "refused" && !before.trained) throw new Refusal("conflict", "volunteering.not_trained_yet");
      if (before.status === "removed") throw new Refusal("conflict", "volunteering.has_left");
      await addFacts(session, tx, volunteer, [{
        kind: "evidence", requirement: asked.key, on: today, quantity: 1, reason: words,
        ...(outcome === "refused" ? { result: "refused" as const } : { result: "met" as const, placement: outcome }),
      }]);
    }
    await recordAudit(tx, actor, input.volunteerIds.map((subjectId) => ({
      action: "volunteer.appraised", subjectKind: "volunteer", subjectId, details: { outcome },
    })));
    return { appraised: new Set(input.volunteerIds).size };
  });
}

function appraisalOf(policy: PolicyVersion | undefined): Requirement {
  const asked = policy?.requirements.find(({ kind }) => kind === "appraisal");
  if (!asked) throw new Refusal("conflict", "volunteering.no_appraisal_in_policy");
  return asked;
}
