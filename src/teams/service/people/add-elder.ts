import { randomUUID } from "node:crypto";
import { ageOn } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { personCards, whoAllows } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewElder } from "../../model/forms.ts";
import { insertElder, insertElderEvent } from "../../store/belongings.ts";
import { byOf, changeTeam, requireWork } from "../ground.ts";

/** A team begins to look after somebody who agreed to it (同意结对); younger than the team's age only with a reason. */
export async function addElder(session: Session, teamId: string, { personId, why, ...need }: NewElder): Promise<{ id: string }> {
  requireWork(session);
  const { actor, today } = session;
  return session.write("teams.add_elder", { teamId, personId, why, ...need }, async (tx) => {
    const { team, members, elders } = await changeTeam(session, tx, teamId);
    const card = (await personCards(tx, actor.orgId, [personId])).get(personId);
    if (!card || card.withheldOn !== null || card.deceasedOn !== null) throw new Refusal("not_found", "teams.person_not_found");
    if (elders.some((one) => one.personId === card.id)) throw new Refusal("conflict", "teams.looked_after_already");
    if (members.some((one) => one.personId === card.id)) throw new Refusal("conflict", "teams.member_already");
    if (!(await whoAllows(tx, actor.orgId, [card.id], "be_matched", today)).has(card.id)) throw new Refusal("conflict", "teams.consent_first");
    if (why === "" && (card.birthOn === null || ageOn(card.birthOn, today) < team.fromAge)) throw new Refusal("invalid_input", "teams.say_why_younger", { fields: [{ field: "why", reason: "teams.say_why_younger" }] });
    const [id, by] = [randomUUID(), byOf(session)];
    await insertElder(tx, actor.orgId, { id, teamId, personId: card.id, fromOn: today, why, ...by });
    await insertElderEvent(tx, actor.orgId, { elderId: id, number: 1, ...need, reason: null, onDay: today, ...by });
    await recordAudit(tx, actor, { action: "team.elder_added", subjectKind: "person", subjectId: card.id, details: { teamId } });
    return { id };
  });
}
