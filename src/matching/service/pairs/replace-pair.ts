import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { decideReplace } from "../../model/decide-pair.ts";
import { lockPair, readPairs } from "../../store/pairs.ts";
import { keptApart } from "./kept-apart.ts";
import { openPair } from "./open-pair.ts";
import { factsOf } from "./pair-facts.ts";

/** Finds a new friend, often from the reserve, for somebody whose pair ended or did not come about. Both histories stay apart. */
export async function replacePair(session: Session, { pairId, helperId, reviewedOn = null }: { pairId: string; helperId: string; reviewedOn?: string | null }): Promise<{ pairId: string }> {
  const { actor, today } = session;
  requireCapability(actor, "matching.manage");
  return session.write("matching.replace_pair", { pairId, helperId, reviewedOn }, async (tx) => {
    await lockPair(tx, actor.orgId, pairId);
    const [pair] = await readPairs(tx, actor.orgId, { ids: [pairId] }, today);
    if (!pair) throw new Refusal("not_found", "matching.pair_not_found");
    const { programmeId, residentId, helperId: formerHelperId } = pair;
    const follower = (await readPairs(tx, actor.orgId, { residentId }, today)).find(({ replacesId }) => replacesId === pairId);
    const facts = await factsOf(tx, actor.orgId, { programmeId, residentId, helperId }, today);
    const decision = decideReplace(pair.events, today, { ...facts, formerHelperId, newHelperId: helperId, replacedById: follower?.id ?? null, reviewedOn, apart: (await keptApart(tx, actor.orgId, residentId, today)).get(helperId) ?? null });
    if (!decision.allowed) throw new Refusal("conflict", `matching.pair_${decision.reason}`);
    return { pairId: await openPair(session, tx, { programmeId, residentId, helperId, roundId: null, replacesId: pairId, words: "" }) };
  });
}
