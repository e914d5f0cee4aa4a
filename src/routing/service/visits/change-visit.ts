import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { minuteOf, VisitWish } from "../../model/plan.ts";
import { PLAN } from "../../model/policy.ts";
import { raiseVersion } from "../../store/plans.ts";
import { updateVisit } from "../../store/visits.ts";
import { gatherDay, readPlan } from "../ground.ts";
import { settleLatest } from "../settle.ts";

export const ChangeVisit = VisitWish.extend({ planId: z.uuid(), personId: z.uuid() });
export type ChangeVisit = z.infer<typeof ChangeVisit>;

/** Changes how long a visit takes, between which hours, how many go, how pressing it is. A planned day is fitted to it at once. */
export async function changeVisit(session: Session, input: ChangeVisit): Promise<{ planId: string }> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  const { planId, from, until, ...wish } = ChangeVisit.parse(input);
  const [fromMinute, untilMinute] = [from === undefined ? null : minuteOf(from), until === undefined ? null : minuteOf(until)];
  if ((fromMinute ?? 0) + wish.minutes > (untilMinute ?? 1440)) throw new Refusal("invalid_input", "routing.window_too_short", { fields: [{ field: "until", reason: "routing.window_too_short" }] });
  return session.write("routing.change_visit", input, async (tx) => {
    await readPlan(tx, actor.orgId, planId, { lock: true });
    if (!(await updateVisit(tx, actor.orgId, planId, { ...wish, fromMinute, untilMinute }))) throw new Refusal("not_found", "routing.visit_not_found");
    await raiseVersion(tx, actor.orgId, planId);
    await settleLatest(session, tx, await gatherDay(tx, actor.orgId, await readPlan(tx, actor.orgId, planId)));
    await recordAudit(tx, actor, { action: "route.visit_changed", subjectKind: "route", subjectId: planId, details: { personId: wish.personId, minutes: wish.minutes } });
    return { planId };
  });
}
