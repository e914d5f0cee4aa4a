import { z } from "zod";
import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { requireAgreed } from "#pathways/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { decideCover, type Cover } from "../../model/pair-life.ts";
import { lockPair, readPairs } from "../../store/pairs.ts";
import { insertCover, insertCoverEnd, selectCovers } from "../../store/pair-life.ts";
import { factsOf } from "./pair-facts.ts";
import { keptApart } from "./kept-apart.ts";

export const NewCover = z.object({ helperId: z.uuid(), fromOn: z.iso.date(), untilOn: z.iso.date(), words: z.string().trim().max(500).default("") });
export type NewCover = z.input<typeof NewCover>;

/** Asks somebody to stand in (代班) while the friend is away. They see how to reach the resident and what to mind, never old notes. */
export async function coverPair(session: Session, { pairId, ...input }: { pairId: string } & NewCover): Promise<{ id: string }> {
  const { actor, now, today } = session;
  requireCapability(actor, "matching.manage");
  return session.write("matching.cover_pair", { pairId, ...input }, async (tx) => {
    const cover = NewCover.parse(input);
    await lockPair(tx, actor.orgId, pairId);
    const [pair] = await readPairs(tx, actor.orgId, { ids: [pairId] }, today);
    if (!pair) throw new Refusal("not_found", "matching.pair_not_found");
    const decision = decideCover(cover, {
      state: pair.state, friendId: pair.helperId, today, eligible: await mayServeFrom(tx, actor.orgId, { ...pair, helperId: cover.helperId }, cover, today),
      apart: (await keptApart(tx, actor.orgId, pair.residentId, today)).get(cover.helperId) ?? null, others: await selectCovers(tx, actor.orgId, { pairIds: [pairId] }),
    });
    if (!decision.allowed) throw new Refusal("conflict", `matching.pair_${decision.reason}`);
    await requireAgreed(session, tx, cover.helperId, "helping", { guardian: "elsewhere" });
    const id = await insertCover(tx, actor.orgId, { pairId, ...cover, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "pair.covered", subjectKind: "pair", subjectId: pairId, details: { helperId: cover.helperId, fromOn: cover.fromOn, untilOn: cover.untilOn } });
    return { id };
  });
}

/** Ends a cover early: yesterday was its last day. */
export async function endCover(session: Session, { pairId, coverId }: { pairId: string; coverId: string }): Promise<void> {
  const { actor, now, today } = session;
  requireCapability(actor, "matching.manage");
  await session.write("matching.end_cover", { pairId, coverId }, async (tx) => {
    const cover = (await selectCovers(tx, actor.orgId, { pairIds: [pairId] })).find(({ id }) => id === coverId);
    if (!cover) throw new Refusal("not_found", "matching.pair_not_found");
    const ended = cover.untilOn >= today && (await insertCoverEnd(tx, actor.orgId, { coverId, lastOn: addDays(today, -1), byAccount: actor.accountId, byName: actor.name, at: now.toISOString() }));
    if (!ended) throw new Refusal("conflict", "matching.pair_cover_over");
    await recordAudit(tx, actor, { action: "pair.cover_ended", subjectKind: "pair", subjectId: pairId, details: { coverId } });
    return null;
  });
}

/** What somebody covers on a day, by pair. The caller authorises. */
export async function coversOn(tx: Tx, orgId: string, helperId: string, on: string): Promise<ReadonlyMap<string, Cover>> {
  const covers = await selectCovers(tx, orgId, { helperId });
  return new Map(covers.filter(({ fromOn, untilOn }) => fromOn <= on && on <= untilOn).map((cover) => [cover.pairId, cover]));
}

/** May serve on the first day that counts and on the last, as things stand. */
async function mayServeFrom(tx: Tx, orgId: string, pair: { programmeId: string; residentId: string; helperId: string }, { fromOn, untilOn }: { fromOn: string; untilOn: string }, today: string): Promise<boolean> {
  for (const on of [fromOn > today ? fromOn : today, untilOn]) {
    const { helperEligible, consentStands } = await factsOf(tx, orgId, pair, on, { meeting: true });
    if (!helperEligible || !consentStands) return false;
  }
  return true;
}
