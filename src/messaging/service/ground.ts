import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { SEND } from "../model/policy.ts";
import { type By, findMessage, type MessageRow } from "../store/messages.ts";

/** Writing to people and seeing to whom opens files, so the second factor is asked for. */
export function requireSend({ actor }: Pick<Session, "actor">): void {
  requireCapability(actor, SEND);
  if (!actor.strong) throw new Refusal("forbidden", "access.second_factor");
}

export async function readMessage(tx: Tx, orgId: string, id: string): Promise<MessageRow> {
  const message = await findMessage(tx, orgId, id);
  if (!message) throw new Refusal("not_found", "messaging.not_found");
  return message;
}

export const byOf = ({ actor, now }: Pick<Session, "actor" | "now">): By => ({ byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });

/** Notes that names were read, in a transaction of its own whose answer is empty. */
export async function noteRead(session: Session, action: string, subjectKind: string, subjectId: string): Promise<void> {
  await session.write("messaging.note_read", { subjectId, at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, session.actor, { action, subjectKind, subjectId });
    return null;
  });
}
