import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewRound } from "../../model/round/round.ts";
import { ageDayOf } from "../../model/segment/criteria.ts";
import { insertMembers } from "../../store/members.ts";
import { insertRound } from "../../store/rounds.ts";
import { lockSegment } from "../../store/segments.ts";
import { membersOf } from "../segments/ask-register.ts";
import { chooseMembers } from "./choose-members.ts";

/** People in one round at most; a larger segment is parted by community. */
const MOST_MEMBERS = 5000;

/** Begins a round with the people of a segment as the register stands now. Whoever refused, or is being asked already, is left out and counted. */
export async function createRound(session: Session, input: NewRound): Promise<{ id: string; members: number }> {
  const { actor, today } = session;
  requireCapability(actor, "outreach.manage");
  if (input.dueOn < input.opensOn) throw new Refusal("invalid_input", "round.due_before_opening", { fields: [{ field: "dueOn", reason: "round.due_before_opening" }] });
  return session.write("outreach.create-round", input, async (tx) => {
    const segment = await lockSegment(tx, actor.orgId, input.segmentId);
    if (!segment || segment.retiredOn !== null) throw new Refusal("not_found", "segment.not_found");
    const personIds = await membersOf(tx, actor.orgId, segment.criteria, today);
    if (personIds.length > MOST_MEMBERS) throw new Refusal("conflict", "round.too_many", { params: { most: MOST_MEMBERS, persons: personIds.length } });
    const { joining, leftOut } = await chooseMembers(tx, actor.orgId, personIds, input.opensOn > today ? input.opensOn : today);
    if (joining.length === 0) throw new Refusal("conflict", "round.nobody");

    const id = await insertRound(tx, {
      ...input, orgId: actor.orgId, segmentName: segment.name, criteria: segment.criteria, agesOn: ageDayOf(segment.criteria, today), leftOut, createdBy: actor.accountId, createdByName: actor.name,
    });
    const members = joining.map((card) => ({ personId: card.id, joinedAs: "segment" as const, communityId: card.communityId, laneId: card.laneId }));
    await insertMembers(tx, actor.orgId, id, members, input.opensOn);
    await recordAudit(tx, actor, { action: "round.created", subjectKind: "round", subjectId: id, details: { segmentId: segment.id, members: members.length, leftOut } });
    return { id, members: members.length };
  });
}
