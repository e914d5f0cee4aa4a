import type { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { listUnits } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { DEFAULT_RULES, flawOf, memberOf, minuteOf, NewPlan } from "../../model/plan.ts";
import { PLAN } from "../../model/policy.ts";
import { unitPoints } from "../../model/unit-point.ts";
import { insertPlan, insertTeam } from "../../store/plans.ts";
import { listVisitors } from "./list-visitors.ts";

/** Begins a round of visits for a day: who goes, when, how, from where. */
export async function beginPlan(session: Session, input: z.input<typeof NewPlan>): Promise<{ id: string }> {
  const { actor, now, today } = session;
  requireCapability(actor, PLAN);
  const plan = NewPlan.parse(input);
  const flaw = flawOf(plan);
  if (flaw) throw new Refusal("invalid_input", flaw.reason, { fields: [flaw] });
  if (plan.onDay < today) throw new Refusal("invalid_input", "routing.day_is_past", { fields: [{ field: "onDay", reason: "routing.day_is_past" }] });
  const { staff, volunteers } = await listVisitors(session, plan.onDay);
  const known = new Set([...staff, ...volunteers].map(({ key }) => key));
  if (plan.teams.some(({ members }) => members.some((key) => !known.has(key)))) throw new Refusal("invalid_input", "routing.no_such_visitor", { fields: [{ field: "teams", reason: "routing.no_such_visitor" }] });
  return session.write("routing.begin_plan", plan, async (tx) => {
    const { onDay, startUnitId, purpose, first, teams, lunchMinutes } = plan;
    const units = await listUnits(tx, actor.orgId, { on: onDay });
    if (!units.some(({ id }) => id === startUnitId)) throw new Refusal("invalid_input", "routing.no_such_start", { fields: [{ field: "startUnitId", reason: "routing.no_such_start" }] });
    if (!unitPoints(units)(startUnitId)) throw new Refusal("invalid_input", "routing.start_not_on_map", { fields: [{ field: "startUnitId", reason: "routing.start_not_on_map" }] });
    const id = await insertPlan(tx, actor.orgId, { onDay, startUnitId, purpose, rules: { ...DEFAULT_RULES, first }, createdBy: actor.accountId, createdByName: actor.name, createdAt: now.toISOString() });
    for (const [position, { members, mode, from, until }] of teams.entries()) {
      const lunch = { lunchMinutes, lunchFrom: minuteOf(plan.lunchFrom), lunchUntil: minuteOf(plan.lunchUntil) };
      await insertTeam(tx, actor.orgId, id, position, { mode, fromMinute: minuteOf(from), untilMinute: minuteOf(until), ...lunch, members: members.map(memberOf) });
    }
    await recordAudit(tx, actor, { action: "route.begun", subjectKind: "route", subjectId: id, details: { onDay, teams: teams.length } });
    return { id };
  });
}
