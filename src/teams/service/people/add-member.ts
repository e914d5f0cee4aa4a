import { randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { requireAgreed } from "#pathways/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewMember } from "../../model/forms.ts";
import { insertMember } from "../../store/belongings.ts";
import { byOf, changeTeam, requireWork } from "../ground.ts";

/** Takes somebody into a team; who is served themselves needs the agreements of a change of side first. */
export async function addMember(session: Session, teamId: string, input: NewMember): Promise<{ id: string }> {
  requireWork(session);
  const { actor, today } = session;
  return session.write("teams.add_member", { teamId, ...input }, async (tx) => {
    const { members, elders } = await changeTeam(session, tx, teamId);
    const card = (await personCards(tx, actor.orgId, [input.personId])).get(input.personId);
    if (!card || card.withheldOn !== null || card.deceasedOn !== null) throw new Refusal("not_found", "teams.person_not_found");
    if (members.some(({ personId }) => personId === card.id)) throw new Refusal("conflict", "teams.member_already");
    if (elders.some(({ personId }) => personId === card.id)) throw new Refusal("conflict", "teams.looked_after_already");
    if (input.joinedOn > today) throw new Refusal("invalid_input", "teams.in_future", { fields: [{ field: "joinedOn", reason: "teams.in_future" }] });
    await requireAgreed(session, tx, card.id, "helping");
    const id = randomUUID();
    await insertMember(tx, actor.orgId, { id, teamId, personId: card.id, joinedOn: input.joinedOn, ...byOf(session) });
    await recordAudit(tx, actor, { action: "team.member_joined", subjectKind: "person", subjectId: card.id, details: { teamId } });
    return { id };
  });
}
