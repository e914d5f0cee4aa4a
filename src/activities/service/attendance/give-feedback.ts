import { z } from "zod";
import type { Session } from "#platform/db/session.ts";
import { FACES } from "../../model/faces.ts";
import { insertFeedback } from "../../store/feedback.ts";
import { requireBegun } from "../faces/show-faces.ts";
import { readOccasion } from "../ground.ts";
import { registrationOfPass } from "../registration/show-pass.ts";

export const Feedback = z.object({ face: z.enum(FACES), words: z.string().trim().max(500).default("") });
export type Feedback = z.input<typeof Feedback>;

/** Three faces after a session, by whoever holds the code of a registration. Kept without saying whose they are; nobody gives two. */
export async function giveFeedback(session: Session, pass: string, input: Feedback): Promise<{ given: boolean }> {
  const { actor, keys, today } = session;
  const { face, words } = Feedback.parse(input);
  return session.write("activities.give_feedback", { pass, input }, async (tx) => {
    const row = await registrationOfPass(session, tx, pass);
    requireBegun(session, await readOccasion(tx, actor.orgId, row.sessionId));
    const giver = keys.blindIndex("activity_feedback", row.repeats ?? row.id);
    return { given: await insertFeedback(tx, actor.orgId, { sessionId: row.sessionId, giver, face, words, givenOn: today }) };
  });
}
