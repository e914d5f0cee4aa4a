import type { Session } from "../../../platform/db/session.ts";
import { selectColleagues } from "../../store/members.ts";

/** A member of the organisation as colleagues may know them. */
export interface Colleague {
  readonly accountId: string;
  readonly name: string;
  readonly role: string;
  readonly personId: string | null;
}

/** Current members, or those whose role holds a capability: whom work can be given to. Any member may know their colleagues' names. */
export async function listColleagues({ actor, read }: Session, { capability, limit = 500 }: { capability?: string; limit?: number } = {}): Promise<Colleague[]> {
  return read((tx) => selectColleagues(tx, actor.orgId, capability, limit));
}
