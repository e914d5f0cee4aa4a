import type { TextChannel, TextMessage } from "#platform/notify/text-channels.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, type TestDatabase } from "#platform/testing/database.ts";
import type { Session } from "#platform/db/session.ts";
import { NewMessage } from "./model/forms.ts";
import { CARRY } from "./model/policy.ts";
import { carryMessage, type Road } from "./service/sending/carry-message.ts";
import type { MessageLetter } from "./service/sending/release-message.ts";
import { writeMessage } from "./service/sending/write-message.ts";

/** Writes a message to an audience given by its key; its id. */
export async function givenMessage(session: Session, audience: string, over: object = {}): Promise<string> {
  const input = NewMessage.parse({ kind: "activities", audience, words: "周三下午两点半，二楼活动室一起唱歌。", easyWords: "周三下午来唱歌。", ...over });
  return (await writeMessage(session, { ...input, audienceWords: "人群：长期居家" })).id;
}

/** A gateway that keeps what it is given, and is down for the numbers named. */
export function aGateway(down: ReadonlySet<string> = new Set()): { channel: TextChannel; got: TextMessage[] } {
  const got: TextMessage[] = [];
  return { got, channel: { kind: "sms", send: async (message) => { if (down.has(message.to)) throw new Error("down"); got.push(message); } } };
}

/** Carries the letters of a message as the worker process would, each once. */
export async function carryAll(t: TestDatabase, { actor }: Session, messageId: string, channel: TextChannel | undefined): Promise<void> {
  const { rows } = await t.owner.query<{ payload: MessageLetter }>("select payload from platform.outbox where org_id = $1 and topic = 'message' and payload->>'messageId' = $2 order by at", [actor.orgId, messageId]);
  const postman = sessionOf({ ...anActor({ orgId: actor.orgId, capabilities: [CARRY] }), name: "Linli" }, t);
  const road: Road = { channel, origin: "https://linli.example.org", slug: "dongli" };
  for (const { payload } of rows) await carryMessage(postman, payload, road);
}
