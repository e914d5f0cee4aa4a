import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { HonourForm } from "../../model/forms.ts";
import { CONFIRM } from "../../model/policy.ts";
import { insertHonour, withdrawHonour } from "../../store/honours.ts";
import { found, insist, ownIds } from "../ground.ts";

/** Adds an award, a thank-you or an evaluation to a volunteer's record; nobody writes their own. */
export async function addHonour(session: Session, personId: string, input: HonourForm): Promise<{ id: string }> {
  const { actor, now, today } = session;
  requireCapability(actor, CONFIRM);
  if (input.givenOn > today) throw new Refusal("invalid_input", "hours.in_future", { fields: [{ field: "givenOn", reason: "hours.in_future" }] });
  return session.write("hours.add-honour", { personId, ...input }, async (tx) => {
    const card = found((await personCards(tx, actor.orgId, [personId])).get(personId), "hours.person_not_found");
    if ((await ownIds(tx, actor)).includes(card.id)) insist({ allowed: false, reason: "own_hours" });
    const id = await insertHonour(tx, actor.orgId, { ...input, personId: card.id, recordedBy: actor.accountId, recordedByName: actor.name, recordedAt: now.toISOString() });
    await recordAudit(tx, actor, { action: "honour.added", subjectKind: "person", subjectId: card.id, details: { kind: input.kind } });
    return { id };
  });
}

/** Takes one back that was entered by mistake, with a reason. */
export async function takeBackHonour(session: Session, input: { readonly honourId: string; readonly reason: string }): Promise<void> {
  const { actor, now } = session;
  requireCapability(actor, CONFIRM);
  await session.write("hours.take-back-honour", input, async (tx) => {
    if (!(await withdrawHonour(tx, actor.orgId, { ...input, byAccount: actor.accountId, at: now.toISOString() }))) throw new Refusal("not_found", "hours.honour_not_found");
    await recordAudit(tx, actor, { action: "honour.withdrawn", subjectKind: "honour", subjectId: input.honourId, details: { reason: input.reason } });
    return null;
  });
}
