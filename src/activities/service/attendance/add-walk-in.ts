import { randomUUID } from "node:crypto";
import { z } from "zod";
import { identitiesOf } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { MANAGE } from "../../model/policy.ts";
import { insertMarks } from "../../store/attendance.ts";
import { insertRegistration, type Registration, registrationsIn, selectRegistration } from "../../store/registrations.ts";
import { byOf } from "../ground.ts";
import { keepHours } from "./keep-hours.ts";
import { personOfSignUp } from "../registration/person-of-sign-up.ts";
import { fitting, openForAttendance } from "./take-attendance.ts";

export const WalkIn = z.object({
  sessionId: z.uuid(), markId: z.uuid().optional(),
  /** Known already, or new: then by name. */
  personId: z.uuid().optional(),
  name: z.string().trim().max(40).default(""), phone: z.string().trim().max(20).default(""),
  role: z.enum(["participant", "volunteer"]).default("participant"),
}).refine(({ personId, name }) => personId !== undefined || name !== "", { error: "activities.name_missing", path: ["name"] });
export type WalkIn = z.input<typeof WalkIn>;

/** Notes that somebody came without having signed up (临时来的). Somebody who had signed up is marked as being there instead. */
export async function addWalkIn(session: Session, input: WalkIn): Promise<{ registrationId: string }> {
  const { actor } = session;
  requireCapability(actor, MANAGE);
  const { sessionId, markId = randomUUID(), personId, name, phone, role } = WalkIn.parse(input);
  return session.write("activities.add_walk_in", input, async (tx) => {
    const planned = await openForAttendance(session, tx, sessionId);
    const who = personId ?? await personOfSignUp(session, tx, { name, phone, birthOn: null });
    const known = await registeredAs(tx, actor.orgId, sessionId, who);
    const standing = { neverCame: false, homebound: false, waitedBefore: 0, livesHere: true, missed: 0 };
    const registrationId = known?.id ?? await insertRegistration(tx, actor.orgId, sessionId, { personId: who, guestName: "", role, companionOf: null, needs: "", channel: "walk_in", standing, repeats: null }, byOf(session));
    await insertMarks(tx, actor.orgId, sessionId, [{ markId, registrationId, state: fitting("present", known ?? { status: "walk_in" }), markedAt: session.now.toISOString() }], { byAccount: actor.accountId, byName: actor.name });
    await keepHours(session, tx, planned, [(await selectRegistration(tx, actor.orgId, registrationId))!]);
    await recordAudit(tx, actor, { action: "activity.walk_in", subjectKind: "activity_session", subjectId: sessionId, details: { registrationId, personId: who } });
    return { registrationId };
  });
}

async function registeredAs(tx: Tx, orgId: string, sessionId: string, personId: string): Promise<Registration | undefined> {
  const records = (await identitiesOf(tx, orgId, [personId])).get(personId) ?? [personId];
  return (await registrationsIn(tx, orgId, sessionId, records)).find(({ repeats }) => repeats === null);
}
