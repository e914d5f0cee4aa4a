import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { decideWithdraw } from "../../model/decide-pair.ts";
import { bumpPair, insertPairEvent, lockPair, readPairs } from "../../store/pairs.ts";
import { insertDecision, selectRound } from "../../store/rounds.ts";
import { MOST_TOGETHER } from "./list-acceptable.ts";
import { oneByOne, type Together } from "./one-by-one.ts";

/** Which pairs to take back, and the words that stand in their history. */
export interface WithdrawWish {
  readonly roundId: string;
  readonly pairIds: readonly string[];
  readonly words: string;
}

/** Takes back what was asked while nobody has answered: each pair is ended, its history stays, and its proposal is open again. */
export async function withdrawAsked(session: Session, { roundId, pairIds, words }: WithdrawWish): Promise<Together<{ pairId: string }, { pairId: string }>> {
  requireCapability(session.actor, "matching.manage");
  if (pairIds.length === 0) throw new Refusal("invalid_input", "matching.nothing_chosen");
  if (pairIds.length > MOST_TOGETHER) throw new Refusal("invalid_input", "matching.too_many_together");
  return oneByOne(pairIds.map((pairId) => ({ pairId })), (one) => withdrawOne(session, { ...one, roundId, words }));
}

async function withdrawOne(session: Session, { roundId, pairId, words }: { roundId: string; pairId: string; words: string }): Promise<{ pairId: string }> {
  const { actor, today, now } = session;
  return session.write(`matching.withdraw_asked ${pairId}`, { roundId }, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId, { lock: true });
    if (!round) throw new Refusal("not_found", "matching.round_not_found");
    await lockPair(tx, actor.orgId, pairId);
    const [pair] = await readPairs(tx, actor.orgId, { ids: [pairId] }, today);
    if (!pair || pair.programmeId !== round.programmeId) throw new Refusal("not_found", "matching.pair_not_found");
    const decision = decideWithdraw(pair.events, today);
    if (!decision.allowed) throw new Refusal("conflict", `matching.pair_${decision.reason}`);
    await insertPairEvent(tx, actor.orgId, pairId, { seq: pair.events.length + 1, event: { kind: "ended", on: today, reason: "other" }, words, recordedBy: actor.accountId, recordedByName: actor.name });
    await bumpPair(tx, actor.orgId, pairId);
    await insertDecision(tx, actor.orgId, roundId, { residentId: pair.residentId, helperId: pair.helperId, kind: "unlock", reason: words.slice(0, 500), byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "pair.ended", subjectKind: "pair", subjectId: pairId, details: { on: today, withdrawn: true } });
    return { pairId };
  });
}
