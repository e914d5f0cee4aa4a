import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Status } from "../../model/pathway/volunteer-status.ts";
import { factsOf } from "../facts-of.ts";
import { holdVolunteer } from "../ground.ts";
import { addFacts } from "../standing.ts";

export const FactTakenBack = z.object({
  volunteerId: z.uuid(),
  factId: z.uuid(),
  reason: z.string().trim().min(1, "volunteering.reason_missing").max(1000, "volunteering.text_too_long"),
});
export type FactTakenBack = z.output<typeof FactTakenBack>;

/** Takes back what was written down by mistake (更正). The wrong line stays in the history, crossed out with its reason. */
export async function takeBackFact(session: Session, input: FactTakenBack): Promise<{ status: Status }> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.take-back-fact", input, async (tx) => {
    const volunteer = await holdVolunteer(tx, actor, input.volunteerId);
    const facts = await factsOf(tx, actor.orgId, volunteer);
    const wrong = facts.find(({ id }) => id === input.factId);
    if (!wrong || wrong.kind === "void") throw new Refusal("not_found", "volunteering.fact_not_found");
    if (facts.some(({ supersedes }) => supersedes === wrong.id)) throw new Refusal("conflict", "volunteering.fact_already_corrected");
    const { standing } = await addFacts(session, tx, volunteer, [{ kind: "void", on: today, supersedes: wrong.id, reason: input.reason }]);
    await recordAudit(tx, actor, {
      action: "volunteer.fact_taken_back", subjectKind: "volunteer", subjectId: volunteer.id, details: { factId: wrong.id, kind: wrong.kind, status: standing.status },
    });
    return { status: standing.status };
  });
}
