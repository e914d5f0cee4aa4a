import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { OptOut } from "../../model/forms.ts";
import { RECEIVE } from "../../model/policy.ts";
import type { Kind, OptOutKind } from "../../model/terms.ts";
import { insertOptOut, standingOptOuts } from "../../store/opt-outs.ts";
import { findReceived, sharingAddress } from "../../store/recipients.ts";
import { readMessage } from "../ground.ts";
import { readPass } from "../passes.ts";

/** One message as its receiver reads it, without any name. */
export interface ReceivedMessage {
  readonly kind: Kind;
  readonly words: string;
  readonly easyWords: string;
  readonly out: readonly OptOutKind[];
}

/** The message behind a sealed code; for whoever holds it. */
export async function openPass(session: Session, pass: string): Promise<ReceivedMessage> {
  requireCapability(session.actor, RECEIVE);
  const { orgId } = session.actor;
  return session.read(async (tx) => {
    const { messageId, people: [personId] } = await behind(session, tx, pass);
    const { kind, words, easyWords } = await readMessage(tx, orgId, messageId);
    return { kind, words, easyWords, out: await standingOptOuts(tx, orgId, personId!) };
  });
}

/** The receiver wants no more, or wants them again; for everybody who is reached at the same telephone. Counts from this moment on. */
export async function chooseByPass(session: Session, pass: string, { kind, choice }: OptOut): Promise<{ choice: string }> {
  requireCapability(session.actor, RECEIVE);
  const { actor } = session;
  return session.write("messaging.opt_out_by_pass", { pass, kind, choice }, async (tx) => {
    const { people } = await behind(session, tx, pass);
    for (const personId of people) {
      await insertOptOut(tx, actor.orgId, { id: randomUUID(), personId, kind, choice, saidTo: "link", byAccount: actor.accountId, byName: actor.name });
    }
    await recordAudit(tx, actor, people.map((personId) => ({ action: choice === "out" ? "message.opted_out" : "message.opted_in", subjectKind: "person", subjectId: personId, details: { kind, saidTo: "link" } })));
    return { choice };
  });
}

/** The message and the persons, as they stand now, who are reached where it came. */
async function behind({ actor: { orgId }, keys }: Session, tx: Tx, pass: string): Promise<{ messageId: string; people: readonly string[] }> {
  const recipientId = readPass(keys, pass);
  const received = recipientId === undefined ? undefined : await findReceived(tx, orgId, recipientId);
  if (!received) throw new Refusal("not_found", "messaging.pass_unknown");
  const cards = await personCards(tx, orgId, [received.personId, ...await sharingAddress(tx, orgId, recipientId!)], { despite: "own_file" });
  return { messageId: received.messageId, people: [...new Set([cards.get(received.personId)!.id, ...[...cards.values()].map(({ id }) => id)])] };
}
