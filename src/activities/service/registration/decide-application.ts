import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { MANAGE } from "../../model/policy.ts";
import { insertEvents, partyOf, selectRegistration } from "../../store/registrations.ts";
import { byOf, holdOccasion, settle } from "../ground.ts";
import { postMatter } from "../letters/post-letters.ts";

export const ApplicationDecision = z.object({ registrationId: z.uuid(), answer: z.enum(["accept", "refuse"]), reason: z.string().trim().max(300).default("") });
export type ApplicationDecision = z.input<typeof ApplicationDecision>;

/** Answers somebody who applied: a place where one is free, else the waiting list; or a no, with its reason. */
export async function decideApplication(session: Session, input: ApplicationDecision): Promise<{ answer: "booked" | "waitlisted" | "refused" }> {
  const { actor } = session;
  requireCapability(actor, MANAGE);
  const { registrationId, answer, reason } = ApplicationDecision.parse(input);
  if (answer === "refuse" && reason === "") throw new Refusal("invalid_input", "activities.say_why", { fields: [{ field: "reason", reason: "activities.say_why" }] });
  return session.write("activities.decide_application", input, async (tx) => {
    const row = await selectRegistration(tx, actor.orgId, registrationId);
    if (!row) throw new Refusal("not_found", "activities.registration_not_found");
    const planned = await holdOccasion(tx, actor.orgId, row.sessionId);
    const all = (await partyOf(tx, actor.orgId, row.sessionId, row.id)).filter(({ status }) => status === "applied").map(({ id }) => id);
    if (!all.includes(row.id)) throw new Refusal("conflict", "activities.answered_already");
    const decided = answer === "accept" ? ((await settle(session, tx, planned, all)).includes(row.id) ? "booked" as const : "waitlisted" as const) : "refused" as const;
    if (decided === "refused") {
      await insertEvents(tx, actor.orgId, row.sessionId, all, { kind: "refused", reason }, byOf(session));
      await postMatter(tx, actor.orgId, "refused", planned.occasion, [row.id]);
    }
    await recordAudit(tx, actor, { action: "activity.application_answered", subjectKind: "activity_session", subjectId: row.sessionId, details: { registrationId, decided } });
    return { answer: decided };
  });
}
