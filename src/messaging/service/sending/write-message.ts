import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { wordsFault } from "../../model/check-words.ts";
import type { NewMessage } from "../../model/forms.ts";
import { MOST_PEOPLE } from "../../model/terms.ts";
import { insertMessage } from "../../store/messages.ts";
import { peopleOf } from "../audience.ts";
import { gatherReach } from "../gather-reach.ts";
import { byOf, requireSend } from "../ground.ts";

/** Writes a message down, to be looked at before it is let go. A text that names somebody it goes to is refused: it passes machines nobody here keeps. */
export async function writeMessage(session: Session, input: NewMessage & { audienceWords: string }): Promise<{ id: string }> {
  requireSend(session);
  const { actor } = session;
  return session.write("messaging.write", input, async (tx) => {
    const people = await peopleOf(session, tx, input.audience);
    if (people.length > MOST_PEOPLE) throw new Refusal("too_large", "messaging.too_many_people", { params: { most: MOST_PEOPLE } });
    const { reaches, cards } = await gatherReach(session, tx, input.kind, people);
    const names = reaches.flatMap(({ personId }) => [cards.get(personId)!.name, cards.get(personId)!.preferredName ?? ""]);
    const fault = wordsFault(`${input.words}\n${input.easyWords}`, names);
    if (fault) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "words", reason: `messaging.${fault}` }] });
    const id = randomUUID();
    await insertMessage(tx, actor.orgId, { id, ...input, ...byOf(session) });
    await recordAudit(tx, actor, { action: "message.written", subjectKind: "message", subjectId: id, details: { kind: input.kind, of: input.audience.of } });
    return { id };
  });
}
