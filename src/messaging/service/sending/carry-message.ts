import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { sendNotices } from "#platform/notify/notices.ts";
import type { TextChannel } from "#platform/notify/text-channels.ts";
import { messagingText } from "../../messages/index.ts";
import type { Reach } from "../../model/plan-reach.ts";
import { CARRY } from "../../model/policy.ts";
import { lockMessage, type MessageRow } from "../../store/messages.ts";
import { type Attempt, claimAddresses, insertAttempts, type RecipientRow, recipientsById } from "../../store/recipients.ts";
import { gatherReach } from "../gather-reach.ts";
import { passOf } from "../passes.ts";
import type { MessageLetter } from "./release-message.ts";

/** The kind of notice a message leaves on 今天 of whoever has an account. */
export const MESSAGE_NOTICE = "message";

/** How texts leave, and where the receiver's own page stands. */
export interface Road {
  readonly channel: TextChannel | undefined;
  readonly origin: string;
  /** The organisation as public addresses name it. */
  readonly slug: string;
}

interface Going {
  readonly row: RecipientRow;
  readonly reach: Reach;
  /** The recipient who came first at the address. */
  readonly first: string | null;
}

/**
 * Carries one letter of a message: looks up anew who may be written to, gives each address to its first comer, and notes what came of each. A letter
 * that comes again goes on with whoever has not got it, under the same number, so that a gateway can drop the second.
 *
 * @param session without a key: what is looked up on the way holds numbers, and an answer kept for a repeated request would keep them
 * @throws when a gateway failed for somebody, so that the letter is tried again
 */
export async function carryMessage(session: Session, letter: MessageLetter, road: Road): Promise<void> {
  const { actor } = session;
  requireCapability(actor, CARRY);
  const claimed = await session.write("messaging.claim", letter, (tx) => claim(session, tx, letter));
  const attempts: { readonly attempt: Attempt; readonly accountId: string | null }[] = [];
  for (const one of claimed.going) attempts.push({ attempt: await send(session, claimed.message!, one, road), accountId: one.reach.accountId });
  await session.write("messaging.carried", letter, async (tx) => {
    const fresh = await insertAttempts(tx, actor.orgId, attempts.map(({ attempt }) => attempt));
    for (const { attempt, accountId } of attempts) {
      if (attempt.channel === "app" && fresh.has(attempt.recipientId)) await sendNotices(tx, actor.orgId, [accountId!], { kind: MESSAGE_NOTICE, link: pageOf(session, road, attempt.recipientId) });
    }
  });
  if (attempts.some(({ attempt }) => attempt.outcome === "failed")) throw Object.assign(new Error("a gateway refused"), { code: "EGATEWAY" });
}

/** The recipients still to be reached, each with whoever came first at the address; nobody once the message was stopped. */
async function claim(session: Session, tx: Tx, { messageId, recipientIds }: MessageLetter): Promise<{ message: MessageRow | undefined; going: readonly Going[] }> {
  const { actor: { orgId }, keys } = session;
  const message = await lockMessage(tx, orgId, messageId);
  if (!message || message.leavesAt === null || message.stoppedAt !== null) return { message, going: [] };
  const rows = (await recipientsById(tx, orgId, recipientIds)).filter(({ state }) => state === "queued" || state === "failed");
  const people = rows.map(({ personId }) => personId);
  const survivors = await personCards(tx, orgId, people);
  const reaches = new Map((await gatherReach(session, tx, message.kind, people)).reaches.map((reach) => [reach.personId, reach]));
  const known = rows.map((row) => {
    const reach = reaches.get(survivors.get(row.personId)!.id)!;
    const address = reach.accountId ?? reach.phone;
    return { row, reach, key: address === null ? null : keys.blindIndex("message_address", address) };
  });
  const owners = await claimAddresses(tx, orgId, messageId, known.flatMap(({ key, row }) => (key ? [{ key, recipientId: row.id }] : [])));
  return { message, going: known.map(({ row, reach, key }) => ({ row, reach, first: key && (owners.get(key.toString("hex")) ?? null) })) };
}

async function send(session: Session, { words }: MessageRow, { row, reach, first }: Going, road: Road): Promise<Attempt> {
  const noted = (outcome: Attempt["outcome"], more: Partial<Attempt> = {}): Attempt => ({ recipientId: row.id, number: row.attempts + 1, outcome, channel: null, reason: null, joinedTo: null, at: session.now.toISOString(), ...more });
  if (reach.reason !== null) return noted("not_sent", { reason: reach.reason });
  if (first !== row.id) return noted("joined", { joinedTo: first });
  if (reach.accountId !== null) return noted("sent", { channel: "app" });
  if (!road.channel) return noted("not_sent", { reason: "no_channel" });
  const { kind: channel } = road.channel;
  try {
    await road.channel.send({ id: row.id, to: reach.phone!, text: messagingText.zh.sms(words, `${road.origin}${pageOf(session, road, row.id)}`) });
    return noted("sent", { channel });
  } catch {
    return noted("failed", { channel, reason: "gateway" });
  }
}

const pageOf = ({ keys }: Session, { slug }: Road, recipientId: string): string => `/notes/${slug}/${passOf(keys, recipientId)}`;
