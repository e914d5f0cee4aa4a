import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { addMembers, removeMembers, selectRound } from "../../store/rounds.ts";
import { membersFound, type MemberFilter } from "./members-found.ts";

/** Whom to put in or take out: some of those a filter finds, or all of them. */
export interface MembersWish {
  readonly roundId: string;
  readonly filter: MemberFilter;
  /** Null for everybody the filter finds. */
  readonly personIds: readonly string[] | null;
  readonly to: "in" | "out";
}

/** Puts people into a round or takes them out. Who is not possible is not put in. */
export async function changeMembers(session: Session, { roundId, filter, personIds, to }: MembersWish): Promise<{ changed: number }> {
  const { actor } = session;
  requireCapability(actor, "matching.manage");
  if (personIds?.length === 0) throw new Refusal("invalid_input", "matching.nobody_chosen");
  return session.write("matching.change_members", { roundId, filter, personIds, to }, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId, { lock: true });
    if (!round) throw new Refusal("not_found", "matching.round_not_found");
    if (round.closedAt) throw new Refusal("conflict", "matching.round_closed");
    const { ids, standings } = await membersFound(session, tx, round, personIds ? { side: filter.side } : filter);
    const chosen = personIds ? ids.filter((id) => personIds.includes(id)) : ids;
    const moving = chosen.filter((id) => (to === "in" ? standings.get(id) === "out" : standings.get(id) !== "out"));
    if (moving.length > 0) await (to === "in" ? addMembers : removeMembers)(tx, actor.orgId, roundId, filter.side, moving);
    await recordAudit(tx, actor, { action: "round.changed", subjectKind: "round", subjectId: roundId, details: { side: filter.side, to, persons: moving.length } });
    return { changed: moving.length };
  });
}
