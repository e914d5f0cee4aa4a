import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { MOST_VISITS } from "../../model/plan.ts";
import { PLAN } from "../../model/policy.ts";
import { raiseVersion } from "../../store/plans.ts";
import { insertVisits, selectVisits } from "../../store/visits.ts";
import { notToVisit, readPlan } from "../ground.ts";

export const ChooseVisits = z.object({ planId: z.uuid(), personIds: z.array(z.uuid()), minutes: z.coerce.number().int().min(5).max(480) });
export type ChooseVisits = z.infer<typeof ChooseVisits>;

/** Adds people to a round. Who must not be called on is refused by the list, and here. */
export async function chooseVisits(session: Session, input: ChooseVisits): Promise<{ added: number }> {
  const { actor, now } = session;
  requireCapability(actor, PLAN);
  requireCapability(actor, "people.read");
  const { planId, personIds, minutes } = ChooseVisits.parse(input);
  if (personIds.length === 0) throw new Refusal("invalid_input", "routing.nobody_chosen");
  return session.write("routing.choose_visits", input, async (tx) => {
    const plan = await readPlan(tx, actor.orgId, planId, { lock: true });
    const cards = await personCards(tx, actor.orgId, personIds);
    const barred = await notToVisit(tx, actor.orgId, personIds, cards, plan.onDay);
    const standing = [...new Set(personIds.flatMap((id) => (barred.has(id) ? [] : cards.get(id)?.id ?? [])))];
    if (standing.length === 0) throw new Refusal("conflict", "routing.must_not_be_visited");
    const already = await selectVisits(tx, actor.orgId, planId);
    if (new Set([...already.map(({ personId }) => personId), ...standing]).size > MOST_VISITS) throw new Refusal("invalid_input", "routing.too_many_visits", { params: { most: MOST_VISITS } });
    const added = await insertVisits(tx, actor.orgId, planId, standing, { minutes, at: now.toISOString() });
    if (added > 0) await raiseVersion(tx, actor.orgId, planId);
    await recordAudit(tx, actor, { action: "route.people_chosen", subjectKind: "route", subjectId: planId, details: { added } });
    return { added };
  });
}
