import { Refusal } from "#kernel/refusal.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { assignMembers as share, loadsAfter, type Assignment, type AssignHow } from "../../model/round/assign-members.ts";
import type { AssignChoice } from "../../model/round/round.ts";
import { giveMembers } from "../../store/assignments.ts";
import { lockUndone, undoneMembers, type Member } from "../../store/members.ts";
import { findRound, lockRound, type Round } from "../../store/rounds.ts";
import { gatherPlaces, type PlaceCount } from "../gather-places.ts";
import { listWorkers, type FreeWorker } from "./list-workers.ts";

/** What an assignment would do. */
export interface AssignPreview {
  readonly members: number;
  /** People who would be with nobody still. */
  readonly left: number;
  readonly workers: readonly (FreeWorker & { readonly given: number; readonly after: number; readonly places: readonly PlaceCount[] })[];
}

/** Shows who would get how many people, and from where, without giving anybody to anybody. */
export async function previewAssignment(session: Session, choice: AssignChoice): Promise<AssignPreview> {
  const { actor } = session;
  requireCapability(actor, "outreach.manage");
  const workers = await chosenWorkers(session, choice);
  return session.read(async (tx) => {
    openRound(await findRound(tx, actor.orgId, choice.roundId));
    const members = await undoneMembers(tx, actor.orgId, choice.roundId, { unassignedOnly: choice.whom === "unassigned" });
    const assignment = shareOut(members, workers, choice);
    const names = await unitNames(tx, actor.orgId, [...new Set(members.flatMap(({ communityId, laneId }) => [communityId, laneId].filter((id) => id !== null)))]);
    const lines = loadsAfter(withoutOwn(workers, members, choice), assignment).map(({ workerId, given, after }) => ({
      ...workers.find((worker) => worker.workerId === workerId)!, given, after,
      places: gatherPlaces(members.filter(({ personId }) => assignment.get(personId) === workerId).map(({ communityId, laneId }) => ({ communityId, laneId, count: 1 })), names),
    }));
    return { members: members.length, left: members.length - assignment.size, workers: lines };
  });
}

/** Gives the members of a round to workers. Done members stay with whom they were. */
export async function assignMembers(session: Session, choice: AssignChoice): Promise<{ given: number; left: number }> {
  const { actor } = session;
  requireCapability(actor, "outreach.manage");
  const workers = await chosenWorkers(session, choice);
  return session.write("outreach.assign-members", choice, async (tx) => {
    openRound(await lockRound(tx, actor.orgId, choice.roundId));
    const members = await lockUndone(tx, actor.orgId, choice.roundId, { unassignedOnly: choice.whom === "unassigned" });
    const assignment = shareOut(members, workers, choice);
    if (assignment.size === 0) throw new Refusal("conflict", "round.nobody_to_assign");
    const nameOf = new Map(workers.map(({ workerId, name }) => [workerId, name]));
    const moving = members.filter(({ personId, workerId }) => assignment.has(personId) && assignment.get(personId) !== workerId);
    await giveMembers(tx, actor, choice.roundId, moving.map(({ personId }) => ({ personId, workerId: assignment.get(personId)!, workerName: nameOf.get(assignment.get(personId)!)! })), choice.how);
    await recordAudit(tx, actor, { action: "round.assigned", subjectKind: "round", subjectId: choice.roundId, details: { how: choice.how, whom: choice.whom, given: moving.length } });
    return { given: moving.length, left: members.length - assignment.size };
  });
}

function shareOut(members: readonly Member[], workers: readonly FreeWorker[], choice: AssignChoice): Assignment {
  const how: AssignHow = choice.how === "hand" ? { how: "hand", byCommunity: new Map(Object.entries(choice.byCommunity)) } : { how: choice.how };
  return share(members, withoutOwn(workers, members, choice), how);
}

/** When everybody is shared out anew, the people of this round do not count as a load yet. */
function withoutOwn(workers: readonly FreeWorker[], members: readonly Member[], { whom }: AssignChoice): FreeWorker[] {
  if (whom === "unassigned") return [...workers];
  return workers.map((worker) => ({ ...worker, loadNow: worker.loadNow - members.filter(({ workerId }) => workerId === worker.workerId).length }));
}

async function chosenWorkers(session: Session, { how, workerIds, byCommunity }: AssignChoice): Promise<FreeWorker[]> {
  const wanted = new Set(how === "hand" ? Object.values(byCommunity) : workerIds);
  if (wanted.size === 0) throw new Refusal("invalid_input", "round.no_workers", { fields: [{ field: "workerIds", reason: "round.no_workers" }] });
  const workers = (await listWorkers(session)).filter(({ workerId }) => wanted.has(workerId));
  if (workers.length !== wanted.size) throw new Refusal("invalid_input", "round.worker_unknown", { fields: [{ field: "workerIds", reason: "round.worker_unknown" }] });
  return workers;
}

function openRound(round: Round | undefined): Round {
  if (!round) throw new Refusal("not_found", "round.not_found");
  if (round.closedOn !== null) throw new Refusal("conflict", "round.closed");
  return round;
}
