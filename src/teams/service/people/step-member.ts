import { Refusal } from "#kernel/refusal.ts";
import { requireAgreed } from "#pathways/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { MemberStep } from "../../model/forms.ts";
import { insertMemberEvent } from "../../store/belongings.ts";
import { insertRequestEvent, requestsOf } from "../../store/requests.ts";
import { insertShiftEvents, shiftsOf } from "../../store/rota.ts";
import { byOf, changeTeam, requireWork } from "../ground.ts";

/** Far enough to reach every shift there can be. */
const FAR_ON = "9999-12-31";

/** Makes a member lead or deputy, or ends the membership: then their shifts are free again and what they had taken is handed back. A team has one lead. */
export async function stepMember(session: Session, teamId: string, step: MemberStep): Promise<{ id: string }> {
  requireWork(session);
  const { actor, today } = session;
  return session.write("teams.step_member", { teamId, ...step }, async (tx) => {
    const { members } = await changeTeam(session, tx, teamId);
    const member = members.find(({ id }) => id === step.memberId);
    if (!member) throw new Refusal("not_found", "teams.member_not_found");
    if (step.part === member.part) throw new Refusal("conflict", "teams.part_already");
    if (step.part === "left" && step.reason === undefined) throw new Refusal("invalid_input", "teams.reason_missing", { fields: [{ field: "reason", reason: "teams.reason_missing" }] });
    if (step.part === "lead") await requireAgreed(session, tx, member.personId, "leading");
    const until = step.part === "lead" ? members.find(({ part }) => part === "lead") : undefined;
    const by = byOf(session);
    if (until) await insertMemberEvent(tx, actor.orgId, { memberId: until.id, number: until.events + 1, part: "member", reason: null, onDay: today, ...by });
    await insertMemberEvent(tx, actor.orgId, { memberId: member.id, number: member.events + 1, part: step.part, reason: step.part === "left" ? step.reason! : null, onDay: today, ...by });
    if (step.part === "left") await letGo(session, tx, teamId, member.id);
    await recordAudit(tx, actor, { action: step.part === "left" ? "team.member_left" : "team.member_part", subjectKind: "person", subjectId: member.personId, details: { teamId, part: step.part } });
    return { id: member.id };
  });
}

async function letGo(session: Session, tx: Tx, teamId: string, memberId: string): Promise<void> {
  const { actor: { orgId }, today } = session;
  const shifts = (await shiftsOf(tx, orgId, teamId, today, FAR_ON)).filter((shift) => shift.memberId === memberId);
  await insertShiftEvents(tx, orgId, shifts.map(({ id, events }) => ({ shiftId: id, number: events + 1, memberId: null, swapId: null })), byOf(session));
  const taken = (await requestsOf(tx, orgId, teamId, today, today)).filter((one) => one.state === "taken" && one.memberId === memberId);
  for (const { id, events } of taken) await insertRequestEvent(tx, orgId, { requestId: id, number: events + 1, kind: "handed_back", memberId, words: "", encounterId: null, ...byOf(session) });
}
