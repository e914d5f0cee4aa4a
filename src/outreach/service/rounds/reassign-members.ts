import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Reassignment } from "../../model/round/round.ts";
import { giveMembers } from "../../store/assignments.ts";
import { lockUndone } from "../../store/members.ts";
import { lockRound } from "../../store/rounds.ts";
import { listWorkers } from "./list-workers.ts";

/** Gives some members to another worker by hand, e.g. when one falls ill. Those who are done stay where they are. */
export async function reassignMembers(session: Session, input: Reassignment): Promise<{ given: number }> {
  const { actor } = session;
  requireCapability(actor, "outreach.manage");
  const worker = (await listWorkers(session)).find(({ workerId }) => workerId === input.workerId);
  if (!worker) throw new Refusal("invalid_input", "round.worker_unknown", { fields: [{ field: "workerId", reason: "round.worker_unknown" }] });
  return session.write("outreach.reassign-members", input, async (tx) => {
    const round = await lockRound(tx, actor.orgId, input.roundId);
    if (!round) throw new Refusal("not_found", "round.not_found");
    if (round.closedOn !== null) throw new Refusal("conflict", "round.closed");
    const members = await lockUndone(tx, actor.orgId, input.roundId, { personIds: input.personIds });
    const moving = members.filter(({ workerId }) => workerId !== worker.workerId);
    if (members.length === 0) throw new Refusal("conflict", "round.nobody_to_assign");
    await giveMembers(tx, actor, input.roundId, moving.map(({ personId }) => ({ personId, workerId: worker.workerId, workerName: worker.name })), "hand");
    await recordAudit(tx, actor, moving.map(({ personId, workerId }) => (
      { action: "round.reassigned", subjectKind: "person", subjectId: personId, details: { roundId: input.roundId, before: workerId, after: worker.workerId } })));
    return { given: moving.length };
  });
}
