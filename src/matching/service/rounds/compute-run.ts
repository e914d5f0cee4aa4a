import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { solveRound, standingDecisions } from "../../model/round.ts";
import { insertRun, latestRun, runOfJob, selectDecisions, selectMembers, selectRound } from "../../store/rounds.ts";
import { gatherPeople } from "./gather-people.ts";

/** Computes a round: keeps what was good, obeys locks and forbids, proves the answer before anybody sees it. */
export async function computeRun(session: Session, { roundId, jobId }: { roundId: string; jobId: string }): Promise<{ number: number; pairs: number }> {
  const { actor, now } = session;
  requireCapability(actor, "matching.manage");
  return session.write("matching.compute_run", { roundId, jobId }, async (tx) => {
    const round = await selectRound(tx, actor.orgId, roundId, { lock: true });
    if (!round) throw new Refusal("not_found", "matching.round_not_found");
    const done = await runOfJob(tx, actor.orgId, roundId, jobId);
    const earlier = await latestRun(tx, actor.orgId, roundId);
    if (done !== undefined) return { number: done, pairs: earlier?.pairs ?? 0 };
    const { residents, helpers } = await gatherPeople(tx, actor.orgId, round.programmeId, round.startOn);
    const members = await selectMembers(tx, actor.orgId, roundId);
    const { locked, forbidden } = standingDecisions(await selectDecisions(tx, actor.orgId, roundId));
    const within = <T extends { id: string }>(people: readonly T[], ids: readonly string[]) => { const set = new Set(ids); return people.filter(({ id }) => set.has(id)); };
    const kept = (earlier?.proposals ?? []).map(({ residentId, helperId }) => ({ residentId, helperId }));
    const answer = solveRound(within(residents, members.residents), within(helpers, members.helpers), round.rules, { locked, forbidden, kept });
    if (!answer.proven) throw new Refusal("conflict", "matching.not_proven");
    const number = await insertRun(tx, actor.orgId, roundId, { jobId, rules: round.rules, answer, solvedAt: now.toISOString() });
    await recordAudit(tx, actor, { action: "round.computed", subjectKind: "round", subjectId: roundId, details: { number, pairs: answer.pairs, rules: round.rules.version } });
    return { number, pairs: answer.pairs };
  });
}
