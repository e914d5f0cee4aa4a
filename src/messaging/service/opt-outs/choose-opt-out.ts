import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { OptOut } from "../../model/forms.ts";
import { insertOptOut } from "../../store/opt-outs.ts";
import { requireSend } from "../ground.ts";

/** Writes down at the desk that somebody wants no more messages of a kind, or wants them again. Counts from this moment on. */
export async function chooseOptOut(session: Session, personId: string, { kind, choice }: OptOut): Promise<{ personId: string }> {
  requireSend(session);
  requireCapability(session.actor, "people.read");
  const { actor } = session;
  return session.write("messaging.opt_out", { personId, kind, choice }, async (tx) => {
    const card = (await personCards(tx, actor.orgId, [personId], { despite: "own_file" })).get(personId);
    if (!card) throw new Refusal("not_found", "messaging.person_not_found");
    await insertOptOut(tx, actor.orgId, { id: randomUUID(), personId: card.id, kind, choice, saidTo: "desk", byAccount: actor.accountId, byName: actor.name });
    await recordAudit(tx, actor, { action: choice === "out" ? "message.opted_out" : "message.opted_in", subjectKind: "person", subjectId: card.id, details: { kind, saidTo: "desk" } });
    return { personId: card.id };
  });
}
