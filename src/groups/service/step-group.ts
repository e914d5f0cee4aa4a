import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { GroupStep } from "../model/forms.ts";
import { decideStep } from "../model/group.ts";
import { insertEvent, lockGroup } from "../store/groups.ts";
import { ratingsOf } from "../store/members.ts";
import { logsOf, sessionsOf } from "../store/sessions.ts";
import { namedMembers, requireNear } from "./near.ts";

/** Takes a group to another stage, closes it, writes down the visit after it, or opens it again. */
export async function stepGroup(session: Session, groupId: string, step: GroupStep): Promise<{ id: string }> {
  const { actor, today, now } = session;
  return session.write("groups.step", { groupId, ...step }, async (tx) => {
    await lockGroup(tx, actor.orgId, groupId);
    const { events, standing } = await requireNear(session, tx, groupId);
    const members = (await namedMembers(session, tx, groupId)).filter(({ leftOn }) => leftOn === null);
    const sessions = await sessionsOf(tx, actor.orgId, groupId);
    const logged = new Set((await logsOf(tx, actor.orgId, sessions.map(({ id }) => id))).map(({ sessionId }) => sessionId));
    const rated = new Set((await ratingsOf(tx, actor.orgId, members.map(({ id }) => id))).filter(({ moment }) => moment === "after").map(({ memberId }) => memberId));
    const decision = decideStep(step, { standing, membersNow: members.length, unratedAfter: members.filter(({ id }) => !rated.has(id)).length, sessionsWithoutLog: sessions.filter(({ id, onDay }) => onDay <= today && !logged.has(id)).length });
    if (!decision.allowed) throw new Refusal("conflict", `groups.${decision.reason}`);
    await insertEvent(tx, actor.orgId, groupId, {
      number: events.length + 1, kind: step.kind, stage: step.kind === "stage" ? step.stage! : null, followUpOn: step.kind === "closed" ? step.followUpOn ?? null : null, onDay: today, words: step.words,
      byAccount: actor.accountId, byName: actor.name, at: now.toISOString(),
    });
    await recordAudit(tx, actor, { action: `group.${step.kind === "stage" ? "moved" : step.kind}`, subjectKind: "group", subjectId: groupId, details: { ...(step.stage && { stage: step.stage }) } });
    return { id: groupId };
  });
}
