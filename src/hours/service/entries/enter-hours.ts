import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewHours } from "../../model/forms.ts";
import { CONFIRM } from "../../model/policy.ts";
import { insertEntries } from "../../store/entries.ts";
import { found, insist, ownIds } from "../ground.ts";

/** Enters hours by hand, e.g. from a paper sheet. They wait to be confirmed like all others, and nobody enters their own. */
export async function enterHours(session: Session, { personId, ...said }: NewHours): Promise<{ id: string }> {
  const { actor, now, today } = session;
  requireCapability(actor, CONFIRM);
  if (said.happenedOn > today) throw new Refusal("invalid_input", "hours.in_future", { fields: [{ field: "happenedOn", reason: "hours.in_future" }] });
  return session.write("hours.enter", { personId, ...said }, async (tx) => {
    const card = found((await personCards(tx, actor.orgId, [personId])).get(personId), "hours.person_not_found");
    if ((await ownIds(tx, actor)).includes(card.id)) insist({ allowed: false, reason: "own_hours" });
    const [id] = await insertEntries(tx, actor.orgId, [{
      ...said, personId: card.id, sourceKind: "hand", sourceId: randomUUID(), managerName: actor.name, supersedes: null, reason: "",
      recordedBy: actor.accountId, recordedByName: actor.name, recordedAt: now.toISOString(),
    }]);
    await recordAudit(tx, actor, { action: "hours.entered", subjectKind: "hours", subjectId: id!, details: { minutes: said.minutes, happenedOn: said.happenedOn } });
    return { id: id! };
  });
}
