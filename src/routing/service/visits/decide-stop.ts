import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { Day, DayPlan } from "../../model/day/day.ts";
import { moveStop, type MoveMisfit } from "../../model/day/move-stop.ts";
import { timeOf } from "../../model/plan.ts";
import { PLAN } from "../../model/policy.ts";
import { raiseVersion } from "../../store/plans.ts";
import { latestRun } from "../../store/runs.ts";
import { insertDecision } from "../../store/visits.ts";
import { gatherDay, readPlan, type Ground } from "../ground.ts";
import { ordersOf, settleLatest, settleOrders, signed } from "../settle.ts";

const one = { planId: z.uuid(), personId: z.uuid() };
export const DecideStop = z.discriminatedUnion("kind", [
  z.object({ ...one, kind: z.literal("move"), teamId: z.uuid(), rank: z.coerce.number().int().min(1).max(200) }),
  z.object({ ...one, kind: z.enum(["lock", "unlock", "restore"]) }),
  z.object({ ...one, kind: z.literal("drop"), reason: z.string().trim().max(300) }),
]);
export type DecideStop = z.infer<typeof DecideStop>;

/** One decision about one visit, kept as a row; the day is fitted to it at once, everything else in its place. */
export async function decideStop(session: Session, input: DecideStop): Promise<{ planId: string }> {
  const { actor } = session;
  requireCapability(actor, PLAN);
  const decision = DecideStop.parse(input);
  const { planId, personId, kind } = decision;
  if (decision.kind === "drop" && decision.reason === "") throw new Refusal("invalid_input", "routing.say_why", { fields: [{ field: "reason", reason: "routing.say_why" }] });
  return session.write("routing.decide_stop", input, async (tx) => {
    const ground = await gatherDay(tx, actor.orgId, await readPlan(tx, actor.orgId, planId, { lock: true }));
    if (!ground.visits.some((visit) => visit.personId === personId)) throw new Refusal("not_found", "routing.visit_not_found");
    if (isKept(ground.day, personId)) throw new Refusal("conflict", "routing.already_made");
    const orders = decision.kind === "move" ? await movedOrders(session, tx, ground, decision) : null;
    const teamId = decision.kind === "move" ? decision.teamId : kind === "lock" ? await teamNow(session, tx, ground, personId) : null;
    await insertDecision(tx, actor.orgId, planId, { personId, kind, teamId, reason: decision.kind === "drop" ? decision.reason : "", ...signed(session) });
    if (kind !== "lock") await raiseVersion(tx, actor.orgId, planId);
    const after = await gatherDay(tx, actor.orgId, await readPlan(tx, actor.orgId, planId));
    if (orders) await requireMade(settleOrders(session, tx, after, orders, "moved"), personId);
    else if (kind === "drop" || kind === "restore") await settleLatest(session, tx, after);
    await recordAudit(tx, actor, { action: `route.${kind}`, subjectKind: "route", subjectId: planId, details: { personId } });
    return { planId };
  });
}

const isKept = ({ begun }: Day, personId: string): boolean => Object.values(begun?.kept ?? {}).some(({ stops }) => stops.some((stop) => stop.personId === personId));

/** Who was given to one of two who must meet there, but nobody can meet them: refused, so that nothing changes. */
async function requireMade(settled: Promise<DayPlan>, personId: string): Promise<void> {
  if ((await settled).left.some((left) => left.personId === personId)) throw new Refusal("conflict", "routing.move_no_partner");
}

async function teamNow(session: Session, tx: Tx, { plan }: Ground, personId: string): Promise<string> {
  const run = await latestRun(tx, session.actor.orgId, plan.id);
  const tour = run?.answer.tours.find(({ stops }) => stops.some((stop) => stop.personId === personId));
  if (!tour) throw new Refusal("conflict", "routing.not_planned_yet");
  return tour.teamId;
}

async function movedOrders(session: Session, tx: Tx, { plan, day, teams }: Ground, { personId, teamId, rank }: Extract<DecideStop, { kind: "move" }>) {
  const run = await latestRun(tx, session.actor.orgId, plan.id);
  if (!run) throw new Refusal("conflict", "routing.not_planned_yet");
  const visit = day.visits.find((wanted) => wanted.personId === personId);
  if (!teams.some(({ id }) => id === teamId)) throw new Refusal("invalid_input", "routing.no_such_team", { fields: [{ field: "teamId", reason: "routing.no_such_team" }] });
  if (!visit) throw new Refusal("conflict", "routing.is_dropped");
  if (visit.barred || visit.at === null) throw new Refusal("conflict", visit.barred ? "routing.must_not_be_visited" : "routing.no_place");
  const moved = moveStop(day, ordersOf(run.answer), { personId, teamId, rank: rank - 1 });
  if ("misfit" in moved) throw refusalOf(moved.misfit);
  return moved.orders;
}

/** Says which time is missed and by when it should have been. */
function refusalOf({ kind, at, limit }: MoveMisfit): Refusal {
  return new Refusal("conflict", `routing.move_${kind}`, { params: { at: timeOf(at), limit: timeOf(limit) } });
}
