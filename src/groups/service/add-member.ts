import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewMember } from "../model/forms.ts";
import { lockGroup } from "../store/groups.ts";
import { insertMember } from "../store/members.ts";
import { namedMembers, requireNear } from "./near.ts";

/** Takes somebody into a group; not twice, not over its size, not once it has closed. */
export async function addMember(session: Session, groupId: string, input: NewMember): Promise<{ id: string }> {
  const { actor, today, now } = session;
  return session.write("groups.add_member", { groupId, ...input }, async (tx) => {
    await lockGroup(tx, actor.orgId, groupId);
    const { group, standing } = await requireNear(session, tx, groupId);
    if (standing.closed) throw new Refusal("conflict", "groups.closed");
    const card = (await personCards(tx, actor.orgId, [input.personId])).get(input.personId);
    if (!card || card.withheldOn !== null || card.deceasedOn !== null) throw new Refusal("not_found", "groups.person_not_found");
    const belonging = (await namedMembers(session, tx, groupId)).filter(({ leftOn }) => leftOn === null);
    if (belonging.some(({ personId }) => personId === card.id)) throw new Refusal("conflict", "groups.member_already");
    if (belonging.length >= group.mostMembers) throw new Refusal("conflict", "groups.full");
    if (input.joinedOn > today) throw new Refusal("invalid_input", "groups.in_future", { fields: [{ field: "joinedOn", reason: "groups.in_future" }] });
    const id = randomUUID();
    await insertMember(tx, actor.orgId, { id, groupId, ...input, personId: card.id, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "group.member_joined", subjectKind: "person", subjectId: card.id, details: { groupId } });
    return { id };
  });
}
