import type { Actor } from "#kernel/actor.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { DayPlan, Orders } from "../model/day/day.ts";
import { refitDay } from "../model/day/solve-day.ts";
import { insertRun, latestRun } from "../store/runs.ts";
import type { Ground } from "./ground.ts";

/** The stops of each team in the state a plan is in. */
export const ordersOf = ({ tours }: Pick<DayPlan, "tours">): Orders => Object.fromEntries(tours.map(({ teamId, stops }) => [teamId, stops.map(({ personId }) => personId)]));

/** Makes a new state of a plan from given orders: what still holds is kept in its place, the rest is fitted in. */
export async function settleOrders(session: Session, tx: Tx, ground: Ground, orders: Orders, kind: "fitted" | "moved"): Promise<DayPlan> {
  const { plan, day } = ground;
  const answer = refitDay(day, orders);
  await insertRun(tx, session.actor.orgId, plan.id, { kind, answer, jobId: null, planVersion: plan.version, ...signed(session) });
  return answer;
}

/** The same from the latest state, when there is one. */
export async function settleLatest(session: Session, tx: Tx, ground: Ground): Promise<DayPlan | null> {
  const run = await latestRun(tx, session.actor.orgId, ground.plan.id);
  return run ? settleOrders(session, tx, ground, ordersOf(run.answer), "fitted") : null;
}

/** Who did something, and when. */
export const signed = ({ actor, now }: { actor: Actor; now: Date }) => ({ byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
