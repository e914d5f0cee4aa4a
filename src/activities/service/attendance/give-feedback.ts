import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import type { Session } from "#platform/db/session.ts";
import { instantOf } from "../../model/times.ts";
import { insertFeedback } from "../../store/feedback.ts";
import { readOccasion } from "../ground.ts";
import { registrationOfPass } from "../registration/show-pass.ts";

export const Feedback = z.object({ face: z.enum(["good", "fair", "poor"]), words: z.string().trim().max(500).default("") });
export type Feedback = z.input<typeof Feedback>;

/** Three faces after a session, by whoever holds the code of a registration. Kept without saying whose they are; nobody gives two. */
export async function giveFeedback(session: Session, pass: string, input: Feedback): Promise<{ given: boolean }> {
  const { actor, keys, now, today } = session;
  const { face, words } = Feedback.parse(input);
  return session.write("activities.give_feedback", { pass, input }, async (tx) => {
    const row = await registrationOfPass(session, tx, pass);
    const { occasion } = await readOccasion(tx, actor.orgId, row.sessionId);
    if (occasion.cancelled || instantOf(occasion.onDay, occasion.fromMinute) > now) throw new Refusal("conflict", "activities.not_yet");
    const giver = keys.blindIndex("activity_feedback", row.repeats ?? row.id);
    return { given: await insertFeedback(tx, actor.orgId, { sessionId: row.sessionId, giver, face, words, givenOn: today }) };
  });
}
