import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { Trial } from "../../model/changes/trial.ts";
import { addMembers, insertDecision, insertExclusion, removeMembers, selectRound } from "../../store/rounds.ts";
import { adoptRunRow, selectRun } from "../../store/runs.ts";
import { deleteOtherPrices } from "../../store/run-prices.ts";
import { basisOf } from "./compute-run.ts";

/** Makes an answer that was looked at the round's own, with the one thing that was changed for it. A drill never is. To forbid, the reason is given here where it was not before. */
export async function adoptRun(session: Session, { roundId, number, reason = "" }: { roundId: string; number: number; reason?: string | undefined }): Promise<{ number: number }> {
  const { actor, now } = session;
  requireCapability(actor, "matching.manage");
  return session.write("matching.adopt_run", { roundId, number, reason }, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId, { lock: true });
    const run = round && await selectRun(tx, actor.orgId, roundId, number);
    if (!round || !run) throw new Refusal("not_found", "matching.round_not_found");
    if (round.closedAt) throw new Refusal("conflict", "matching.round_closed");
    if (run.adoptedAt) return { number };
    if (run.asked?.kind === "drill") throw new Refusal("conflict", "matching.drill_only");
    const asked: Trial | null = run.asked?.kind === "forbid" ? { ...run.asked, reason: reason.trim() || run.asked.reason } : run.asked;
    if (asked?.kind === "forbid" && asked.reason.trim() === "") throw new Refusal("invalid_input", "matching.reason_needed", { fields: [{ field: "reason", reason: "matching.reason_needed" }] });
    const stands = await basisOf(tx, actor.orgId, roundId, round.version);
    if (stands.version !== run.basis?.version || stands.decisions !== run.basis.decisions || stands.run !== run.basis.run) throw new Refusal("conflict", "matching.round_changed");
    await adoptRunRow(tx, actor.orgId, roundId, number, now.toISOString());
    await deleteOtherPrices(tx, actor.orgId, roundId, number);
    if (asked) await decide(session, tx, roundId, asked);
    await recordAudit(tx, actor, { action: "round.computed", subjectKind: "round", subjectId: roundId, details: { number, pairs: run.pairs, rules: run.rules.version, trial: run.asked?.kind } });
    return { number };
  });
}

/** Writes down what was tried, now that it is meant. */
async function decide({ actor, now }: Session, tx: Tx, roundId: string, trial: Trial): Promise<void> {
  const by = { byAccount: actor.accountId, byName: actor.name, at: now.toISOString() };
  if (trial.kind === "drop_out") await removeMembers(tx, actor.orgId, roundId, "helper", trial.helperIds);
  if (trial.kind === "come_in") await addMembers(tx, actor.orgId, roundId, "helper", trial.helperIds);
  if (trial.kind !== "lock" && trial.kind !== "forbid") return;
  const { residentId, helperId, kind } = trial;
  const reason = trial.kind === "forbid" ? trial.reason : "";
  await insertDecision(tx, actor.orgId, roundId, { residentId, helperId, kind, reason, ...by });
  if (trial.kind === "forbid") await insertExclusion(tx, actor.orgId, { residentId, helperId, reason, ...by });
}
