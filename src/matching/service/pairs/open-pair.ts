import { Refusal } from "#kernel/refusal.ts";
import { requireAgreed } from "#pathways/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { decideAsk } from "../../model/decide-pair.ts";
import type { PairEvent } from "../../model/pair.ts";
import { insertPair, insertPairEvent, readPairs } from "../../store/pairs.ts";
import { selectWishes } from "../../store/wishes.ts";
import { keptApart } from "./kept-apart.ts";
import { factsOf } from "./pair-facts.ts";

/** Opens a pair and asks both sides. Two who are already on their way together are not opened again, so a round run twice at once opens one. */
export async function openPair(
  session: Session, tx: Tx, given: { programmeId: string; residentId: string; helperId: string; roundId: string | null; replacesId: string | null; words: string },
): Promise<string> {
  const { actor, today } = session;
  const { words, ...pair } = given;
  const same = (await readPairs(tx, actor.orgId, { residentId: given.residentId, helperId: given.helperId }, today)).find(({ state }) => state !== "ended" && state !== "declined");
  if (same) throw new Refusal("conflict", "matching.already_paired");
  const apart = (await keptApart(tx, actor.orgId, given.residentId, today)).get(given.helperId);
  if (apart) throw new Refusal("conflict", `matching.pair_${apart}`);
  await requireAgreed(session, tx, given.helperId, "helping", { guardian: "elsewhere" });
  const facts = await factsOf(tx, actor.orgId, given, today);
  const [wish] = await selectWishes(tx, actor.orgId, given.programmeId, [given.residentId]);
  const pairId = await insertPair(tx, actor.orgId, { ...pair, rhythmDays: wish?.rhythmDays ?? 7, meetingPlace: wish?.meetingPlace ?? "", safetyNote: wish?.safetyNote ?? "" });
  const events: PairEvent[] = [{ kind: "proposed", on: today }];
  for (const side of ["resident", "helper"] as const) {
    const decision = decideAsk(events, side, today, facts);
    if (!decision.allowed) throw new Refusal("conflict", `matching.pair_${decision.reason}`);
    events.push({ kind: "asked", on: today, side });
  }
  for (const [index, event] of events.entries()) {
    await insertPairEvent(tx, actor.orgId, pairId, { seq: index + 1, event, words: index === 0 ? words : "", recordedBy: actor.accountId, recordedByName: actor.name });
  }
  await recordAudit(tx, actor, { action: "pair.proposed", subjectKind: "pair", subjectId: pairId, details: { residentId: given.residentId, helperId: given.helperId } });
  return pairId;
}
