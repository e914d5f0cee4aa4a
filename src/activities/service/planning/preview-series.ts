import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { daysOf } from "../../model/planning/recurrence.ts";
import { MANAGE } from "../../model/policy.ts";
import type { NewSeries } from "../../model/series.ts";
import { checkSetting } from "./create-series.ts";

/** The days a plan gives, before anything is saved; what is wrong with the plan is refused here already. */
export async function previewSeries(session: Session, plan: NewSeries): Promise<{ dates: string[] }> {
  requireCapability(session.actor, MANAGE);
  await session.read((tx) => checkSetting(tx, session.actor.orgId, plan));
  return { dates: daysOf(plan.startsOn, plan.rule) };
}
