import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Status } from "../../model/pathway/volunteer-status.ts";
import { holdVolunteer } from "../ground.ts";
import { addFacts, standingOf } from "../standing.ts";

export const Removal = z.object({
  volunteerId: z.uuid(),
  reason: z.string().trim().min(1, "volunteering.reason_missing").max(1000, "volunteering.text_too_long"),
});
export type Removal = z.output<typeof Removal>;

/** Ends somebody's part in a programme (退出), by their wish or the organisation's decision. Their history stays. */
export async function removeVolunteer(session: Session, input: Removal): Promise<{ status: Status }> {
  return moveInOrOut(session, "removed", input);
}

/** Lets somebody come back (恢复). What they had proved counts again, as far as it has not expired. */
export async function reinstateVolunteer(session: Session, input: Removal): Promise<{ status: Status }> {
  return moveInOrOut(session, "reinstated", input);
}

async function moveInOrOut(session: Session, kind: "removed" | "reinstated", { volunteerId, reason }: Removal): Promise<{ status: Status }> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write(`volunteering.${kind}`, { volunteerId, reason }, async (tx) => {
    const volunteer = await holdVolunteer(tx, actor, volunteerId);
    const { status } = await standingOf(tx, actor.orgId, volunteer, today);
    if ((status === "removed") === (kind === "removed")) {
      throw new Refusal("conflict", kind === "removed" ? "volunteering.has_left" : "volunteering.has_not_left");
    }
    const { standing } = await addFacts(session, tx, volunteer, [{ kind, on: today, reason }]);
    await recordAudit(tx, actor, { action: `volunteer.${kind}`, subjectKind: "volunteer", subjectId: volunteerId });
    return { status: standing.status };
  });
}
