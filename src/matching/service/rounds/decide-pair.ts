import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { Decision } from "../../model/round.ts";
import { insertDecision, insertExclusion, membersAmong, selectRound } from "../../store/rounds.ts";
import { openPair } from "../pairs/open-pair.ts";

/** What the organiser wants of two people in a round. */
export interface PairWish {
  readonly roundId: string;
  readonly residentId: string;
  readonly helperId: string;
  readonly kind: Decision["kind"];
  /** Needed to forbid (不宜结对, which stays beyond the round) and to override what was proposed. */
  readonly reason?: string | undefined;
}

/** Locks, forbids or accepts a proposed pair, or overrides the proposal with another by hand. Accepting opens the pair and asks both sides. */
export async function decidePair(session: Session, { roundId, residentId, helperId, kind, reason = "" }: PairWish): Promise<{ pairId: string | null }> {
  requireCapability(session.actor, "matching.manage");
  if ((kind === "forbid" || kind === "override") && reason.trim() === "") {
    throw new Refusal("invalid_input", "matching.reason_needed", { fields: [{ field: "reason", reason: "matching.reason_needed" }] });
  }
  return session.write("matching.decide_pair", { roundId, residentId, helperId, kind, reason }, (tx) => decideWithin(session, tx, { roundId, residentId, helperId, kind, reason }));
}

/** The same within a transaction that is open already; the caller authorises. */
export async function decideWithin(session: Session, tx: Tx, { roundId, residentId, helperId, kind, reason = "" }: PairWish): Promise<{ pairId: string | null }> {
  const { actor, now } = session;
  const round = await selectRound(tx, actor.orgId, roundId, { lock: true });
  if (!round) throw new Refusal("not_found", "matching.round_not_found");
  if (round.closedAt) throw new Refusal("conflict", "matching.round_closed");
  const members = await membersAmong(tx, actor.orgId, roundId, [residentId, helperId]);
  if (!members.residents.includes(residentId) || !members.helpers.includes(helperId)) throw new Refusal("conflict", "matching.not_in_round");
  const by = { byAccount: actor.accountId, byName: actor.name, at: now.toISOString() };
  await insertDecision(tx, actor.orgId, roundId, { residentId, helperId, kind, reason, ...by });
  if (kind === "forbid") await insertExclusion(tx, actor.orgId, { residentId, helperId, reason, ...by });
  const pairId = kind === "accept" || kind === "override" ? await openPair(session, tx, { programmeId: round.programmeId, roundId, residentId, helperId, replacesId: null, words: reason }) : null;
  await recordAudit(tx, actor, { action: `round.${kind}`, subjectKind: "round", subjectId: roundId, details: { residentId, helperId, reason } });
  return { pairId };
}
