import { z } from "zod";
import type { MemberFilter } from "../service/rounds/list-round-members.ts";

const State = z.enum(["open", "overdue", "unassigned", "reached", "refused", "other_end"]).optional().catch(undefined);
const Id = z.uuid().optional().catch(undefined);

/** Which members an address asks for; what cannot be is ignored. */
export function memberFilterOf(query: URLSearchParams): MemberFilter {
  const community = query.get("community");
  const [state, workerId, communityId, laneId] = [State.parse(query.get("state") ?? undefined), Id.parse(query.get("worker") ?? undefined), Id.parse(community ?? undefined), Id.parse(query.get("lane") ?? undefined)];
  return { ...(state && { state }), ...(workerId && { workerId }), ...(communityId && { communityId }), ...(community === "none" && { noCommunity: true }), ...(laneId && { laneId }) };
}
