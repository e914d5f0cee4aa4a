import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { mayRead, VisitorAsks } from "../../model/plan.ts";
import { PLAN } from "../../model/policy.ts";
import { insertAsks, selectAsks } from "../../store/asks.ts";
import { raiseVersion } from "../../store/plans.ts";
import { gatherDay, readPlan } from "../ground.ts";
import { settleLatest, signed } from "../settle.ts";

export const ChangeAsks = VisitorAsks.extend({ planId: z.uuid(), personId: z.uuid() });
export type ChangeAsks = z.infer<typeof ChangeAsks>;

/** Writes down what a resident asks of whoever visits, for this round and those to come. A planned day is fitted to it at once. */
export async function changeAsks(session: Session, input: ChangeAsks): Promise<{ planId: string }> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  requireCapability(actor, "people.write");
  const { planId, personId, ...asks } = ChangeAsks.parse(input);
  return session.write("routing.change_asks", input, async (tx) => {
    const plan = await readPlan(tx, actor.orgId, planId, { lock: true });
    const { visits, facts, cards } = await gatherDay(tx, actor.orgId, plan);
    if (!visits.some((visit) => visit.personId === personId)) throw new Refusal("not_found", "routing.visit_not_found");
    if (asks.wanted !== null && asks.never.includes(asks.wanted)) throw new Refusal("invalid_input", "routing.wanted_and_never", { fields: [{ field: "never", reason: "routing.wanted_and_never" }] });
    const before = (await selectAsks(tx, actor.orgId, [personId])).get(personId);
    const known = new Set([...facts.keys(), ...before?.never ?? [], ...(before?.wanted ? [before.wanted] : [])]);
    if ([...asks.never, ...(asks.wanted === null ? [] : [asks.wanted])].some((key) => !known.has(key))) throw new Refusal("invalid_input", "routing.no_such_visitor", { fields: [{ field: "wanted", reason: "routing.no_such_visitor" }] });
    // What this round may not read, it cannot say anew either.
    const sex = mayRead(plan.purpose, "sex") ? asks.sex : before?.sex ?? null;
    await insertAsks(tx, actor.orgId, cards.get(personId)?.id ?? personId, { ...asks, sex }, signed(session));
    await raiseVersion(tx, actor.orgId, planId);
    await settleLatest(session, tx, await gatherDay(tx, actor.orgId, await readPlan(tx, actor.orgId, planId)));
    await recordAudit(tx, actor, { action: "route.asks_changed", subjectKind: "person", subjectId: personId, details: { planId } });
    return { planId };
  });
}
