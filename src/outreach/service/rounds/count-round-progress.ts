import { Refusal } from "#kernel/refusal.ts";
import { unitNames } from "#places/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { progressOf, progressWithin, type Progress } from "../../store/progress.ts";
import { findRound, type Round } from "../../store/rounds.ts";
import { gatherPlaces, type PlaceCount } from "../gather-places.ts";
import { NO_PROGRESS } from "./list-rounds.ts";

/** A worker's part in a round. */
export type WorkerProgress = Progress & { readonly workerId: string | null; readonly workerName: string | null };

export interface RoundProgress {
  readonly round: Round;
  readonly progress: Progress;
  /** Members by community and lane. */
  readonly members: readonly PlaceCount[];
  /** Still to reach, by community and lane. */
  readonly toReach: readonly PlaceCount[];
  /** Members with nobody come first. */
  readonly workers: readonly WorkerProgress[];
}

/** How far a round has come: in all, by place and by worker. Figures only, no names of residents. */
export async function countRoundProgress(session: Session, roundId: string): Promise<RoundProgress> {
  const { actor, today } = session;
  requireCapability(actor, "outreach.work");
  return session.read(async (tx) => {
    const round = await findRound(tx, actor.orgId, roundId);
    if (!round) throw new Refusal("not_found", "round.not_found");
    const progress = await progressOf(tx, actor.orgId, [roundId], today);
    const lines = await progressWithin(tx, actor.orgId, roundId, today);
    const places = lines.filter(({ by }) => by === "place");
    const names = await unitNames(tx, actor.orgId, [...new Set(places.flatMap(({ communityId, laneId }) => [communityId, laneId].filter((id) => id !== null)))]);
    const gather = (figure: "members" | "open") => gatherPlaces(places.map((line) => ({ communityId: line.communityId, laneId: line.laneId, count: line[figure] })), names);
    return { round, progress: progress.get(roundId) ?? NO_PROGRESS, members: gather("members"), toReach: gather("open"), workers: lines.filter(({ by }) => by === "worker") };
  });
}
