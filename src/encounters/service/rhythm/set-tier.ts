import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Tier } from "../../model/rhythm/rhythm-pack.ts";
import { insertTier } from "../../store/tiers.ts";

/** Says how often somebody is to be seen, or that they no longer are, with the reason. */
export async function setTier(session: Session, input: { personId: string; tier: Tier | "none"; reason: string }): Promise<{ personId: string }> {
  const { actor, now, today } = session;
  requireCapability(actor, "encounters.write");
  return session.write("encounters.set-tier", input, async (tx) => {
    const card = (await personCards(tx, actor.orgId, [input.personId])).get(input.personId);
    if (!card || card.withheldOn !== null) throw new Refusal("not_found", "encounter.person_not_found");
    await insertTier(tx, actor.orgId, { ...input, personId: card.id, byAccount: actor.accountId, byName: actor.name, onDay: today, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "rhythm.set", subjectKind: "person", subjectId: card.id, details: { tier: input.tier, reason: input.reason } });
    return { personId: card.id };
  });
}
