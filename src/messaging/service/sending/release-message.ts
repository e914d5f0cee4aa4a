import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { postLetter } from "#platform/outbox/post-letter.ts";
import { MOST_A_DAY, WAIT_MINUTES } from "../../model/terms.ts";
import { insertMessageEvent, lockMessage, releasedSince } from "../../store/messages.ts";
import { insertRecipients } from "../../store/recipients.ts";
import { peopleOf } from "../audience.ts";
import { gatherReach } from "../gather-reach.ts";
import { byOf, requireSend } from "../ground.ts";

/** Messages leave the house through the outbox, some people to a letter: each letter is tried again by itself. */
export const MESSAGE_TOPIC = "message";
export interface MessageLetter { readonly messageId: string; readonly recipientIds: readonly string[] }
const PEOPLE_A_LETTER = 50;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Lets a message go: everybody of the audience is kept with how they are to be reached, and it leaves in some minutes. Once, however often it is pressed. */
export async function releaseMessage(session: Session, messageId: string): Promise<{ people: number; recipientIds: readonly string[] }> {
  requireSend(session);
  const { actor, now } = session;
  return session.write("messaging.release", { messageId }, async (tx) => {
    const message = await lockMessage(tx, actor.orgId, messageId);
    if (!message) throw new Refusal("not_found", "messaging.not_found");
    if (message.leavesAt !== null) throw new Refusal("conflict", "messaging.released_already");
    await requireRoom(session, tx);
    const { reaches } = await gatherReach(session, tx, message.kind, await peopleOf(session, tx, message.audience));
    const people = reaches.filter(({ reachedBy }) => reachedBy !== "none").length;
    if (people === 0) throw new Refusal("conflict", "messaging.nobody");
    const leavesAt = new Date(now.getTime() + WAIT_MINUTES * MINUTE_MS);
    await insertMessageEvent(tx, actor.orgId, { messageId, number: 1, kind: "released", leavesAt: leavesAt.toISOString(), ...byOf(session) });
    const ids = await insertRecipients(tx, actor.orgId, messageId, reaches);
    const going = ids.filter((_, index) => reaches[index]!.reachedBy !== "none");
    for (let start = 0; start < going.length; start += PEOPLE_A_LETTER) {
      await postLetter(tx, actor.orgId, { topic: MESSAGE_TOPIC, payload: { messageId, recipientIds: going.slice(start, start + PEOPLE_A_LETTER) } satisfies MessageLetter, at: leavesAt });
    }
    await recordAudit(tx, actor, { action: "message.released", subjectKind: "message", subjectId: messageId, details: { people, leftOut: reaches.length - people } });
    return { people, recipientIds: going };
  });
}

async function requireRoom({ actor, now }: Session, tx: Tx): Promise<void> {
  const sent = await releasedSince(tx, actor.orgId, actor.accountId, new Date(now.getTime() - DAY_MS).toISOString());
  if (sent >= MOST_A_DAY) throw new Refusal("too_many", "messaging.too_many_today", { params: { most: MOST_A_DAY } });
}
