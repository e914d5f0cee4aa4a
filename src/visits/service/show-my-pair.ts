import { Refusal } from "../../kernel/refusal.ts";
import { mayReadPairNotes, readPairs } from "../../matching/index.ts";
import { recordAudit } from "../../platform/audit/record.ts";
import type { Session } from "../../platform/db/session.ts";
import { listVisits, type VisitRow } from "../store/visits.ts";
import { listMyPairs, type MyPair } from "./list-my-pairs.ts";

/** One of the volunteer's own pairs with what they themselves noted; never what an earlier friend wrote. Opening it is audited. */
export async function showMyPair(session: Session, pairId: string): Promise<MyPair & { visits: readonly Pick<VisitRow, "id" | "happenedOn" | "minutes" | "mode" | "mood" | "words">[] }> {
  const { actor, today } = session;
  const mine = (await listMyPairs(session)).find((pair) => pair.pairId === pairId);
  if (!mine) throw new Refusal("not_found", "visit.pair_not_found");
  return session.write("visits.show_my_pair", pairId, async (tx) => {
    const [pair] = await readPairs(tx, actor.orgId, { ids: [pairId] }, today);
    const { rows } = await listVisits(tx, actor.orgId, { pairId }, { limit: 20 });
    // Whoever stands in reads nothing but what they wrote themselves.
    const own = mine.coverUntilOn !== null ? rows.filter(({ helperId }) => helperId === actor.personId) : rows.filter((visit) => mayReadPairNotes(actor.personId!, { id: pairId, helperPersonId: pair!.helperId, over: pair!.state === "ended" },
      { pairId: visit.pairId, authorPersonId: visit.helperId, audience: "friend" }));
    await recordAudit(tx, actor, { action: "person.read", subjectKind: "person", subjectId: pair!.residentId, details: { as: "friend", pairId } });
    return { ...mine, visits: own.map(({ id, happenedOn, minutes, mode, mood, words }) => ({ id, happenedOn, minutes, mode, mood, words })) };
  });
}
