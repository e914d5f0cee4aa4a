import type { Session } from "#platform/db/session.ts";
import { NewGroup, SessionLog, SessionPlan, type SessionMark } from "./model/forms.ts";
import { addMember } from "./service/add-member.ts";
import { logSession } from "./service/log-session.ts";
import { openGroup } from "./service/open-group.ts";
import { planSession } from "./service/plan-session.ts";
import { stepMember } from "./service/step-member.ts";
import { MemberStep } from "./model/forms.ts";

/** A chess group as its plan says. */
export function aGroup(over: Partial<Record<keyof NewGroup, unknown>> = {}): NewGroup {
  return NewGroup.parse({ name: "象棋小组", kind: "mutual", aim: "每人认识三位能说话的邻居", forWhom: "长期在家的青年", mostMembers: 8, sessionsPlanned: 6, begunOn: "2026-09-01", ...over });
}

/** A group with members who agreed to records. The session needs groups.work. */
export async function givenGroup(session: Session, personIds: readonly string[], over: Partial<Record<keyof NewGroup, unknown>> = {}): Promise<{ groupId: string; memberIds: string[] }> {
  const { id: groupId } = await openGroup(session, aGroup(over));
  const memberIds: string[] = [];
  for (const personId of personIds) {
    const { id } = await addMember(session, groupId, { personId, joinedOn: session.today, why: "" });
    await stepMember(session, groupId, id, MemberStep.parse({ kind: "consented", capacity: "self" }));
    memberIds.push(id);
  }
  return { groupId, memberIds };
}

/** A session planned and written up, everybody marked. */
export async function givenSession(session: Session, groupId: string, number: number, marks: readonly SessionMark[], over: { plan?: Partial<SessionPlan>; log?: Partial<SessionLog> } = {}): Promise<string> {
  const { id } = await planSession(session, groupId, SessionPlan.parse({ number, onDay: session.today, minutes: 90, aim: "认识彼此", ...over.plan }));
  await logSession(session, id, SessionLog.parse({ revision: 0, heldOn: session.today, happened: "下了三盘棋，聊了各自的名字。", dynamics: ["polite"], ...over.log }), marks);
  return id;
}
