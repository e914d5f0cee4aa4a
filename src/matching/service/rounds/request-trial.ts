import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { drawShare, type Trial } from "../../model/changes/trial.ts";
import { judgedOn } from "../../model/round.ts";
import { membersAmong, selectMembers, selectRound } from "../../store/rounds.ts";
import { adoptedRun } from "../../store/runs.ts";
import { possiblePeople } from "../members/possible-people.ts";
import { requestRun } from "./request-run.ts";

/** What to try; a drill may name persons or a share of those in the round. */
export type TrialWish = Exclude<Trial, { kind: "drill" }> | { readonly kind: "drill"; readonly helperIds: readonly string[]; readonly percent: number | null };

/** Asks for an answer that shows what one change would do. Nothing is decided by it; why two must not be paired may still be said when it is adopted. */
export async function requestTrial(session: Session, roundId: string, wish: TrialWish, { compare = false } = {}): Promise<{ jobId: string }> {
  const { actor, today } = session;
  requireCapability(actor, "matching.manage");
  const trial = await session.read(async (tx): Promise<Trial> => {
    if (!await adoptedRun(tx, actor.orgId, roundId)) throw new Refusal("not_found", "matching.round_not_found");
    if (wish.kind === "again") return wish;
    if (wish.kind === "lock" || wish.kind === "forbid") {
      const { residents, helpers } = await membersAmong(tx, actor.orgId, roundId, [wish.residentId, wish.helperId]);
      if (!residents.includes(wish.residentId) || !helpers.includes(wish.helperId)) throw new Refusal("conflict", "matching.not_in_round");
      return wish;
    }
    if (wish.kind === "come_in") {
      const round = await selectRound(tx, actor.orgId, roundId);
      const { helpers } = await membersAmong(tx, actor.orgId, roundId, wish.helperIds);
      const possible = await possiblePeople(tx, actor.orgId, round!.programmeId, judgedOn(round!.startOn, today));
      const helperIds = [...new Set(wish.helperIds)].filter((id) => possible.helpers.has(id) && !helpers.includes(id));
      if (helperIds.length === 0) throw new Refusal("invalid_input", "matching.nobody_comes_in");
      return { ...wish, helperIds };
    }
    const share = wish.kind === "drill" && wish.percent !== null;
    const helperIds = share ? drawShare((await selectMembers(tx, actor.orgId, roundId)).helpers, wish.percent!) : (await membersAmong(tx, actor.orgId, roundId, wish.helperIds)).helpers;
    if (helperIds.length === 0) throw new Refusal("invalid_input", "matching.nobody_drops_out", { fields: [{ field: "percent", reason: "matching.nobody_drops_out" }] });
    return { ...wish, helperIds };
  });
  return requestRun(session, roundId, trial, { compare });
}
