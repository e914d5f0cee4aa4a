import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { isTime } from "../../model/availability/weekly-hours.ts";
import { selectPolicies } from "../../store/policies.ts";
import { insertTraining } from "../../store/trainings.ts";
import { readProgramme } from "../ground.ts";

const text = (most: number) => z.string().trim().max(most, "volunteering.text_too_long");

export const NewTraining = z.object({
  programmeId: z.uuid(),
  requirement: z.string().default("training"),
  title: text(120).min(1, "volunteering.title_missing"),
  heldOn: z.string().refine(isDay, "volunteering.day_unreadable"),
  fromTime: z.string().refine(isTime, "volunteering.time_unreadable").nullable().default(null),
  minutes: z.number().int().min(1).max(1440).nullable().default(null),
  place: text(120).default(""),
  trainer: text(120).default(""),
});
export type NewTraining = z.output<typeof NewTraining>;

/** Sets a training session (培训) on its day, past or to come; who was there is noted with `takeAttendance`. */
export async function holdTraining(session: Session, input: NewTraining): Promise<{ id: string }> {
  const { actor } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.hold-training", input, async (tx) => {
    await readProgramme(tx, actor, input.programmeId);
    const asked = (await selectPolicies(tx, actor.orgId, input.programmeId)).at(-1)?.requirements.find(({ key }) => key === input.requirement);
    if (asked?.kind !== "training") throw new Refusal("invalid_input", "volunteering.not_a_training");
    const id = await insertTraining(tx, actor.orgId, { ...input, createdBy: actor.accountId });
    await recordAudit(tx, actor, { action: "training.planned", subjectKind: "training", subjectId: id, details: { title: input.title, heldOn: input.heldOn } });
    return { id };
  });
}
