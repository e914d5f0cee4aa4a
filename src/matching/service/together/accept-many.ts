import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { PairOfIds } from "../../model/round.ts";
import { listProposals } from "../../store/review/proposals.ts";
import { selectRound } from "../../store/rounds.ts";
import { adoptedRun } from "../../store/runs.ts";
import { decideWithin } from "../rounds/decide-pair.ts";
import { MOST_TOGETHER } from "./list-acceptable.ts";
import { oneByOne, type Together } from "./one-by-one.ts";

/** The pairs to accept, as they were looked at in one answer of a round. */
export interface ManyWish {
  readonly roundId: string;
  readonly run: number;
  readonly pairs: readonly PairOfIds[];
}

/**
 * Accepts several proposals, each as if alone: opened and both sides asked in a transaction of its own. Those that cannot be are named
 * with the reason and the others stay. Sent twice with the same key, each pair gives its first answer again.
 */
export async function acceptMany(session: Session, { roundId, run, pairs }: ManyWish): Promise<Together<PairOfIds, PairOfIds & { pairId: string }>> {
  requireCapability(session.actor, "matching.manage");
  if (pairs.length === 0) throw new Refusal("invalid_input", "matching.nothing_chosen");
  if (pairs.length > MOST_TOGETHER) throw new Refusal("invalid_input", "matching.too_many_together");
  return oneByOne(pairs, ({ residentId, helperId }) => session.write(`matching.accept_together ${residentId} ${helperId}`, { roundId, run }, async (tx) => {
    await expectOpen(session, tx, { roundId, run, residentId, helperId });
    const { pairId } = await decideWithin(session, tx, { roundId, residentId, helperId, kind: "accept" });
    return { residentId, helperId, pairId: pairId! };
  }));
}

/** The pair is still what was looked at: proposed by the answer the round goes by, and neither opened nor marked since. */
async function expectOpen({ actor }: Session, tx: Tx, { roundId, run, residentId, helperId }: PairOfIds & { roundId: string; run: number }): Promise<void> {
  const round = await selectRound(tx, actor.orgId, roundId, { lock: true });
  const stands = round && await adoptedRun(tx, actor.orgId, roundId);
  if (!round || !stands) throw new Refusal("not_found", "matching.round_not_found");
  if (stands.number !== run) throw new Refusal("conflict", "matching.proposal_gone");
  const { rows } = await listProposals(tx, { orgId: actor.orgId, roundId, programmeId: round.programmeId, run }, { open: true, personIds: [residentId] });
  if (!rows.some((row) => row.residentId === residentId && row.helperId === helperId)) throw new Refusal("conflict", "matching.proposal_gone");
}
