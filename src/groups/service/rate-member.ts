import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewRating } from "../model/forms.ts";
import { lockGroup } from "../store/groups.ts";
import { insertRating, ratingsOf } from "../store/members.ts";
import { namedMembers, requireNear } from "./near.ts";

/** Writes down how near a member feels to what they came for; said again, the later one counts and the earlier stays. */
export async function rateMember(session: Session, groupId: string, { memberId, moment, value, ratingWords }: NewRating): Promise<{ id: string }> {
  const { actor, today, now } = session;
  return session.write("groups.rate", { groupId, memberId, moment, value, ratingWords }, async (tx) => {
    await lockGroup(tx, actor.orgId, groupId);
    await requireNear(session, tx, groupId);
    const member = (await namedMembers(session, tx, groupId)).find(({ id }) => id === memberId);
    if (!member) throw new Refusal("not_found", "groups.member_not_found");
    if (member.consent !== "given") throw new Refusal("conflict", "groups.consent_first");
    const earlier = (await ratingsOf(tx, actor.orgId, [memberId])).find((one) => one.moment === moment);
    await insertRating(tx, actor.orgId, { memberId, moment, revision: (earlier?.revision ?? 0) + 1, value, words: ratingWords, onDay: today, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "group.member_rated", subjectKind: "person", subjectId: member.personId, details: { groupId, moment } });
    return { id: memberId };
  });
}
