import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { FACES, pressesLeft } from "../../model/faces.ts";
import { MANAGE } from "../../model/policy.ts";
import { hasShared, insertShared } from "../../store/feedback.ts";
import { holdOccasion } from "../ground.ts";
import { countFaces, requireBegun } from "./show-faces.ts";

export const FacePress = z.object({ answerId: z.uuid(), face: z.enum(FACES) });
export type FacePress = z.input<typeof FacePress>;

/**
 * A face pressed on the device that goes round. The same answer sent again counts once, the first face of it; there are at most as many as people were there.
 * The trail says nothing of it: its instant would tell whose face came when.
 */
export async function pressFace(session: Session, sessionId: string, input: FacePress): Promise<{ answerId: string }> {
  const { actor, today } = session;
  requireCapability(actor, MANAGE);
  const { answerId, face } = FacePress.parse(input);
  return session.write("activities.press_face", { sessionId, answerId }, async (tx) => {
    const planned = await holdOccasion(tx, actor.orgId, sessionId);
    requireBegun(session, planned);
    if (await hasShared(tx, actor.orgId, sessionId, answerId)) return { answerId };
    const { present, given } = await countFaces(session, tx, planned);
    if (pressesLeft({ present, given }) === 0) throw new Refusal("conflict", "activities.faces_enough", { params: { present } });
    await insertShared(tx, actor.orgId, { sessionId, answerId, face, givenOn: today });
    return { answerId };
  });
}
