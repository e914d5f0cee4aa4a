import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import type { OptOutKind } from "../../model/terms.ts";
import { type OptOutRow, optOutsOf, standingOptOuts } from "../../store/opt-outs.ts";
import { receivedBy, type ReceivedRow } from "../../store/recipients.ts";
import { noteRead, requireSend } from "../ground.ts";

const MOST = 50;

export interface PersonMessages {
  readonly personId: string;
  readonly name: string;
  readonly out: readonly OptOutKind[];
  readonly said: readonly OptOutRow[];
  readonly received: readonly ReceivedRow[];
}

/** What one person was written, and what they want no more of. */
export async function showPersonMessages(session: Session, personId: string): Promise<PersonMessages> {
  requireSend(session);
  requireCapability(session.actor, "people.read");
  const { orgId } = session.actor;
  const shown = await session.read(async (tx) => {
    const card = (await personCards(tx, orgId, [personId])).get(personId);
    if (!card || card.withheldOn !== null) throw new Refusal("not_found", "messaging.person_not_found");
    const ids = (await identitiesOf(tx, orgId, [card.id])).get(card.id)!;
    return { personId: card.id, name: card.preferredName ?? card.name, out: await standingOptOuts(tx, orgId, card.id), said: await optOutsOf(tx, orgId, ids), received: await receivedBy(tx, orgId, ids, MOST) };
  });
  await noteRead(session, "message.person_read", "person", shown.personId);
  return shown;
}
