import { z } from "zod";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { expectVersion } from "#platform/db/version.ts";
import { normaliseHours, type WeeklyHours } from "../../model/availability/weekly-hours.ts";
import { WeeklyHoursSchema } from "../../model/sign-up/sign-up-form.ts";
import { replaceHours, selectHours, updateVolunteer } from "../../store/volunteers.ts";
import { holdVolunteer } from "../ground.ts";

export const NewAvailability = z.object({
  volunteerId: z.uuid(),
  hours: z.array(WeeklyHoursSchema).max(70),
  version: z.number().int(),
});
export type NewAvailability = z.output<typeof NewAvailability>;

/** Puts these weekly hours (可服务时间) in place of the earlier ones. */
export async function setAvailability(session: Session, input: NewAvailability): Promise<{ hours: WeeklyHours[] }> {
  const { actor } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.set-availability", input, async (tx) => {
    const { orgId } = actor;
    const volunteer = await holdVolunteer(tx, actor, input.volunteerId);
    const before = (await selectHours(tx, orgId, [volunteer.id])).get(volunteer.id) ?? [];
    const hours = normaliseHours(input.hours);
    expectVersion({ hours: before, version: volunteer.version }, { hours, version: input.version }, ["hours"]);
    await replaceHours(tx, orgId, volunteer.id, hours);
    await updateVolunteer(tx, orgId, volunteer.id, {}, volunteer.version);
    await recordAudit(tx, actor, { action: "volunteer.availability_set", subjectKind: "volunteer", subjectId: volunteer.id, details: { before, after: hours } });
    return { hours };
  });
}
