import { Refusal } from "#kernel/refusal.ts";
import { requireAgreed } from "#pathways/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { MemberStep } from "../model/forms.ts";
import { decideMember } from "../model/group.ts";
import { lockGroup } from "../store/groups.ts";
import { insertMemberEvent } from "../store/members.ts";
import { namedMembers, requireNear } from "./near.ts";

/** Writes down consent, another part in the group, or leaving. Who is served and is to help or lead needs the agreements of a change of side. */
export async function stepMember(session: Session, groupId: string, memberId: string, step: MemberStep): Promise<{ id: string }> {
  const { actor, today, now } = session;
  return session.write("groups.step_member", { groupId, memberId, ...step }, async (tx) => {
    await lockGroup(tx, actor.orgId, groupId);
    await requireNear(session, tx, groupId);
    const member = (await namedMembers(session, tx, groupId)).find(({ id }) => id === memberId);
    if (!member) throw new Refusal("not_found", "groups.member_not_found");
    const decision = decideMember(step, member);
    if (!decision.allowed) throw new Refusal("conflict", `groups.${decision.reason}`);
    const onDay = step.onDay ?? today;
    if (onDay > today || onDay < member.joinedOn) throw new Refusal("invalid_input", "groups.wrong_day", { fields: [{ field: "onDay", reason: "groups.wrong_day" }] });
    if (step.kind === "part" && step.part !== "member") await requireAgreed(session, tx, member.personId, step.part === "lead" ? "leading" : "helping");
    const consent = step.kind !== "part" && step.kind !== "left";
    await insertMemberEvent(tx, actor.orgId, memberId, {
      number: member.events.length + 1, kind: step.kind, part: step.kind === "part" ? step.part! : null, capacity: consent ? step.capacity! : null, reason: step.kind === "left" ? step.reason! : null,
      onDay, words: step.words, byAccount: actor.accountId, byName: actor.name, at: now.toISOString(),
    });
    await recordAudit(tx, actor, { action: `group.member_${step.kind}`, subjectKind: "person", subjectId: member.personId, details: { groupId } });
    return { id: memberId };
  });
}
